"""What was measured, in words, and whether it is usual for a class by what its training pages measure."""

from collections.abc import Iterator, Mapping
from typing import Final

from ecgdesk.core.analysis import Measurements
from ecgdesk.core.card import Usual, UsualRange
from ecgdesk.core.constants import RATIONALE_MIN_BIN_PAGES
from ecgdesk.core.sentence import Sentence, joined
from ecgdesk.explain.place_words import filled
from ecgdesk.explain.templates import MEASURED

MOST_SAID: Final = 2
"""How many measurements are compared with the class at most, heart rate first."""

Compared = tuple[Sentence, Mapping[str, str]]
"""A measurement in words, and the ends `low` and `high` of what is usual."""


def measured_line(measured: Measurements) -> Sentence | None:
    """Return all that was measured; None where nothing was."""
    values = [_worded(name, value) for name in MEASURED if (value := _value(measured, name)) is not None]
    return filled("measured", values=joined(values, ", ")) if values else None


def usual(measured: Measurements | None, known: Usual | None, class_id: str) -> Iterator[Compared]:
    """Yield the measurements that lie where the middle four fifths of a class's training pages lie."""
    yield from _compared(measured, known, class_id, inside=True)


def unusual(measured: Measurements | None, known: Usual | None, class_id: str) -> Iterator[Compared]:
    """Yield the measurements that lie outside that range."""
    yield from _compared(measured, known, class_id, inside=False)


def _compared(
    measured: Measurements | None, known: Usual | None, class_id: str, *, inside: bool
) -> Iterator[Compared]:
    if measured is None or known is None:
        return
    ranges = {one.measurement: one for one in known.ranges.get(class_id, ())}
    said = 0
    for name in MEASURED:
        value, span = _value(measured, name), ranges.get(name)
        if value is None or span is None or not _tells(span) or said == MOST_SAID:
            continue
        # As they are written: 58.6 is not outside a range that is said to begin at 59.
        if (round(span.low) <= round(value) <= round(span.high)) is inside:
            said += 1
            yield _worded(name, value), {"low": f"{span.low:.0f}", "high": f"{span.high:.0f}"}


def _tells(span: UsualRange) -> bool:
    """Return whether there are pages enough behind a range."""
    return span.pages >= RATIONALE_MIN_BIN_PAGES


def _value(measured: Measurements, name: str) -> float | None:
    value: float | None = getattr(measured, name)
    return value


def _worded(name: str, value: float) -> Sentence:
    return Sentence(MEASURED[name], {"n": f"{value:.0f}"})
