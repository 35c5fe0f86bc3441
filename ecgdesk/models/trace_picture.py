"""What a network that reads leads is given: the digitised traces of a page as one small picture.

Twelve rows hold two and a half seconds of a lead each, in the usual order; four more hold ten seconds of
rhythm strip, a quarter a row. A value is a voltage in steps of 25 µV about the row's median.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Rect
from ecgdesk.core.sentence import say
from ecgdesk.core.tracing import LEAD_NAMES, LEAST_AGREEMENT, LeadTrace, PageReading

LEAD_ROWS: Final = len(LEAD_NAMES)
RHYTHM_ROWS: Final = 4
ROWS: Final = LEAD_ROWS + RHYTHM_ROWS
WINDOW_S: Final = 2.5
ZERO: Final = 128
STEP_MV: Final = 0.025
FEWEST_LEADS: Final = 10
"""With fewer leads read, what a network says rests on too little to be said."""
LEAST_READ: Final = 0.95
"""So much of the leads' windows must have been followed, on average."""

_LONG_S: Final = 6.0
_LEAST_COVERED: Final = 0.5
_STITCHED: Final = ("II", "aVL", "V2", "V5")
_SPREAD_MM: Final = 4.0
_ROW_PX, _COLUMN_PX, _PX_PER_MV = 40, 3, 20.0
"""Of traces drawn for people."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class TracePicture:
    """The picture (16, columns, 1) uint8, and where on the crop each value comes from.

    `points` (16, columns, 2) float32 are x and y as shares of the crop's width and height, NaN where nothing
    was read; `spread` is how far around the trace its heat is painted, as a share of the height; `leads` is
    how many of the twelve were read, `covered` the mean share of their windows, and `agreement` how well limb
    leads agree (Einthoven), None where that cannot be tested.
    """

    picture: NDArray[np.uint8]
    points: Floats
    spread: float
    leads: int
    covered: float = 1.0
    agreement: float | None = None

    @property
    def doubt(self) -> str:
        """Why a network's answer to this reading means little; empty where nothing speaks against it."""
        if self.leads < FEWEST_LEADS:
            return say("Only {count} of the twelve leads could be read.", count=self.leads)
        if self.covered < LEAST_READ:
            return say("Parts of the traces could not be read.")
        if self.agreement is not None and self.agreement < LEAST_AGREEMENT:
            return say("The leads that were read contradict each other.")
        return ""


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """One row: millivolts (columns,) with NaN in gaps, and where they come from (columns, 2)."""

    millivolts: Floats
    points: Floats


def trace_picture(reading: PageReading, settings: Preprocessing, crop: Rect) -> TracePicture:
    """Return what a network gets of the reading of a crop; rows of leads that were not read are flat."""
    columns = settings.width
    leads = [_lead(reading, name, columns) for name in LEAD_NAMES]
    rows = [*leads, *_rhythm(reading, columns)]
    values = np.stack([_steps(row.millivolts) for row in rows])
    points = (np.stack([row.points for row in rows]) - (crop.x0, crop.y0)) / (crop.width, crop.height)
    scale = reading.scale.px_per_mm_y if reading.scale is not None else 1.0
    covered = [float(np.isfinite(row.millivolts).mean()) for row in leads]
    return TracePicture(
        values[:, :, None], points.astype(np.float32), _SPREAD_MM * scale / crop.height,
        sum(share >= _LEAST_COVERED for share in covered), float(np.mean(covered)), reading.einthoven,
    )  # fmt: skip


