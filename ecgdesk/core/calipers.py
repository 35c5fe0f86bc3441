"""Calipers on a page: two legs and the bar between them. Lengths in pixels of the straightened page."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, floor
from typing import Final

from ecgdesk.core.geometry import Point, Rect, Size
from ecgdesk.core.tracing import Scale

MS_PER_S: Final = 1000.0
S_PER_MIN: Final = 60.0
LEAST_PX: Final = 1.0
MOST_STEPS: Final = 200
"""So many steps of a march are drawn to either side at most."""


class CaliperKind(StrEnum):
    """What a caliper measures: time lies along the page, voltage upright."""

    TIME = "time"
    VOLTAGE = "voltage"


class Part(StrEnum):
    """What of a caliper a hand takes hold of."""

    FIRST = "first"
    SECOND = "second"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Caliper:
    """Legs at `first` and `second` along the measured axis, the bar between them at `at` on the other.

    `march` repeats the distance to both sides.
    """

    kind: CaliperKind
    first: float
    second: float
    at: float
    march: bool = False

    @property
    def span(self) -> float:
        """The measured distance in pixels."""
        return abs(self.second - self.first)

    @property
    def ends(self) -> tuple[Point, Point]:
        """Both ends of the bar."""
        if self.kind is CaliperKind.TIME:
            return (self.first, self.at), (self.second, self.at)
        return (self.at, self.first), (self.at, self.second)


@dataclass(frozen=True, slots=True)
class CaliperValue:
    """What a caliper measures; `ms` and `bpm` of time, `mv` of voltage, `mm` of either."""

    mm: float
    ms: float | None = None
    bpm: float | None = None
    mv: float | None = None


def between(start: Point, end: Point) -> Caliper:
    """Return the caliper that a drag draws: of time where it goes along the page, else of voltage."""
    across, down = end[0] - start[0], end[1] - start[1]
    if abs(across) >= abs(down):
        return Caliper(CaliperKind.TIME, start[0], end[0], start[1])
    return Caliper(CaliperKind.VOLTAGE, start[1], end[1], start[0])


def from_ends(caliper: Caliper, ends: tuple[Point, Point]) -> Caliper:
    """Return the caliper with its bar between other points; the bar stays level or upright."""
    (x0, y0), (x1, y1) = ends
    if caliper.kind is CaliperKind.TIME:
        return replace(caliper, first=x0, second=x1, at=(y0 + y1) / 2)
    return replace(caliper, first=y0, second=y1, at=(x0 + x1) / 2)


def value_of(caliper: Caliper, scale: Scale | None) -> CaliperValue | None:
    """Return what a caliper measures, None while the scale of the page is not known."""
    if scale is None:
        return None
    if caliper.kind is CaliperKind.TIME:
        ms = caliper.span / scale.px_per_s * MS_PER_S
        bpm = S_PER_MIN * MS_PER_S / ms if ms > 0 else None
        return CaliperValue(caliper.span / scale.px_per_mm_x, ms=ms, bpm=bpm)
    return CaliperValue(caliper.span / scale.px_per_mm_y, mv=caliper.span / scale.px_per_mv)


def part_at(caliper: Caliper, point: Point, reach: float) -> Part | None:
    """Return what of a caliper lies within reach of a point; a leg may be held along `reach` · 5 of it."""
    along, away = _split(caliper, point)
    for part, place in ((Part.SECOND, caliper.second), (Part.FIRST, caliper.first)):
        if abs(along - place) <= reach and abs(away) <= 5 * reach:
            return part
    inside = min(caliper.first, caliper.second) <= along <= max(caliper.first, caliper.second)
    return Part.BAR if inside and abs(away) <= reach else None


def moved(caliper: Caliper, dx: float, dy: float, size: Size) -> Caliper:
    """Return the caliper shifted as far as a page of this size allows."""
    along, across = (dx, dy) if caliper.kind is CaliperKind.TIME else (dy, dx)
    length, width = size if caliper.kind is CaliperKind.TIME else size[::-1]
    low, high = sorted((caliper.first, caliper.second))
    along = min(max(along, -low), length - high)
    at = min(max(caliper.at + across, 0.0), width)
    return replace(caliper, first=caliper.first + along, second=caliper.second + along, at=at)


def with_leg(caliper: Caliper, part: Part, place: float, size: Size) -> Caliper:
    """Return the caliper with one leg somewhere else on a page of this size."""
    length = size[0] if caliper.kind is CaliperKind.TIME else size[1]
    place = min(max(place, 0.0), float(length))
    return replace(caliper, first=place) if part is Part.FIRST else replace(caliper, second=place)


def steps_of(caliper: Caliper, area: Rect) -> list[float]:
    """Return where a march puts its further legs within an area, in order; none without `march`."""
    low, high = sorted((caliper.first, caliper.second))
    span = high - low
    if not caliper.march or span < LEAST_PX:
        return []
    start, stop = (area.x0, area.x1) if caliper.kind is CaliperKind.TIME else (area.y0, area.y1)
    before = max(min(floor((low - start) / span), MOST_STEPS), 0)
    after = max(min(floor((stop - high) / span), MOST_STEPS), 0)
    return [low - span * i for i in range(before, 0, -1)] + [high + span * i for i in range(1, after + 1)]


def proposed(kind: CaliperKind, area: Rect, scale: Scale | None) -> Caliper:
    """Return a caliper in the middle of an area: a second or a millivolt, a tenth of it without a scale."""
    x, y = (area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2
    if kind is CaliperKind.TIME:
        half = (min(scale.px_per_s, area.width) if scale else area.width / 10) / 2
        return Caliper(kind, float(ceil(x - half)), float(ceil(x + half)), y)
    half = (min(scale.px_per_mv, area.height) if scale else area.height / 10) / 2
    return Caliper(kind, float(ceil(y - half)), float(ceil(y + half)), x)


def _split(caliper: Caliper, point: Point) -> tuple[float, float]:
    """Return a point's place along the measured axis and its distance from the bar's axis."""
    if caliper.kind is CaliperKind.TIME:
        return point[0], point[1] - caliper.at
    return point[1], point[0] - caliper.at
