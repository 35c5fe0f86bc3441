"""Where a heat map lies, in words: on which leads and part of the beat, or in which third of the crop."""

from collections.abc import Iterator
from typing import Final, Protocol

from ecgdesk.core.analysis import Explanation, Measurements
from ecgdesk.core.figures import percent_text
from ecgdesk.core.lead_keys import REST_SAID_FROM, STRIP, is_strip, lead_of, rest_of
from ecgdesk.core.methods import METHODS
from ecgdesk.core.sentence import Sentence, joined, verbatim
from ecgdesk.core.tracing import PageReading
from ecgdesk.explain.beats import BeatShare, beat_shares
from ecgdesk.explain.hotspot import hottest
from ecgdesk.explain.lead_words import STANDS_OUT, outstanding
from ecgdesk.explain.templates import PARTS, PLACES, TEMPLATES

MOST: Final = 0.5
"""From this share of the heat on, a ninth of the crop holds most of it."""
SPREAD: Final = 0.2
"""Below this share in the hottest ninth (an even map has 0.11) no place stands out."""
_OF_NO_CLASS: Final = ", of no class"
_SMOOTH_PX: Final = 512
_STRIDE: Final = 8


class Say(Protocol):
    """Fills in the explained class, by a name that leaves the line short."""

    def __call__(self, key: str, **values: str) -> Sentence:
        """Return a sentence of `templates.TEMPLATES`."""


def filled(key: str, **values: object) -> Sentence:
    """Return a sentence of `templates.TEMPLATES` with these values."""
    return Sentence(TEMPLATES[key], values)


def where(
    explanation: Explanation, reading: PageReading | None, measured: Measurements | None, tell: Say
) -> Iterator[Sentence]:
    """Yield where the heat lies: by leads where they are known, else by thirds of the crop."""
    method = METHODS.get(explanation.method)
    ending = "" if method is None or method.per_class else _OF_NO_CLASS
    if reading is not None and explanation.lead_shares:
        yield _by_lead(explanation, reading, tell, ending)
        if (rest := rest_of(explanation.lead_shares)) >= REST_SAID_FROM:
            yield filled("rest", share=percent_text(rest))
        if not ending and method is not None and method.fine and measured is not None:
            shares = beat_shares(explanation.heat, explanation.placement, reading.traces, measured)
            yield from _by_beat(shares or ())
    else:
        yield _by_third(explanation, tell, ending)
    if ending:
        yield filled("of no class")


def _by_lead(explanation: Explanation, reading: PageReading, tell: Say, ending: str) -> Sentence:
    found = outstanding(explanation.lead_shares or {}, reading.leads, explanation.placement)
    if found is None:
        return tell("leads even" + ending)
    return tell(
        "leads" + ending, leads=_listed(found.keys), share=percent_text(found.share),
        area=percent_text(found.area),
    )  # fmt: skip


def _by_beat(shares: tuple[BeatShare, ...]) -> Iterator[Sentence]:
    best = max(shares, key=lambda one: one.density, default=None)
    if best is not None and best.density >= STANDS_OUT:
        part = Sentence(PARTS[best.part])
        yield filled("beat", share=percent_text(best.heat), part=part, time=percent_text(best.time))


def _by_third(explanation: Explanation, tell: Say, ending: str) -> Sentence:
    """Say in which third the heat is, down and across (the rule of Gandham et al., who used columns)."""
    heat = explanation.heat
    if min(heat.shape) >= _SMOOTH_PX:  # every eighth pixel of a smooth map says as much as all of them
        heat = heat[::_STRIDE, ::_STRIDE]
    spot = hottest(heat)
    if spot is None:
        return tell("no place" + ending)
    if spot.share < SPREAD:
        return tell("no place" + ending) if ending else tell("spread")
    key = "most" if spot.share >= MOST and not ending else "some" + ending
    return tell(key, share=percent_text(spot.share), place=PLACES[spot.place])


def _listed(keys: tuple[str, ...]) -> Sentence:
    names = [_name(key) for key in keys]
    if len(names) == 1:
        return names[0]
    return filled("two", first=joined(names[:-1], ", "), last=names[-1])


def _name(key: str) -> Sentence:
    if key == STRIP:
        return filled("unnamed strip")
    return filled("strip", lead=lead_of(key)) if is_strip(key) else verbatim(key)
