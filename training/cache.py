"""Decoded, cropped and shrunk pages on disk as one uint8 memmap, keyed by content and preprocessing."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Crop
from ecgdesk.core.page import PageRef
from ecgdesk.core.recipe import DegradeSettings
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from training.data import LabelledPage
from training.degrade import SHIFTS, degrade, jitter_crop, scaled_crop
from training.records import is_record, record_pictures
from training.seeing import seen

Pictures = NDArray[np.uint8]
_VERSION: Final = 1  # raise when reading, cropping or degrading changes what a page becomes
_JITTER_OF_SHIFT: Final = 0.02
CROP_SHIFT: Final = "crop ±2 %"


def training_pictures(
    pages: Sequence[LabelledPage], settings: Preprocessing, degraded: DegradeSettings, folder: Path
) -> Pictures:
    """Return (pages, 1 + variants, height, width, channels): the clean picture, then worsened ones."""

    def make(page: LabelledPage) -> Pictures:
        seed = int(page.sha256[:8], 16)
        if is_record(page.path):
            return record_pictures(page.path, settings, degraded.variants, np.random.default_rng(seed))
        pixels = _pixels(page.path)
        crop = propose_crop(pixels, settings.crop_policy)
        variants = (
            _variant(pixels, crop, settings, degraded, np.random.default_rng([seed, number]))
            for number in range(degraded.variants)
        )
        return np.stack([seen(pixels, crop, settings), *variants])

    key = ["training", degraded.model_dump(mode="json")]
    return _cached(pages, settings, key, 1 + degraded.variants, folder, make)


def shifted_pictures(pages: Sequence[LabelledPage], settings: Preprocessing, folder: Path) -> Pictures:
    """Return (pages, shifts, height, width, channels) in the order of `shift_names`."""

    def make(page: LabelledPage) -> Pictures:
        pixels = _pixels(page.path)
        rng = np.random.default_rng(int(page.sha256[:8], 16))
        changed = [_picture(change(pixels), settings) for change in SHIFTS.values()]
        crop = jitter_crop(propose_crop(pixels, settings.crop_policy), _JITTER_OF_SHIFT, 0.0, rng)
        return np.stack([*changed, seen(pixels, crop, settings)])

    return _cached(pages, settings, ["shifts", shift_names()], len(shift_names()), folder, make)


def shift_names() -> tuple[str, ...]:
    """Return the names of the shifts that `shifted_pictures` makes."""
    return (*SHIFTS, CROP_SHIFT)


def picture_of_file(path: Path, settings: Preprocessing) -> Pictures:
    """Return what the network sees of a file, read as the application reads it."""
    return _picture(_pixels(path), settings)


def _pixels(path: Path) -> Pictures:
    return load(PageRef(path)).pixels


def _picture(pixels: Pictures, settings: Preprocessing) -> Pictures:
    return seen(pixels, propose_crop(pixels, settings.crop_policy), settings)


def _variant(
    pixels: Pictures, crop: Crop, settings: Preprocessing, degraded: DegradeSettings, rng: np.random.Generator
) -> Pictures:
    # The crop of the clean page, moved a little, stands for what is found on the worse one: looking for it
    # again on every variant would cost five times as much as all the rest.
    worse = degrade(pixels, degraded, rng)
    moved = jitter_crop(crop, degraded.crop_jitter, degraded.tilt_deg, rng)
    return seen(worse, scaled_crop(moved, worse.shape[1] / pixels.shape[1]), settings)


def _cached(
    pages: Sequence[LabelledPage], settings: Preprocessing, key: Sequence[object], each: int, folder: Path,
    make: Callable[[LabelledPage], Pictures],
) -> Pictures:  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_digest(pages, settings, key)}.npy"
    if not path.is_file():
        shape = (len(pages), each, settings.height, settings.width, settings.channels)
        _fill(path, shape, pages, make)
    pictures: Pictures = np.load(path, mmap_mode="r")
    return pictures


def _fill(
    path: Path, shape: tuple[int, ...], pages: Iterable[LabelledPage],
    make: Callable[[LabelledPage], Pictures],
) -> None:  # fmt: skip
    partial = path.with_suffix(f".{os.getpid()}.partial")
    try:
        rows = np.lib.format.open_memmap(partial, mode="w+", dtype=np.uint8, shape=shape)
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            for index, row in enumerate(pool.map(make, pages)):
                rows[index] = row
        rows.flush()
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _digest(pages: Sequence[LabelledPage], settings: Preprocessing, key: Sequence[object]) -> str:
    said = [
        _VERSION,
        settings.model_dump(mode="json", exclude={"mean", "std"}),
        key,
        [page.sha256 for page in pages],
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]
