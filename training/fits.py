"""The fits of a run, one after another: network, pretraining, fine-tuning, weights kept."""

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.run_events import Event, Notice
from ecgdesk.core.run_folder import Wish
from training.averaging import Weights
from training.bench import Bench
from training.fit_store import FitStore
from training.fitting import Fit, Fitted
from training.packing import packed_weights
from training.predicting import Material
from training.pretraining import Pretraining, stage_name
from training.published import training_recipe
from training.run_folder import RunFolder
from training.splits import Split
from training.task import Task
from training.watching import watched_split

NOBODY: NDArray[np.int64] = np.array([], dtype=np.int64)


class Fits:
    """Makes fits and remembers what ended one early: `wish` is what was asked of the run."""

    def __init__(self, task: Task, bench: Bench, store: FitStore, folder: RunFolder) -> None:
        self._task, self._bench, self._store, self._folder = task, bench, store, folder
        self.wish: Wish | None = None

    def fit(
        self, name: str, material: Material, split: Split, epochs: int, number: int
    ) -> Generator[Event, None, Fitted]:
        """Fit one network; `number` sets its chance apart from the others'."""
        task, recipe = self._task, self._task.recipe
        split = watched_split(recipe, task.pages, split)
        seed = recipe.seed * 1000 + number
        network = task.network(seed)
        if recipe.pretraining is not None and not self._store.has_state(name):
            before = Pretraining(
                name, recipe.pretraining, material, network, split.train, seed, self._bench, recipe.precision
            )
            self.wish = yield from before.run()
            if self.wish is not None:
                return Fitted(network, 0, self.wish, 0.0)

        def keep(weights: Weights) -> None:
            self._store.keep_weights(name, packed_weights(task.architecture, weights))

        fit = Fit(
            name, training_recipe(recipe), material, network, split, epochs, seed, self._bench, keep
        ).run()
        fitted = yield from self._noted(fit)
        self.wish = fitted.wish
        return fitted

    def done(self, name: str) -> None:
        """Delete the states of a fit whose results are kept."""
        for stage in (name, stage_name(name)):
            self._store.remove_state(stage)

    def _noted(self, fit: Generator[Event, None, Fitted]) -> Generator[Event, None, Fitted]:
        """Pass on events; what a person should know later is written down too."""
        while True:
            try:
                event = next(fit)
            except StopIteration as end:
                fitted: Fitted = end.value
                return fitted
            if isinstance(event, Notice) and self._bench.crew.is_first:
                self._folder.add_notice(event.sentence)
            yield event
