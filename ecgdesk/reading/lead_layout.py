"""Which lead stands where: from rows, their length and what repeats, by the usual arrangements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.tracing import PARTIAL_LAYOUT, UNKNOWN_LAYOUT
from ecgdesk.reading.einthoven import SUMS
from ecgdesk.reading.layout import Layout, strips

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Place:
    """One lead's place: its row and its share of the traces' length, from `first` to `last` in [0, 1]."""

    lead: str
    row: int
    first: float
    last: float
    rhythm: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A layout's name, how sure it is, in [0, 1], and the places of its leads."""

    name: str
    confidence: float
    places: tuple[Place, ...]


_BY_ROWS: Final[Mapping[int, tuple[Layout, ...]]] = MappingProxyType(
    {
        3: (Layout.THREE_BY_FOUR,),
        4: (Layout.THREE_BY_FOUR_RHYTHM,),
        6: (Layout.THREE_BY_FOUR_THREE_RHYTHMS, Layout.SIX_BY_TWO),
        7: (Layout.SIX_BY_TWO_RHYTHM,),
        12: (Layout.TWELVE_BY_ONE,),
    }
)
_TWO_RHYTHMS_ROWS, _FEWEST_ROWS = 5, 3
_USUAL, _PARTIAL = 0.8, 0.5
_NEARLY_ALWAYS: Final = "II"
_REPEATS, _REPEATS_UNUSUAL = 0.8, 0.96
_USUAL_LEAD: Final[Mapping[str, float]] = MappingProxyType({"II": 0.02, "V1": 0.01, "V5": 0.01})
_TIED, _EDGE = 0.6, 0.03
_LEAST_OVERLAP_PX: Final = 40
_LAGS: Final = tuple(lag * 0.0025 for lag in (0, *(side * n for n in range(1, 13) for side in (-1, 1))))


def arrange(rows: Sequence[Floats], start: float, stop: float) -> Arrangement:
    """Return the arrangement of rows of traces, each its heights in pixels by column (NaN for none).

    A strip over the whole length is named after the lead it repeats, or not at all. Where a number of rows
    has two arrangements, what limb leads must sum to and what repeats decide. One or two rows are part of
    twelve leads; which part, only names on the page would tell.
    """
    span = (start, stop)
    if 0 < len(rows) < _FEWEST_ROWS:
        return Arrangement(PARTIAL_LAYOUT, _PARTIAL, ())
    if len(rows) == _TWO_RHYTHMS_ROWS:
        short = _short(Layout.THREE_BY_FOUR)
        return _with_rhythms(rows, "3x4+2", short, Layout.THREE_BY_FOUR.short_rows, span)[0]
    likely = [
        _with_rhythms(rows, layout.value, _short(layout), layout.short_rows, span)
        for layout in _BY_ROWS.get(len(rows), ())
    ]
    if len(likely) < 2:
        return likely[0][0] if likely else Arrangement(UNKNOWN_LAYOUT, 0.0, ())
    fits = [_fit(rows, found, alike, span) for found, alike in likely]
    best = int(np.argmax(fits))
    lead = max(0.0, fits[best] - max(fit for at, fit in enumerate(fits) if at != best))
    found = likely[best][0]
    return replace(found, confidence=round(min(1.0, _TIED + lead), 3))


def _fit(
    rows: Sequence[Floats], found: Arrangement, alike: Sequence[float], span: tuple[float, float]
) -> float:
    """Return how well limb leads sum to each other in an arrangement, and its strips repeat leads."""
    evidence = [*alike]
    places = {place.lead: place for place in found.places if not place.rhythm}
    for total, parts, sign in SUMS:
        one, first, second = (_piece(rows, places[lead], span) for lead in (total, *parts))
        n = min(len(one), len(first), len(second))
        evidence.append(correlation(one[:n], sign * (first[:n] + second[:n])))
    return float(np.mean(evidence))


