"""What is measured on read pages, against printed heart rates and boundaries that people set.

Heart rate on pages cropped to their tracing, so that the printed one is not in sight. Intervals on LUDB's
records drawn as pages of 200 dpi; what they are held against is the median over the leads of each lead's
median interval. Beside each error stands what the best constant guess makes.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from scipy.stats import spearmanr

from benchmarks.reading.figure import Figure, share
from benchmarks.reading.sets import Sets
from ecgdesk.core.analysis import Measurements
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.measure import measure
from ecgdesk.reading.read_page import read_page
from ecgdesk.reading.render import render
from ecgdesk.reading.render_options import RenderOptions

WITHIN_BPM: Final = 2.0
AIMS: Final = {"pr_ms": 10.0, "p_ms": 10.0, "qrs_ms": 8.0, "qt_ms": 16.0}
LEAST_RANK: Final = 0.6
ALL_PAGES: Final = 387
LEADS: Final = ("i", "ii", "iii", "avr", "avl", "avf", "v1", "v2", "v3", "v4", "v5", "v6")
HZ: Final = 500
SKIP, MORE, AUX = 59, 60, 63
NAMES: Final = {39: "(", 40: ")", 24: "p", 1: "N", 27: "t"}

Pixels = "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]"


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield heart rate, then every interval, then what is said where no P wave stands before the QRS."""
    yield from _heart_rate(sets)
    yield from _intervals(sets)


def _measured(pixels: Pixels) -> Measurements:
    return measure(read_page(pixels, propose_crop(pixels, "tracing")))


def _heart_rate(sets: Sets) -> Iterator[Figure]:
    with (sets.data / "ecg-cardiac/pages.csv").open(encoding="utf-8", newline="") as file:
        printed = {Path(row["page"]).stem: row["printed_heart_rate_bpm"] for row in csv.DictReader(file)}
    held, found = [], []
    for name, pixels in sets.cardiac(ALL_PAGES):
        if printed[Path(name).stem]:
            rate = _measured(pixels).heart_rate_bpm
            found.append(rate is not None)
            held.append(rate is not None and abs(rate - float(printed[Path(name).stem])) <= WITHIN_BPM)
    yield share("heart rate within 2 bpm of the printed one", held, 0.95)
    yield share("heart rate measurable", found)


def _intervals(sets: Sets) -> Iterator[Figure]:
    measured, known, fibrillating = [], [], []
    rhythms = _rhythms(sets.data)
    for name, signal in sets.ludb(100):
        now = _measured(render(signal, RenderOptions()).pixels)
        measured.append([getattr(now, field) for field in AIMS])
        known.append(Boundaries(sets.data / "ludb/data", name).intervals())
        if "fibrillation" in rhythms[name]:
            fibrillating.append(now.pr_ms is None)
    for column, (field, aim) in enumerate(AIMS.items()):
        ours = np.array([np.nan if row[column] is None else row[column] for row in measured], float)
        theirs = np.array([row[column] for row in known], float)
        yield from _against(field, ours, theirs, aim)
    absent = [row[0] is None for row, truth in zip(measured, known, strict=True) if np.isnan(truth[0])]
    yield share("no PR interval where people marked no P wave", absent)
    yield share("no PR interval in atrial fibrillation", fibrillating, 1.0 if fibrillating else None)


def _against(
    field: str, ours: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    theirs: "np.ndarray[tuple[int], np.dtype[np.float64]]", aim: float,
) -> Iterator[Figure]:  # fmt: skip
    both = np.isfinite(ours) & np.isfinite(theirs)
    name, error = field.removesuffix("_ms").upper(), ours[both] - theirs[both]
    guess = float(np.median(np.abs(theirs[both] - np.median(theirs[both]))))
    note = f"constant guess {guess:.1f}; bias {np.median(error):+.1f}; mean {np.abs(error).mean():.1f}"
    count = int(both.sum())
    yield Figure(
        f"{name}: median absolute error, ms", float(np.median(np.abs(error))), count, aim, "most", ".1f", note
    )
    yield Figure(
        f"{name}: rank correlation", float(spearmanr(ours[both], theirs[both])[0]), count, LEAST_RANK
    )
    yield share(f"{name}: measurable where people marked it", np.isfinite(ours[np.isfinite(theirs)]).tolist())


def _rhythms(data: Path) -> dict[str, str]:
    with (data / "ludb/ludb.csv").open(encoding="utf-8", newline="") as file:
        return {row["ID"].strip(): row["Rhythms"].lower() for row in csv.DictReader(file)}


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The marks of one LUDB record."""

    folder: Path
    record: str

    def intervals(self) -> tuple[float, float, float, float]:
        """Return PR, P, QRS and QT in ms: the median over the leads of each lead's median; NaN for none."""
        by_lead = [self._lead(lead) for lead in LEADS]
        return tuple(_middle([_middle(one[place]) for one in by_lead]) for place in range(4))  # type: ignore[return-value]

    def _lead(self, lead: str) -> tuple[list[float], list[float], list[float], list[float]]:
        waves = list(_waves(self.folder / f"{self.record}.{lead}"))
        pr, qrs, qt = [], [], []
        p = [offset - onset for kind, onset, offset in waves if kind == "p"]
        for place, (kind, onset, offset) in enumerate(waves):
            if kind != "N":
                continue
            qrs.append(offset - onset)
            if place and waves[place - 1][0] == "p":
                pr.append(onset - waves[place - 1][1])
            if place + 1 < len(waves) and waves[place + 1][0] == "t":
                qt.append(waves[place + 1][2] - onset)
        return pr, p, qrs, qt


def _middle(values: list[float]) -> float:
    known = [value for value in values if np.isfinite(value)]
    return float(np.median(known)) if known else float("nan")


def _waves(path: Path) -> Iterator[tuple[str, float, float]]:
    """Yield kind, onset and offset in ms of every wave that has both, from a WFDB annotation file."""
    onset, kind = float("nan"), ""
    for symbol, sample in _marks(path.read_bytes()):
        moment = sample * 1000 / HZ
        if symbol == "(":
            onset = moment
        elif symbol == ")":
            if kind and np.isfinite(onset):
                yield kind, onset, moment
            onset, kind = float("nan"), ""
        else:
            kind = symbol


def _marks(data: bytes) -> Iterator[tuple[str, int]]:
    """Yield symbol and sample of every mark; the format is WFDB's (MIT): six bits of code, ten of time."""
    words = np.frombuffer(data[: len(data) // 2 * 2], "<u2")
    sample, place = 0, 0
    while place < len(words) and words[place]:
        code, step = int(words[place]) >> 10, int(words[place]) & 1023
        place += 1
        if code == SKIP:
            sample += (int(words[place]) << 16) + int(words[place + 1])
            place += 2
        elif code == AUX:
            place += (step + 1) // 2
        elif code < SKIP:
            sample += step
            if code in NAMES:
                yield NAMES[code], sample
