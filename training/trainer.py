"""A run: cross-validation on held-out groups, the comparison, the final fit, the pack."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ecgdesk.core.recipe import Recipe
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build
from training.calibrate import probabilities_at
from training.conclude import conclude
from training.data import PageSet
from training.describe import Described, Describer
from training.events import Event, Finished, Fold, Started, Stopped
from training.fit_store import DoneFit, FitStore
from training.fitting import Fit, Fitted, Weights
from training.material import Shifted, load_material, load_shifted, shift_table_names
from training.metrics import Metrics, evaluate
from training.packing import packed_weights
from training.predicting import Material, predict
from training.pretrained import find_weights, plant, weights_folder, weights_notes
from training.pretraining import Pretraining
from training.published import published_files, published_material, training_recipe
from training.results import HeldOut
from training.run_folder import RunFolder
from training.scores import accuracy, macro_f1
from training.splits import Split, file_level_split
from training.timing import timing_json
from training.watching import folds_of, watched_split

Indices = NDArray[np.int64]
_NOBODY: Indices = np.array([], dtype=np.int64)
COMPARISON = "comparison"
FINAL = "final"


@dataclass(slots=True)
class Best:
    """The fit whose weights are worth keeping, and how good it was on pages it never saw."""

    fit: str = ""
    score: float = -1.0


class Trainer:
    """Runs a recipe on labelled pages and writes the run folder; scripts and the wizard use it alike.

    Fits that are already done in the run folder are not done again. `only` names the fits to do now; the
    run concludes once all of them are there.
    """

    def __init__(
        self, recipe: Recipe, pages: PageSet, folder: RunFolder, cache: Path, data_root: Path,
        should_stop: Callable[[], bool] | None = None, only: Sequence[str] = (),
        weights: Path | None = None,
    ) -> None:  # fmt: skip
        """`weights` is the folder of public weights; raises RecipeError when required ones are absent."""
        self._recipe, self._distinct, self._folder = recipe, pages, folder
        self._files = (
            published_files(pages, recipe.published, recipe.split.seed) if recipe.is_as_published else None
        )
        self._pages = pages if self._files is None else self._files.pages
        self._cache, self._data_root = cache, data_root
        self._asked = should_stop or (lambda: False)
        self._only = tuple(only)
        self._architecture = architecture(recipe.model.architecture)
        self._preprocessing = recipe.preprocessing or self._architecture.preprocessing
        self._public = find_weights(self._architecture, recipe.model, weights or weights_folder())
        self._device = chosen_device(recipe.device)
        self._store = FitStore(folder.checkpoints)
        self._best = Best()
        self._stopped = False

    def fit(self) -> Iterator[Event]:
        """Do the whole run; yields its events and leaves pack, figures and report in the run folder."""
        folds = folds_of(self._pages, self._recipe)
        notes = weights_notes(self._architecture, self._recipe.model, self._public)
        self._folder.keep_notes(notes)
        names = fit_names(self._recipe)
        count, classes = len(self._pages.pages), self._pages.class_ids
        yield Started(self._recipe.card.id, count, classes, names, self._recipe.epochs)
        material = self._material()
        shifts = shift_table_names() if self._recipe.shift_pages else ()
        held_out = HeldOut(self._pages.labels, classes, shifts)
        for number, split in enumerate(folds):
            if self._is_wanted(names[number]):
                yield from self._fold(number, split, material, held_out)
        comparison = yield from self._compare(material)
        if FINAL in names and self._is_wanted(FINAL):
            yield from self._final(material)
        missing = [name for name in names if self._store.get(name) is None]
        if missing and not self._stopped:
            yield Stopped("", f"These parts are done; still to do: {', '.join(missing)}.")
        else:
            yield self._concluded(folds, held_out, comparison, notes)

    def _material(self) -> Material:
        material = load_material(self._distinct, self._recipe, self._preprocessing, self._cache)
        return material if self._files is None else published_material(material, self._files, self._recipe)

    def _is_wanted(self, name: str) -> bool:
        if self._stopped:
            return False
        return not self._only or name in self._only or self._store.get(name) is not None

    def _fold(
        self, number: int, split: Split, material: Material, held_out: HeldOut
    ) -> Generator[Event, None, None]:
        name = f"fold {number + 1}"
        done = self._store.get(name)
        if done is None:
            fitted = yield from self._fit(name, material, split, self._recipe.epochs, number)
            if fitted.epoch == 0:
                return
            done = self._evaluated(fitted, split.held_out, material)
            if not fitted.stopped:
                self._store.put(name, done)
        held_out.add(number, done)
        labels = material.labels[done.positions]
        score = accuracy(done.logits, labels)
        if score > self._best.score:
            self._best = Best(name, score)
        yield Fold(name, len(labels), score, macro_f1(done.logits, labels))

    def _evaluated(self, fitted: Fitted, positions: Indices, material: Material) -> DoneFit:
        began, shifted = time.perf_counter(), self._shifted if self._recipe.shift_pages else None
        logits = self._predicted(fitted.network, material.pictures[positions, 0])
        worse = {} if shifted is None else self._under_shifts(fitted.network, positions, shifted)
        evaluation = time.perf_counter() - began
        return DoneFit(positions, logits, worse, fitted.epoch, fitted.seconds, evaluation)

    def _under_shifts(
        self, network: nn.Module, positions: Indices, shifted: Shifted
    ) -> dict[str, NDArray[np.float64]]:
        worse = {}
        for index, shift in enumerate(shifted.names):
            worse[shift] = np.full((len(positions), len(self._pages.classes)), np.nan)
            there = shifted.present[positions, index]
            if there.any():
                worse[shift][there] = self._predicted(network, shifted.pictures[positions[there], index])
        return worse

    def _compare(self, material: Material) -> Generator[Event, None, Metrics | None]:
        settings = self._recipe.comparison
        if settings is None or not self._recipe.has_comparison or not self._is_wanted(COMPARISON):
            return None
        done = self._store.get(COMPARISON)
        if done is None:
            copies = np.array([page.copies for page in self._pages.pages])
            split = file_level_split(material.labels, copies, settings.share, self._recipe.split.seed)
            unwatched = Split(split.train, _NOBODY)
            number = self._recipe.fold_count + 1
            fitted = yield from self._fit(COMPARISON, material, unwatched, settings.epochs, number)
            if fitted.stopped:
                return None
            logits = self._predicted(fitted.network, material.pictures[split.held_out, 0])
            done = DoneFit(split.held_out, logits, {}, fitted.epoch, fitted.seconds)
            self._store.put(COMPARISON, done)
        return evaluate(
            probabilities_at(done.logits, 1.0), material.labels[done.positions], self._pages.class_ids
        )

    def _final(self, material: Material) -> Generator[Event, None, None]:
        if self._store.get(FINAL) is None:
            everything = Split(np.arange(len(material.labels)), _NOBODY)
            number = self._recipe.fold_count
            fitted = yield from self._fit(FINAL, material, everything, self._recipe.epochs, number)
            if fitted.epoch == 0:
                return
            if not fitted.stopped:
                nothing = np.zeros((0, material.classes))
                self._store.put(FINAL, DoneFit(_NOBODY, nothing, {}, fitted.epoch, fitted.seconds))
        self._best = Best(FINAL, 2.0)

    def _fit(
        self, name: str, material: Material, split: Split, epochs: int, number: int
    ) -> Generator[Event, None, Fitted]:
        split = watched_split(self._recipe, self._pages, split)
        seed = self._recipe.seed * 1000 + number
        network = self._network(seed, material.classes)
        if self._recipe.pretraining is not None:
            before = Pretraining(
                name, self._recipe.pretraining, material, network, split.train, seed, self._device,
                self._should_stop, self._recipe.precision,
            )  # fmt: skip
            if (yield from before.run()):
                self._stopped = True
                return Fitted(network, 0, True, 0.0)

        def keep(weights: Weights) -> None:
            self._store.keep_weights(name, packed_weights(self._architecture, weights))

        recipe = training_recipe(self._recipe)
        fit = Fit(name, recipe, material, network, split, epochs, seed, self._device, self._should_stop, keep)
        fitted = yield from fit.run()
        self._stopped = fitted.stopped
        return fitted

    def _network(self, seed: int, classes: int) -> nn.Module:
        torch.manual_seed(seed)
        options, class_ids = self._recipe.model.options, self._pages.class_ids
        network = build(self._architecture, classes, options, self._preprocessing, class_ids)
        plant(network, self._public)
        return network

    def _concluded(
        self, folds: Sequence[Split], held_out: HeldOut, comparison: Metrics | None, notes: tuple[str, ...]
    ) -> Event:
        if not self._best.fit or len(held_out.seen) == 0:
            return Stopped("", "Stopped before any fit was worth keeping.")
        best, stopped_at = self._best.fit, self._best.fit if self._stopped else ""
        if best != FINAL and not self._stopped:
            notes = (*notes, f"There was no last fit on all pages: the weights are those of {best}.")
        described = self._described(folds) if best == FINAL and not self._stopped else None
        results = conclude(
            self._recipe, self._pages, self._preprocessing, folds, held_out, comparison, self._folder,
            self._store.weights(best), stopped_at, notes, described,
        )  # fmt: skip
        self._folder.write_json(self._folder.timing, self._timing())
        if self._stopped:
            return Stopped(
                self._folder.pack.name, f"Stopped; the best weights so far are of {self._best.fit}."
            )
        summary = results.metrics.summary
        return Finished(self._folder.pack.name, summary["accuracy"].value, summary["macro_f1"].value)

    def _described(self, folds: Sequence[Split]) -> Described | None:
        if self._recipe.is_as_published:  # a limit needs pages that the networks never saw
            return None
        describer = Describer(
            self._recipe, self._pages, self._preprocessing, self._store, self._cache, self._data_root,
            self._device,
        )  # fmt: skip
        return describer.describe(self._store.weights(FINAL), folds)

    def _timing(self) -> dict[str, object]:
        names = fit_names(self._recipe)
        done = {name: fit for name in names if (fit := self._store.get(name)) is not None}
        folds = [fit for name, fit in done.items() if name.startswith("fold")]
        return timing_json(folds, [fit for name, fit in done.items() if not name.startswith("fold")])

    def _predicted(self, network: nn.Module, pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
        return predict(network, pictures, self._preprocessing, self._device)

    @cached_property
    def _shifted(self) -> Shifted:
        return load_shifted(self._pages, self._recipe, self._preprocessing, self._cache, self._data_root)

    def _should_stop(self) -> bool:
        return self._asked() or self._folder.stop_requested()


def fit_names(recipe: Recipe) -> tuple[str, ...]:
    """Return the names of the fits a recipe asks for, in order."""
    folds = [f"fold {number}" for number in range(1, recipe.fold_count + 1)]
    others = ((COMPARISON, recipe.has_comparison), (FINAL, recipe.final_fit))
    return (*folds, *(name for name, wanted in others if wanted))


def chosen_device(wanted: str) -> torch.device:
    """Return the device for "auto", "cpu" or "cuda"."""
    if wanted == "auto":
        wanted = "cuda" if torch.cuda.is_available() else "cpu"
    return torch.device(wanted)