def _piece(rows: Sequence[Floats], place: Place, span: tuple[float, float]) -> Floats:
    """Return the heights of a place, without its edges, where its neighbours' steps are."""
    length = span[1] - span[0]
    edge = _EDGE * (place.last - place.first)
    first, last = (span[0] + share * length for share in (place.first + edge, place.last - edge))
    return rows[place.row][round(first) : round(last)]


def unknown_places(rows: int) -> tuple[Place, ...]:
    """Return nameless places, one for each row."""
    return tuple(Place("", row, 0.0, 1.0, rhythm=True) for row in range(rows))


def _short(layout: Layout) -> tuple[Place, ...]:
    everywhere = strips(layout, 1.0, ("II", "V1", "V5"))
    return tuple(Place(s.lead, s.row, s.start_s, s.stop_s) for s in everywhere if not s.rhythm)


def _with_rhythms(
    rows: Sequence[Floats], name: str, short: tuple[Place, ...], first_rhythm: int, span: tuple[float, float]
) -> tuple[Arrangement, list[float]]:
    """Return an arrangement with its strips named, and how well each of them repeats its lead."""
    named = [_repeated(rows, row, short, span) for row in range(first_rhythm, len(rows))]
    places = [Place(lead, first_rhythm + i, 0.0, 1.0, rhythm=True) for i, (lead, _) in enumerate(named)]
    confidence = _USUAL
    if named:
        # What repeats a lead of the upper rows is a rhythm strip; that is as good as printed names.
        confidence = float(np.mean([min(1.0, 0.2 + max(0.0, likeness)) for _, likeness in named]))
    alike = [likeness for _, likeness in named]
    return Arrangement(name, round(confidence, 3), (*short, *places)), alike


def _repeated(
    rows: Sequence[Floats], row: int, short: tuple[Place, ...], span: tuple[float, float]
) -> tuple[str, float]:
    """Return the lead that a row repeats and the correlation with it; no name where none is like it.

    A column goes on in time where the one before ended, or begins anew with the recording. Of leads that are
    nearly the same the ones usual for strips are taken.
    """
    likeness, equal = {}, {}
    for place in short:
        pairs = list(_pairs(rows, place, row, span))
        equal[place.lead], best = max((correlation(*pair, same_size=True), i) for i, pair in enumerate(pairs))
        likeness[place.lead] = correlation(*pairs[best])
    lead = max(equal, key=lambda name: equal[name] + _USUAL_LEAD.get(name, 0.0))
    # Nearly every strip is II. That another lead is repeated takes more likeness: neighbours are alike.
    least = _REPEATS if lead == _NEARLY_ALWAYS else _REPEATS_UNUSUAL
    return (lead if equal[lead] >= least else ""), likeness[lead]


def _pairs(
    rows: Sequence[Floats], place: Place, row: int, span: tuple[float, float]
) -> Iterator[tuple[Floats, Floats]]:
    """Yield a place's piece with those of a row that may repeat it: in perspective rows shift a little."""
    piece, length = _piece(rows, place, span), span[1] - span[0]
    for first in {place.first, 0.0}:
        for lag in _LAGS:
            moved = (span[0] + lag * length, span[1] + lag * length)
            other = _piece(rows, Place("", row, first, first + place.last - place.first), moved)
            n = min(len(piece), len(other))
            yield piece[:n], other[:n]


def correlation(one: Floats, other: Floats, *, same_size: bool = False) -> float:
    """Return the correlation of two traces where both are known, 0 where too little is.

    With `same_size` it is 1 only where one is as large as the other.
    """
    both = np.isfinite(one) & np.isfinite(other)
    if both.sum() < _LEAST_OVERLAP_PX:
        return 0.0
    a, b = one[both] - one[both].mean(), other[both] - other[both].mean()
    norm = float((a @ a + b @ b) / 2 if same_size else np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / norm if norm > 0 else 0.0
