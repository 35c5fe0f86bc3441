"""The pictures of a run, from the cache."""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.recipe import Recipe
from training.cache import picture_of_file, shift_names, shifted_pictures, training_pictures
from training.data import PageSet
from training.predicting import Material

_FULL_SIZE = "full size"


@dataclass(frozen=True, slots=True, eq=False)
class Shifted:
    """Pages under named changes: pictures (pages, shifts, H, W, C), and which exist (pages, shifts)."""

    names: tuple[str, ...]
    pictures: NDArray[np.uint8]
    present: NDArray[np.bool_]


def shift_table_names() -> tuple[str, ...]:
    """Return the names of the changes in a shift table, in order."""
    return (*shift_names(), _FULL_SIZE)


def load_material(pages: PageSet, recipe: Recipe, settings: Preprocessing, cache: Path) -> Material:
    """Return the training pictures with their labels."""
    pictures = training_pictures(pages.pages, settings, recipe.degrade, cache)
    return Material(pictures, pages.labels, len(pages.classes), settings)


def load_shifted(
    pages: PageSet, recipe: Recipe, settings: Preprocessing, cache: Path, data_root: Path
) -> Shifted:
    """Return evenly chosen pages under every named change, and full-size originals where there are any."""
    every = math.ceil(len(pages.pages) / recipe.shift_pages)
    chosen = np.arange(0, len(pages.pages), every)
    changed = shifted_pictures([pages.pages[i] for i in chosen], settings, cache)
    full, there = _full_size(pages, recipe, settings, data_root)
    names = shift_table_names()
    pictures = np.zeros((len(pages.pages), len(names), *changed.shape[2:]), dtype=np.uint8)
    pictures[chosen, :-1], pictures[:, -1] = changed, full
    present = np.zeros((len(pages.pages), len(names)), dtype=bool)
    present[chosen, :-1], present[:, -1] = True, there
    return Shifted(names, pictures, present)


def _full_size(
    pages: PageSet, recipe: Recipe, settings: Preprocessing, data_root: Path
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    shape = (len(pages.pages), settings.height, settings.width, settings.channels)
    pictures, there = np.zeros(shape, dtype=np.uint8), np.zeros(len(pages.pages), dtype=bool)
    if not recipe.data.full_size_folder:
        return pictures, there
    folder = (data_root / recipe.data.source).parent / recipe.data.full_size_folder
    for index, page in enumerate(pages.pages):
        original = folder / page.path.name
        if original.is_file():
            pictures[index], there[index] = picture_of_file(original, settings), True
    return pictures, there
