"""A run: cross-validation on held-out groups, the comparison, the final fit, the pack."""

from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

import numpy as np

from ecgdesk.core.fit_names import COMPARISON, FINAL, fit_names
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_events import Event, Finished, Paused, Started, Stopped
from ecgdesk.core.run_folder import Wish
from training.bench import Bench
from training.conclude import conclude
from training.crew import ALONE, Crew
from training.crossing import BestFit, Crossing
from training.data import PageSet
from training.describe import Described, Describer
from training.features import features_of
from training.fit_state import EVERY_SECONDS
from training.fit_store import DoneFit, FitStore
from training.fits import NOBODY, Fits
from training.material import shift_table_names
from training.mean_maps import mean_maps_of
from training.metrics import Metrics
from training.mistake_maps import write_mistake_maps
from training.near_leaks import refuse_near_leaks
from training.predicting import Material
from training.results import HeldOut
from training.run_folder import RunFolder
from training.space import check_space
from training.splits import Split
from training.task import device_name, make_task
from training.timing import timing_json
from training.watching import folds_of


class Trainer:
    """Runs a recipe on labelled pages and writes the run folder; scripts and the wizard use it alike.

    Fits that are already done in the run folder are not done again, and one that was begun goes on. `only`
    names the fits to do now; the run concludes once all of them are there.
    """

    def __init__(
        self, recipe: Recipe, pages: PageSet, folder: RunFolder, cache: Path, data_root: Path,
        should_stop: Callable[[], bool] | None = None, only: Sequence[str] = (),
        weights: Path | None = None, crew: Crew = ALONE, every: float = EVERY_SECONDS,
    ) -> None:  # fmt: skip
        """`weights` is the folder of public weights, `every` the seconds between states kept on disk. Raises
        RecipeError when required weights are absent."""
        self._recipe, self._folder, self._crew, self._only = recipe, folder, crew, tuple(only)
        self._task = make_task(recipe, pages, cache, data_root, weights, crew)
        self._pages = self._task.pages
        self._asked = should_stop or (lambda: False)
        self._store = FitStore(folder.checkpoints, crew, every)
        bench = Bench(self._task.device, self._wish, crew, self._store.state, folder.was_begun())
        self._fits = Fits(self._task, bench, self._store, folder)
        self._unlooked: tuple[str, ...] = ()
        self._crossing = Crossing(self._task, self._fits, self._store, crew)

    def fit(self) -> Iterator[Event]:
        """Do the whole run; yields its events and leaves pack, figures and report in the run folder."""
        folds, names = folds_of(self._pages, self._recipe), fit_names(self._recipe)
        self._unlooked = self._crew.told(lambda: refuse_near_leaks(self._pages, folds, self._recipe))
        self._crew.told(self._made_ready)
        yield Started(
            self._recipe.card.id, len(self._pages.pages), self._pages.class_ids, names, self._recipe.epochs,
            device_name(self._task.device),
        )  # fmt: skip
        self._crew.told(lambda: len(self._task.material().labels))  # the first one fills the cache for all
        material = self._task.material()
        shifts = shift_table_names() if self._recipe.shift_pages else ()
        held_out = HeldOut(self._pages.labels, self._pages.class_ids, shifts, self._recipe.folds_each)
        comparison = yield from self._all_fits(folds, names, material, held_out)
        if self._fits.wish is Wish.DISCARD:
            return
        missing = [name for name in names if self._store.get(name) is None]
        if self._fits.wish is Wish.PAUSE:
            yield Paused(f"Paused; still to do: {', '.join(missing)}.")
        elif missing and self._fits.wish is None:
            yield Stopped("", f"These parts are done; still to do: {', '.join(missing)}.")
        else:
            yield self._crew.told(lambda: self._concluded(folds, held_out, comparison))

    def _made_ready(self) -> None:
        check_space(self._task, self._folder)
        self._folder.keep_notes(self._task.notes)

    def _all_fits(
        self, folds: Sequence[Split], names: Sequence[str], material: Material, held_out: HeldOut
    ) -> Generator[Event, None, Metrics | None]:
        for number, split in enumerate(folds):
            if self._is_wanted(names[number]):
                yield from self._crossing.fold(number, split, material, held_out)
        comparison = None
        if COMPARISON in names and self._is_wanted(COMPARISON):
            comparison = yield from self._crossing.comparison(material)
        if FINAL in names and self._is_wanted(FINAL):
            yield from self._final(material)
        return comparison

    def _is_wanted(self, name: str) -> bool:
        if self._fits.wish is not None:
            return False
        return not self._only or name in self._only or self._store.get(name) is not None

    def _final(self, material: Material) -> Generator[Event, None, None]:
        if self._store.get(FINAL) is None:
            everything = Split(np.arange(len(material.labels)), NOBODY)
            number = self._recipe.fold_count
            fitted = yield from self._fits.fit(FINAL, material, everything, self._recipe.epochs, number)
            if fitted.epoch == 0:
                return
            if fitted.wish is None:
                nothing = np.zeros((0, material.classes))
                self._store.put(FINAL, DoneFit(NOBODY, nothing, {}, fitted.epoch, fitted.seconds))
                self._fits.done(FINAL)
        self._crossing.best = BestFit(FINAL, 2.0)

    def _concluded(self, folds: Sequence[Split], held_out: HeldOut, comparison: Metrics | None) -> Event:
        best, stopped = self._crossing.best.fit, self._fits.wish is not None
        if not best or len(held_out.seen) == 0:
            return Stopped("", "Stopped before any fit was worth keeping.")
        notes = (*self._task.notes, *self._unlooked, *self._folder.notices())
        if best != FINAL and not stopped:
            notes = (*notes, f"There was no last fit on all pages: the weights are those of {best}.")
        described = self._described(folds) if best == FINAL and not stopped else None
        results = conclude(
            self._recipe, self._pages, self._task.preprocessing, folds, held_out, comparison, self._folder,
            self._store.weights(best), best if stopped else "", notes, described,
            features_of(self._task, self._store, folds),
            lambda found: mean_maps_of(self._task, found, self._store),
        )  # fmt: skip
        write_mistake_maps(self._task, results, self._store, self._folder)
        self._folder.write_json(self._folder.timing, self._timing())
        if stopped:
            return Stopped(self._folder.pack.name, f"Stopped; the best weights so far are of {best}.")
        summary = results.metrics.summary
        return Finished(self._folder.pack.name, summary["accuracy"].value, summary["macro_f1"].value)

    def _described(self, folds: Sequence[Split]) -> Described | None:
        if self._recipe.is_as_published:  # a limit needs pages that the networks never saw
            return None
        task = self._task
        describer = Describer(
            self._recipe,
            self._pages,
            task.preprocessing,
            self._store,
            task.cache,
            task.data_root,
            task.device,
        )
        return describer.describe(self._store.weights(FINAL), folds)

    def _timing(self) -> dict[str, object]:
        names = fit_names(self._recipe)
        done = {name: fit for name in names if (fit := self._store.read(name)) is not None}
        folds = [fit for name, fit in done.items() if name.startswith("fold")]
        return timing_json(folds, [fit for name, fit in done.items() if not name.startswith("fold")])

    def _wish(self) -> Wish | None:
        if self._asked():  # torchrun ends all processes when one is lost: then nothing can be concluded
            return Wish.STOP if self._crew.is_alone else Wish.PAUSE
        return self._folder.wish()
