"""Follows one row's trace from left to right through the runs of ink: the cheapest way (Viterbi)."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.strokes import Runs, Whole

Floats = NDArray[np.float64]

_GAP_COST: Final = 0.5
"""For each millimetre up or down between runs that do not touch."""

_BEND_COST: Final = 0.004
"""For each millimetre between the centres of runs, so that of two ways that touch the even one is taken."""

_ABSENT_COST: Final = 8.0
"""For each millimetre across without ink between two runs …"""

_OUTSIDE_COST: Final = 3.5
"""… and before the first or after the last of them."""

_LEVEL_COST: Final = 0.25
"""For each millimetre across, for each millimetre between a run and the row's level …"""

_FAR_COST: Final = 5.0
"""… but no more than this, reached at a neighbour's level at the latest.

It is more than an end costs, so that a missing trace is not replaced by a neighbour's, and less than a gap,
so that a wave may cross the neighbour.
"""

_WAITING: Final = 5
_OLDEST_MM: Final = 14.0


@dataclass(frozen=True, slots=True)
class Band:
    """Where a row's trace may run: level, reach from it, and distance to the next row, in pixels."""

    level: float
    reach: float
    pitch: float


def follow(runs: Runs, band: Band, px_per_mm_x: float, px_per_mm_y: float) -> Whole:
    """Return for each column the index of the run that the row's trace takes, -1 where there is none."""
    way = _Way(runs, band, px_per_mm_x, px_per_mm_y)
    for column in range(len(runs.start) - 1):
        way.advance(column)
    return way.taken()


class _Way:
    """The cheapest ways to the runs of the columns so far; a run without a successor waits some columns."""

    def __init__(self, runs: Runs, band: Band, px_x: float, px_y: float) -> None:
        self._runs, self._band = runs, band
        self._px_x, self._px_y = px_x, px_y
        self._level_cost = max(_LEVEL_COST / px_y, _FAR_COST / band.pitch) / px_x
        self._far_cost = _FAR_COST / px_x
        self._gap_cost, self._bend_cost = _GAP_COST / px_y, _BEND_COST / px_y
        self._absent_cost, self._outside_cost = _ABSENT_COST / px_x, _OUTSIDE_COST / px_x
        near = (runs.bottom >= band.level - band.reach) & (runs.top <= band.level + band.reach)
        self._near = near
        self._before = np.full(len(near), -1, np.int64)
        self._live = np.empty(0, np.int64)
        self._cost = np.empty(0)
        self._end = (np.inf, -1)
        self._start_cost = 0.0

    def advance(self, column: int) -> None:
        """Take one more column in."""
        runs = self._runs
        first, last = int(runs.start[column]), int(runs.start[column + 1])
        here = np.arange(first, last)[self._near[first:last]]
        waiting = self._cost + self._absent_cost
        self._start_cost += self._outside_cost
        if len(here):
            cost = self._reach(here)
            self._live = np.concatenate([here, self._live])
            waiting = np.concatenate([cost, waiting])
        self._keep(column, waiting)

    def _reach(self, here: Whole) -> Floats:
        """Return the least cost to get to each of these runs, and note from where."""
        runs = self._runs
        off = np.minimum(np.abs(runs.centre[here] - self._band.level) * self._level_cost, self._far_cost)
        if len(self._live) == 0:
            return np.asarray(off + self._start_cost, np.float64)
        there = self._live
        gap = np.maximum(
            runs.top[here][:, None] - runs.bottom[there][None, :],
            runs.top[there][None, :] - runs.bottom[here][:, None],
        )
        bend = np.abs(runs.centre[here][:, None] - runs.centre[there][None, :])
        cost = self._cost + np.maximum(gap - 1, 0) * self._gap_cost + bend * self._bend_cost
        best = cost.argmin(axis=1)
        self._before[here] = there[best]
        least = cost[np.arange(len(here)), best]
        fresh = self._start_cost < least
        self._before[here[fresh]] = -1
        return np.asarray(np.where(fresh, self._start_cost, least) + off, np.float64)

    def _keep(self, column: int, cost: Floats) -> None:
        self._end = self._end[0] + self._outside_cost, self._end[1]
        here = self._runs.column[self._live] == column
        if here.any():
            cheapest = int(np.where(here, cost, np.inf).argmin())
            self._end = min(self._end, (float(cost[cheapest]), int(self._live[cheapest])))
        waits = ~here & (column - self._runs.column[self._live] <= _OLDEST_MM * self._px_x)
        waiting = np.flatnonzero(waits)
        order = np.concatenate([np.flatnonzero(here), waiting[np.argsort(cost[waiting])[:_WAITING]]])
        self._live, self._cost = self._live[order], cost[order]

    def taken(self) -> Whole:
        """Return the cheapest way's run for each column, -1 where it has none."""
        way = np.full(len(self._runs.start) - 1, -1, np.int64)
        run = self._end[1]
        while run >= 0:
            way[self._runs.column[run]] = run
            run = int(self._before[run])
        return way
