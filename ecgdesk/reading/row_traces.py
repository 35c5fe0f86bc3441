"""The trace of every row of a sheet; where two rows cross, each keeps its own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.follow import Band, follow
from ecgdesk.reading.heights import FINER, stroke_height, trace_heights
from ecgdesk.reading.rows import Row
from ecgdesk.reading.strokes import Runs, Whole

Floats = NDArray[np.float64]

_REACH_MM, _REACH_PITCHES = 35.0, 1.25
_LONE_PITCH_MM: Final = 40.0
_CROSSING_MM: Final = 4.0
_FLAT_STROKES: Final = 2.2


@dataclass(frozen=True, slots=True, eq=False)
class RowTrace:
    """A row's level, the run its trace takes in each column (-1 for none), its heights and width of line.

    `heights` are for each column, `fine` those for each half column, in pixels, NaN where there is no trace.
    """

    level: float
    way: Whole
    heights: Floats
    fine: Floats
    stroke: float = 1.0


def trace_rows(
    runs: Runs, rows: list[Row], px_x: float, px_y: float, poll: Callable[[], None]
) -> list[RowTrace]:
    """Return the traces of the rows, topmost first; `poll` is called between them and may raise."""
    levels = np.array([row.level for row in rows])
    pitch = float(np.median(np.diff(levels))) if len(rows) > 1 else _LONE_PITCH_MM * px_y
    reach = max(_REACH_MM * px_y, _REACH_PITCHES * pitch)
    if not rows:
        return []
    ways = follow(runs, [Band(row.level, reach, pitch) for row in rows], px_x, px_y, poll)
    traces = [RowTrace(row.level, way, np.empty(0), np.empty(0)) for row, way in zip(rows, ways, strict=True)]
    # One pen draws all rows; on a trembling trace alone its width cannot be seen.
    stroke = float(np.median([stroke_height(runs, trace.way) for trace in traces]))
    return [_measured(runs, trace, stroke, px_x) for trace in _untangled(runs, traces, px_x)]


def _measured(runs: Runs, trace: RowTrace, stroke: float, px_x: float) -> RowTrace:
    fine = trace_heights(runs, trace.way, stroke, px_x)
    return replace(trace, heights=fine[::FINER], fine=fine, stroke=stroke)


def _untangled(runs: Runs, traces: list[RowTrace], px_x: float) -> list[RowTrace]:
    """Let the trace that runs flat across another's wave leave the columns that they share."""
    ways = [trace.way.copy() for trace in traces]
    for upper in range(len(ways) - 1):
        for lower in range(upper + 1, len(ways)):
            shared = (ways[upper] == ways[lower]) & (ways[upper] >= 0)
            for first, after in _spans(shared):
                if after - first <= _CROSSING_MM * px_x:
                    _yield(runs, ways[upper], ways[lower], first, after)
    return [replace(trace, way=way) for trace, way in zip(traces, ways, strict=True)]


def _yield(runs: Runs, upper: Whole, lower: Whole, first: int, after: int) -> None:
    flat = [_flat_beside(runs, way, first, after) for way in (upper, lower)]
    if flat[0] != flat[1]:
        (upper if flat[0] else lower)[first:after] = -1


def _flat_beside(runs: Runs, way: Whole, first: int, after: int) -> bool:
    beside = [way[c] for c in (first - 1, after) if 0 <= c < len(way) and way[c] >= 0]
    limit = _FLAT_STROKES * stroke_height(runs, way)
    return bool(beside) and all(runs.height[run] <= limit for run in beside)


def _spans(present: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.diff(np.concatenate([[0], present.astype(np.int8), [0]]))
    return list(zip(np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist(), strict=True))