def as_lines(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture (rows, columns, 1) as one a person can read: a black line for each row on white."""
    rows, columns, _ = picture.shape
    drawn = np.full((rows * _ROW_PX, columns * _COLUMN_PX, 1), 255, dtype=np.uint8)
    across = (np.arange(columns) + 0.5) * _COLUMN_PX
    for row, values in enumerate(picture[:, :, 0].astype(np.float64)):
        middle = (row + 0.5) * _ROW_PX
        line = np.stack([across, middle - (values - ZERO) * STEP_MV * _PX_PER_MV], axis=1)
        cv2.polylines(drawn, [np.rint(line).astype(np.int32)], False, 0, 1, cv2.LINE_AA)
    return drawn


def _steps(millivolts: Floats) -> NDArray[np.uint8]:
    steps = np.nan_to_num(millivolts / STEP_MV) + ZERO
    return np.asarray(np.clip(np.rint(steps), 0, 255), dtype=np.uint8)


def _lead(reading: PageReading, name: str, columns: int) -> _Row:
    found = [trace for trace in reading.traces if trace.lead.name == name]
    if not found:
        return _nothing(columns)
    best = min(found, key=lambda trace: (trace.lead.rhythm, -trace.covered))
    return _levelled(_window(best, best.lead.start_s, columns))


def _rhythm(reading: PageReading, columns: int) -> list[_Row]:
    """Return four rows of the longest strip; where there is none, of what stands in each quarter."""
    long = [trace for trace in reading.traces if trace.lead.duration_s >= _LONG_S]
    if not long:
        return [_levelled(_quarter(reading, number * WINDOW_S, columns)) for number in range(RHYTHM_ROWS)]
    strip = min(long, key=lambda trace: (not trace.lead.rhythm, trace.lead.name != "II", -trace.covered))
    start = strip.lead.start_s
    rows = [_window(strip, start + number * WINDOW_S, columns) for number in range(RHYTHM_ROWS)]
    level = _median(np.concatenate([row.millivolts for row in rows]))
    return [_Row(row.millivolts - level, row.points) for row in rows]


def _quarter(reading: PageReading, start: float, columns: int) -> _Row:
    middle = start + WINDOW_S / 2
    there = [
        trace
        for trace in reading.traces
        if trace.lead.start_s <= middle < trace.lead.start_s + trace.lead.duration_s
    ]
    if not there:
        return _nothing(columns)
    best = min(there, key=lambda trace: (trace.lead.name not in _STITCHED, -trace.covered))
    return _window(best, max(start, best.lead.start_s), columns)


def _window(trace: LeadTrace, start: float, columns: int) -> _Row:
    """Return a trace from a moment on, averaged within each column."""
    offset = (start - trace.lead.start_s) * trace.hz
    number = np.floor((np.arange(len(trace.millivolts)) + 0.5 - offset) / trace.hz / WINDOW_S * columns)
    use = np.isfinite(trace.millivolts) & (number >= 0) & (number < columns)
    numbers = number[use].astype(np.int64)
    counts = np.bincount(numbers, minlength=columns)
    sums = np.bincount(numbers, trace.millivolts[use].astype(np.float64), minlength=columns)
    values = np.full(columns, np.nan, dtype=np.float32)
    values[counts > 0] = sums[counts > 0] / counts[counts > 0]
    return _Row(values, _places(trace, start, columns))


def _places(trace: LeadTrace, start: float, columns: int) -> Floats:
    lead = trace.lead
    seconds = start - lead.start_s + (np.arange(columns) + 0.5) / columns * WINDOW_S
    points = np.full((columns, 2), np.nan, dtype=np.float32)
    line = trace.line[np.isfinite(trace.line).all(axis=1)]
    inside = seconds < lead.duration_s
    if len(line) == 0 or lead.duration_s <= 0:
        return points
    x = lead.box.x0 + seconds[inside] / lead.duration_s * lead.box.width
    points[inside, 0] = x
    points[inside, 1] = np.interp(x, line[:, 0], line[:, 1])
    return points


def _levelled(row: _Row) -> _Row:
    return _Row(row.millivolts - _median(row.millivolts), row.points)


def _median(values: Floats) -> np.float32:
    finite = values[np.isfinite(values)]
    return np.float32(np.median(finite)) if len(finite) else np.float32(0)


def _nothing(columns: int) -> _Row:
    return _Row(np.full(columns, np.nan, np.float32), np.full((columns, 2), np.nan, np.float32))
