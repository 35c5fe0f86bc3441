"""From the figures of an exam to a light and one sentence. The thresholds and their reasons are in core."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ecgdesk.core import constants
from ecgdesk.core.figures import percent_text, probability_text
from ecgdesk.core.sentence import Sentence, say

GREEN: Final = "green"
AMBER: Final = "amber"
RED: Final = "red"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The light, what it says, and the ids of the checks that failed, the gravest first."""

    light: str
    sentence: Sentence
    failed: tuple[str, ...] = ()


def verdict(figures: Mapping[str, float], outside: float | None, *, unlike: bool = False) -> Verdict:
    """Return the verdict on a heat map from the figures that are there.

    Red where the map does not depend on what the model has learnt, or most of it lies off the tracing: it
    explains nothing then. Amber where another check failed, or the page is `unlike` those of the training, of
    which no class is stated: a map of a class that is not stated cannot be a good one.
    """
    failed = sorted([*_of_no_answer(unlike), *_failed(figures, outside)], key=lambda one: not one[2])
    if not failed:
        return Verdict(GREEN, _praise(outside))
    _, sentence, grave = failed[0]
    return Verdict(RED if grave else AMBER, sentence, tuple(name for name, _, _ in failed))


def _failed(figures: Mapping[str, float], outside: float | None) -> Iterator[tuple[str, Sentence, bool]]:
    """Yield id, sentence and whether it is grave, the gravest first."""
    if figures.get("randomised_correlation", -1.0) > constants.RANDOMISED_CORRELATION_WARN:
        yield (
            "randomised",
            say("The heat map hardly depends on what the model has learnt. Do not rely on it."),
            True,
        )
    if outside is not None and outside > constants.ATTRIBUTION_OUTSIDE_TRACE_GRAVE:
        yield "outside", _outside(outside), True
    elif outside is not None and outside > constants.ATTRIBUTION_OUTSIDE_TRACE_WARN:
        yield "outside", _outside(outside), False
    yield from _unsteady(figures.get("jitter_probability", 0.0))
    if figures.get("erasing_gain", 1.0) <= constants.ERASING_GAIN_LEAST:
        yield "erasing", say("Erasing the hot places changes the class no more than erasing others."), False
    if figures.get("jitter_correlation", 1.0) < constants.JITTER_CORRELATION_WARN:
        yield "jitter", say("The heat map changes when the crop is moved a little."), False


def _unsteady(moved: float) -> Iterator[tuple[str, Sentence, bool]]:
    """Yield that the answer itself hangs on the crop, where it does."""
    if moved > constants.JITTER_PROBABILITY_WARN:
        number = probability_text(moved)
        words = say("The probability changes by {n} when the crop is moved by 1 %: unsteady.", n=number)
        yield "unsteady", words, False


def _of_no_answer(unlike: bool) -> Iterator[tuple[str, Sentence, bool]]:
    if unlike:
        yield (
            "unlike",
            say("The page is unlike those of the training, so that the map explains no answer."),
            False,
        )


def _outside(share: float) -> Sentence:
    return say("Only {share} of the evidence lies on the tracing.", share=percent_text(1 - share))


def _praise(outside: float | None) -> Sentence:
    if outside is None:
        return say("The heat map passed its checks.")
    return say("The heat map passed its checks: {share} on the tracing.", share=percent_text(1 - outside))
