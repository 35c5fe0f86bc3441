"""What is wrong with a page, in words, with the fix."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ecgdesk.core.analysis import Caution
from ecgdesk.core.sentence import Sentence, say
from ecgdesk.reading.edges import Edge
from ecgdesk.reading.evidence import Seen

UPSIDE_DOWN: Final = Caution(
    "upside-down", "This page seems to be upside down.",
    "If it is, turn it by 180° before you trust any result.",
)  # fmt: skip
SIDEWAYS: Final = "sideways"
_CHOOSE: Final = say("Choose a scan or photograph of an ECG.")
_NAMES: Final[Mapping[Edge, Sentence]] = MappingProxyType(
    {"top": say("top"), "bottom": say("bottom"), "left": say("left"), "right": say("right")}
)
_TEXT_LETTERS, _TEXT_SHARE = 1.0, 0.3
_LEAST_PAPER: Final = 0.6
_MOST_COLOUR: Final = 0.35
"""Of the paper; pages of text and forms that were looked at have 0.14 at most, pink grid paper 0.3."""
_LEAST_ROWS: Final = 0.25


def no_ecg(seen: Seen) -> Caution:
    """Return why this is taken for no ECG: what it looks like instead, as far as that can be said."""
    look, rows = seen.look, seen.evidence.trace_rows
    if look.paper < _LEAST_PAPER or look.colour > _MOST_COLOUR:
        return Caution(
            "not-an-ecg", "This looks like a photograph or a radiograph, not like an ECG on paper.", _CHOOSE
        )
    if look.letters >= _TEXT_LETTERS and look.letter_share >= _TEXT_SHARE and rows < 1:
        return Caution("not-an-ecg", "This looks like a page of text or a form, not like an ECG.", _CHOOSE)
    if rows < _LEAST_ROWS:
        return Caution(
            "no-traces", "No ECG traces were found here.",
            "Choose another page, turn this one upright, or move the crop onto the tracing.",
        )  # fmt: skip
    return Caution("not-an-ecg", "There are lines here, but they do not look like an ECG.", _CHOOSE)


def sideways(to_the_left: bool) -> Caution:
    """Return that a page lies on its side, and which way to turn it upright."""
    if to_the_left:
        return Caution(SIDEWAYS, "This page lies on its side.", "Turn it upright, a quarter to the left.")
    return Caution(SIDEWAYS, "This page lies on its side.", "Turn it upright, a quarter to the right.")


def cut_off(edge: Edge) -> Caution:
    """Return that something is missing at an edge of the page."""
    problem = say("This page is cut off at the {edge} edge.", edge=_NAMES[edge])
    return Caution("cut-off", problem, "Retake it with the whole sheet visible.")


def cuts_trace(edge: Edge) -> Caution:
    """Return that the user's crop runs through traces at one of its edges."""
    problem = say("The crop cuts through a trace at its {edge} edge.", edge=_NAMES[edge])
    return Caution("crop-cuts-trace", problem, "Move that edge outwards.")
