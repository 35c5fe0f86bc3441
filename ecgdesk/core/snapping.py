"""Where a caliper's leg comes to rest: on a turn of the trace, on the trace, or on a line of the grid."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Point, Rect
from ecgdesk.core.trace_places import height_at, trace_at, turning_points, usual_height
from ecgdesk.core.tracing import LeadTrace, Scale

Pixels = NDArray[np.uint8]
Patch = Callable[[Rect], Pixels]
"""Returns the pixels of a part of the straightened page, RGB (height, width, 3)."""

_PATCH_MM: Final = 16.0
_GRID_SHARE: Final = 0.3
"""A line of the grid holds a leg within this share of the distance between two lines."""
_LEAST_STRENGTH: Final = 0.15
_TRACE_PERCENTILE: Final = 88
_FAINT, _DOTS = 8.0, 64.0
"""A grid of fine dots covers little of the paper: this dark are its dots taken to be."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapper:
    """Snaps places on one page; without scale or traces they stay where they are."""

    traces: tuple[LeadTrace, ...] = ()
    scale: Scale | None = None
    patch: Patch | None = None

    def time(self, at: Point, reach: float) -> float:
        """Return the column for a leg of time near a place: of a turn of the trace, or of a grid line."""
        trace = trace_at(self.traces, at)
        if trace is not None and self.scale is not None:
            turns = turning_points(trace, at[0], reach, self.scale.px_per_mm_y)
            if turns:
                return turns[0][0]
        return self._to_grid(at, 0, reach)

    def height(self, at: Point, reach: float) -> float:
        """Return the height for a leg of voltage near a place: of the trace there, its turns or its level."""
        trace = trace_at(self.traces, at)
        if trace is not None and self.scale is not None:
            turns = turning_points(trace, at[0], 2 * reach, self.scale.px_per_mm_y)
            known = [*(y for _, y in turns), height_at(trace, at[0]), usual_height(trace)]
            near = [y for y in known if y is not None and abs(y - at[1]) <= reach]
            if near:
                return min(near, key=lambda y: abs(y - at[1]))
        return self._to_grid(at, 1, reach)

    def _to_grid(self, at: Point, axis: int, reach: float) -> float:
        if self.scale is None or self.patch is None:
            return at[axis]
        period = (self.scale.px_per_mm_x, self.scale.px_per_mm_y)[axis]
        half = _PATCH_MM / 2 * max(self.scale.px_per_mm_x, self.scale.px_per_mm_y)
        box = Rect(at[0] - half, at[1] - half, at[0] + half, at[1] + half)
        x0, y0, _, _ = box.rounded()
        line = grid_line(self.patch(box), axis, period, at[axis] - (x0, y0)[axis])
        if line is None:
            return at[axis]
        place = line + (x0, y0)[axis]
        held = abs(place - at[axis]) <= min(reach, _GRID_SHARE * period)
        return place if held else at[axis]


def grid_line(patch: Pixels, axis: int, period: float, near: float) -> float | None:
    """Return the grid line nearest to a place along an axis (0 across, 1 down); None where none stands out.

    `patch` is RGB (height, width, 3); places count from its edge, pixel centres are halves.
    """
    dark = 255.0 - patch.min(axis=2).astype(np.float64)
    # Traces and text are darker than any grid: they must not outweigh it.
    common = float(np.percentile(dark, _TRACE_PERCENTILE))
    dark = np.minimum(dark, common if common >= _FAINT else _DOTS)
    profile = np.median(dark, axis=axis) if _mostly_lines(dark, axis) else dark.mean(axis=axis)
    profile = profile - profile.mean()
    energy = float(np.abs(profile).sum())
    if len(profile) < 2 * period or energy <= 0:
        return None
    places = np.arange(len(profile)) + 0.5
    wave = complex((profile * np.exp(2j * np.pi * places / period)).sum())
    if abs(wave) / energy < _LEAST_STRENGTH:
        return None
    phase = np.angle(wave) / (2 * np.pi) * period
    return float(phase + round((near - phase) / period) * period)


def _mostly_lines(dark: NDArray[np.float64], axis: int) -> bool:
    """Return whether columns (or rows) differ in their medians: then a trace across them weighs nothing."""
    return float(np.ptp(np.median(dark, axis=axis))) > 2.0
