"""The pages that the tables are measured on: real ones, and records drawn as pages, in stated subsets."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.page import PageRef
from ecgdesk.reading.load import load
from ecgdesk.reading.render_signal import LEADS, Signal

Pixels = NDArray[np.uint8]

PTB_HZ: Final = 250
SUBSET: Final = 60
SEED: Final = 20
FULL_SIZE_5_MM_PX: Final = (39.7, 39.9)
"""Pixels of 5 mm on the twelve full-size pages, as measured by hand."""


@dataclass(frozen=True, slots=True)
class Sets:
    """The data folder, and whether all of it is to be used or seeded subsets of `SUBSET` items.

    Every method yields names with what they name; the same subset each time.
    """

    data: Path
    everything: bool = False

    def full(self) -> Iterator[tuple[str, Pixels]]:
        """Yield the twelve full-size pages."""
        return _pages(sorted((self.data / "ecg-cardiac/full").glob("*.jpg")))

    def cardiac(self, most: int = SUBSET) -> Iterator[tuple[str, Pixels]]:
        """Yield the half-size pages of `ecg-cardiac`."""
        return _pages(self.chosen(sorted((self.data / "ecg-cardiac/pages").glob("*.jpg")), most))

    def photos(self) -> Iterator[tuple[str, Pixels]]:
        """Yield the 26 photographs and scans."""
        return _pages(sorted((self.data / "ecg-photos").glob("*.jpg")))

    def ludb_pages(self, most: int = SUBSET) -> Iterator[tuple[str, Pixels]]:
        """Yield pages that another program drew of LUDB; the name is the record's."""
        return _pages(self.chosen(sorted((self.data / "ludb/pages").glob("*.png")), most))

    def ludb(self, most: int = SUBSET) -> Iterator[tuple[str, Signal]]:
        """Yield LUDB's records at 500 Hz."""
        for path in self.chosen(sorted((self.data / "ludb/data").glob("*.hea"), key=_number), most):
            yield path.stem, read_wfdb(path)

    def ptb_xl(self, most: int = SUBSET) -> Iterator[tuple[str, Signal]]:
        """Yield PTB-XL's records at 250 Hz."""
        with np.load(self.data / "ptb-xl/signals_250hz.npz") as stored:
            microvolts = np.cumsum(stored["delta_uv"], axis=2, dtype=np.int16)
            names = {lead.upper(): lead for lead in LEADS}
            leads = tuple(names[str(lead).upper()] for lead in stored["leads"])
            ids = [str(ecg) for ecg in stored["ecg_id"]]
        for index in self.chosen(list(range(len(ids))), most):
            yield ids[index], Signal((microvolts[index] / 1000).astype(np.float32), PTB_HZ, leads)

    def chosen(self, items: list, most: int = SUBSET) -> list:  # type: ignore[type-arg]
        """Return a subset drawn by the fixed seed, in order, or everything."""
        if self.everything or len(items) <= most:
            return items
        places = np.random.default_rng(SEED).permutation(len(items))[:most]
        return [items[place] for place in sorted(places.tolist())]


def ludb_signal(data: Path, record: str) -> Signal:
    """Return a record of LUDB by its number, leading zeros or not."""
    return read_wfdb(data / "ludb/data" / f"{int(record)}.hea")


def read_wfdb(header: Path) -> Signal:
    """Return a record in WFDB's format 16, as LUDB's are: enough for a benchmark, without a library."""
    first, *rest = [line.split() for line in header.read_text().splitlines() if line and line[0] != "#"]
    count, hz = int(first[1]), float(first[2])
    names = {lead.upper(): lead for lead in LEADS}
    leads = tuple(names[line[-1].upper()] for line in rest[:count])
    scale = np.array([_gain(line[2]) for line in rest[:count]])
    raw = np.fromfile(header.with_name(rest[0][0]), "<i2").reshape(-1, count)
    return Signal(((raw - scale[:, 1]) / scale[:, 0]).T.astype(np.float32), hz, leads)


def _gain(field: str) -> tuple[float, float]:
    """Return steps of one millivolt and the step of zero from "820(-16)/mV"."""
    gain, _, zero = field.split("/")[0].partition("(")
    return float(gain), float(zero.rstrip(")") or 0)


def for_one_core() -> None:
    """Keep OpenCV to one thread, so that times can be compared."""
    cv2.setNumThreads(1)


def _pages(paths: list[Path]) -> Iterator[tuple[str, Pixels]]:
    return ((path.stem, load(PageRef(path)).pixels) for path in paths)


def _number(path: Path) -> int:
    return int(path.stem)
