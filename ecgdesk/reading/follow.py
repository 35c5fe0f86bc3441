"""Follows the rows' traces from left to right through the runs of ink: the cheapest ways (Viterbi).

All rows go through a column together: there are thousands of columns, and few runs in each.
"""

from collections.abc import Callable, Sequence
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
_POLL_COLUMNS: Final = 400


@dataclass(frozen=True, slots=True)
class Band:
    """Where a row's trace may run: level, reach from it, and distance to the next row, in pixels."""

    level: float
    reach: float
    pitch: float


def follow(runs: Runs, bands: Sequence[Band], px_x: float, px_y: float, poll: Callable[[], None]) -> Whole:
    """Return for each row and column the index of the run that the row's trace takes, -1 for none.

    The result is (rows, columns); `px_x` and `px_y` are pixels of a millimetre. `poll` is called now and then
    and may raise.
    """
    ways = _Ways(runs, bands, px_x, px_y)
    for column in range(len(runs.start) - 1):
        if column % _POLL_COLUMNS == 0:
            poll()
        ways.advance(column)
    return ways.taken()


@dataclass(frozen=True, slots=True, eq=False)
class _Steps:
    """What a step between runs of neighbouring columns costs, and which runs touch none there.

    `cost[first[r] : first[r + 1]]` are the steps to run r from each run of the column before it; `begins` and
    `ends` list by column the runs that touch none in the column before or after.
    """

    cost: Floats
    first: list[int]
    begins: list[Whole]
    ends: list[Whole]


class _Ways:
    """The cheapest ways of every row to the runs of the columns so far; ends of strokes wait for others."""

    def __init__(self, runs: Runs, bands: Sequence[Band], px_x: float, px_y: float) -> None:
        self._runs, self._starts = runs, runs.start.tolist()
        self._gap_cost, self._bend_cost = _GAP_COST / px_y, _BEND_COST / px_y
        self._absent_cost, self._outside_cost = _ABSENT_COST / px_x, _OUTSIDE_COST / px_x
        self._oldest = _OLDEST_MM * px_x
        self._steps = _steps(runs, self._gap_cost, self._bend_cost)
        self._cost = np.stack([_off_level(runs, band, px_x, px_y) for band in bands])
        self._before = np.full(self._cost.shape, -1, np.int64)
        self._waiting = np.zeros((len(bands), 0), np.int64)
        self._waiting_cost = np.zeros((len(bands), 0))

    def advance(self, column: int) -> None:
        """Take one more column in."""
        first, last = self._starts[column : column + 2]
        if last == first:
            return
        before = self._starts[column - 1] if column else 0
        start = (column + 1) * self._outside_cost
        if first > before:
            least, source = self._stepped(before, first, last, start)
        else:
            least = np.full((len(self._cost), last - first), start)
            source = np.full(least.shape, -1)
        begins = self._steps.begins[column]
        if len(begins) and self._waiting.shape[1]:
            self._jump(column, begins, first, least, source)
        self._cost[:, first:last] += least
        self._before[:, first:last] = source
        if len(self._steps.ends[column]):
            self._wait(column, self._steps.ends[column])

    def _stepped(self, before: int, first: int, last: int, start: float) -> tuple[Floats, Whole]:
        """Return the least costs to get to each run of a column from the column before, and from where."""
        step = self._steps.cost[self._steps.first[first] : self._steps.first[last]]
        cost = self._cost[:, None, before:first] + step.reshape(last - first, first - before)
        source = cost.argmin(axis=2) + before
        least = cost.min(axis=2)
        source[least >= start] = -1
        return np.minimum(least, start), source

    def _jump(self, column: int, begins: Whole, first: int, least: Floats, source: Whole) -> None:
        """Where it is cheaper, let the beginnings of strokes follow on ends that wait."""
        runs, old = self._runs, self._waiting
        top, bottom = runs.top[begins, None], runs.bottom[begins, None]
        gap = np.maximum(top - runs.bottom[old][:, None], runs.top[old][:, None] - bottom)
        bend = np.abs(runs.centre[begins, None] - runs.centre[old][:, None])
        absent = column - 1 - runs.column[old]
        paid = np.where(absent <= self._oldest, self._waiting_cost + absent * self._absent_cost, np.inf)
        cost = paid[:, None] + np.maximum(gap - 1, 0) * self._gap_cost + bend * self._bend_cost
        best = cost.argmin(axis=2)
        found, here = cost.min(axis=2), begins - first
        better = found < least[:, here]
        source[:, here] = np.where(better, np.take_along_axis(old, best, axis=1), source[:, here])
        least[:, here] = np.minimum(found, least[:, here])

    def _wait(self, column: int, ends: Whole) -> None:
        """Let ends of strokes wait; only the cheapest few are kept."""
        rows = len(self._cost)
        run = np.concatenate([np.broadcast_to(ends, (rows, len(ends))), self._waiting], axis=1)
        cost = np.concatenate([self._cost[:, ends], self._waiting_cost], axis=1)
        if run.shape[1] > _WAITING:
            now = cost + (column - self._runs.column[run]) * self._absent_cost
            kept = np.argpartition(now, _WAITING, axis=1)[:, :_WAITING]
            run, cost = np.take_along_axis(run, kept, axis=1), np.take_along_axis(cost, kept, axis=1)
        self._waiting, self._waiting_cost = run, cost

    def taken(self) -> Whole:
        """Return the cheapest way's run for each row and column, -1 where it has none."""
        columns = len(self._starts) - 1
        ways = np.full((len(self._cost), columns), -1, np.int64)
        if self._cost.shape[1] == 0:
            return ways
        ends = (self._cost + (columns - 1 - self._runs.column) * self._outside_cost).argmin(axis=1)
        for way, run, before in zip(ways, ends.tolist(), self._before, strict=True):
            while run >= 0:
                way[self._runs.column[run]] = run
                run = int(before[run])
        return ways


def _steps(runs: Runs, gap_cost: float, bend_cost: float) -> _Steps:
    counts = np.diff(runs.start)
    beside = np.concatenate([[0], counts[:-1]])[runs.column]
    first = np.concatenate([[0], np.cumsum(beside)])
    here = np.repeat(np.arange(len(beside)), beside)
    there = np.arange(len(here)) - first[here] + runs.start[runs.column[here] - 1]
    gap = np.maximum(runs.top[here] - runs.bottom[there], runs.top[there] - runs.bottom[here])
    bend = np.abs(runs.centre[here] - runs.centre[there])
    touching = gap <= 1
    begins = np.bincount(here[touching], minlength=len(beside)) == 0
    ends = np.bincount(there[touching], minlength=len(beside)) == 0
    cost = np.maximum(gap - 1, 0) * gap_cost + bend * bend_cost
    return _Steps(cost, first.tolist(), _by_column(runs, begins), _by_column(runs, ends))


def _by_column(runs: Runs, chosen: NDArray[np.bool_]) -> list[Whole]:
    which = np.flatnonzero(chosen)
    return np.split(which, np.searchsorted(runs.column[which], np.arange(1, len(runs.start) - 1)))


def _off_level(runs: Runs, band: Band, px_x: float, px_y: float) -> Floats:
    """Return what each run costs a row by its distance from the row's level; infinite beyond its reach."""
    slope = max(_LEVEL_COST / px_y, _FAR_COST / band.pitch) / px_x
    off = np.minimum(np.abs(runs.centre - band.level) * slope, _FAR_COST / px_x)
    near = (runs.bottom >= band.level - band.reach) & (runs.top <= band.level + band.reach)
    return np.asarray(np.where(near, off, np.inf), np.float64)
