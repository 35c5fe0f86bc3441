"""Fits that are measured on pages they never saw: the folds, and the file-level comparison."""

import time
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from torch import nn

from ecgdesk.core.fit_names import COMPARISON
from ecgdesk.core.run_events import Event, Fold
from ecgdesk.core.run_folder import Wish
from training.calibrate import probabilities_at
from training.crew import Crew
from training.fit_store import DoneFit, FitStore
from training.fits import NOBODY, Fits
from training.fitting import Fitted
from training.metrics import Metrics, evaluate
from training.predicting import Material, predict
from training.results import HeldOut
from training.scores import accuracy, macro_f1
from training.splits import Split, file_level_split
from training.task import Task

Indices = NDArray[np.int64]


@dataclass(slots=True)
class BestFit:
    """The fit whose weights are worth keeping, and how good it was on pages it never saw."""

    fit: str = ""
    score: float = -1.0


class Crossing:
    """Does the measured fits of a run that are not done yet."""

    def __init__(self, task: Task, fits: Fits, store: FitStore, crew: Crew) -> None:
        self._task, self._fits, self._store, self._crew = task, fits, store, crew
        self.best = BestFit()

    def fold(
        self, number: int, split: Split, material: Material, held_out: HeldOut
    ) -> Generator[Event, None, None]:
        """Do one fold and add its predictions to those held out."""
        name, recipe = f"fold {number + 1}", self._task.recipe
        done = self._store.get(name)
        if done is None:
            fitted = yield from self._fits.fit(name, material, split, recipe.epochs, number)
            if fitted.epoch == 0 or fitted.wish in (Wish.PAUSE, Wish.DISCARD):
                return
            done = self._crew.told(lambda: self._evaluated(fitted, split.held_out, material))
            if fitted.wish is None:
                self._store.put(name, done)
                self._fits.done(name)
        held_out.add(number, done)
        labels = material.labels[done.positions]
        score = accuracy(done.logits, labels)
        if score > self.best.score:
            self.best = BestFit(name, score)
        yield Fold(name, len(labels), score, macro_f1(done.logits, labels))

    def comparison(self, material: Material) -> Generator[Event, None, Metrics | None]:
        """Do the file-level fit and return its figures; None where the recipe has none or it was stopped."""
        settings, recipe, pages = self._task.recipe.comparison, self._task.recipe, self._task.pages
        if settings is None:
            return None
        done = self._store.get(COMPARISON)
        if done is None:
            copies = np.array([page.copies for page in pages.pages])
            split = file_level_split(material.labels, copies, settings.share, recipe.split.seed)
            unwatched, number = Split(split.train, NOBODY), recipe.fold_count + 1
            fitted = yield from self._fits.fit(COMPARISON, material, unwatched, settings.epochs, number)
            if fitted.wish is not None:
                return None
            done = self._crew.told(lambda: self._unshifted(fitted, split.held_out, material))
            self._store.put(COMPARISON, done)
            self._fits.done(COMPARISON)
        return evaluate(probabilities_at(done.logits, 1.0), material.labels[done.positions], pages.class_ids)

    def _unshifted(self, fitted: Fitted, positions: Indices, material: Material) -> DoneFit:
        logits = self._predicted(fitted.network, material.pictures[positions, 0])
        return DoneFit(positions, logits, {}, fitted.epoch, fitted.seconds)

    def _evaluated(self, fitted: Fitted, positions: Indices, material: Material) -> DoneFit:
        began = time.perf_counter()
        logits = self._predicted(fitted.network, material.pictures[positions, 0])
        worse = self._under_shifts(fitted.network, positions)
        evaluation = time.perf_counter() - began
        return DoneFit(positions, logits, worse, fitted.epoch, fitted.seconds, evaluation)

    def _under_shifts(self, network: nn.Module, positions: Indices) -> dict[str, NDArray[np.float64]]:
        shifted, worse = self._task.shifted, {}
        if shifted is None:
            return {}
        for index, shift in enumerate(shifted.names):
            worse[shift] = np.full((len(positions), len(self._task.pages.classes)), np.nan)
            there = shifted.present[positions, index]
            if there.any():
                worse[shift][there] = self._predicted(network, shifted.pictures[positions[there], index])
        return worse

    def _predicted(self, network: nn.Module, pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
        return predict(network, pictures, self._task.preprocessing, self._task.device)
