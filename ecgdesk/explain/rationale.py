"""Why, in words: what the model says, how often that was right, where the heat is, what speaks against it.

No sentence without its evidence: each line rests on a figure that is in the prediction, the card, the heat
map or the reading of the page, and is left out when the figure is not there. The words are in `templates`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ecgdesk.core.analysis import Explanation, Measurements, Prediction
from ecgdesk.core.card import Calibration, Card, ReliabilityBin
from ecgdesk.core.constants import (
    ATTRIBUTION_OUTSIDE_TRACE_WARN,
    RATIONALE_MIN_BIN_PAGES,
    RATIONALE_MIN_CALLED_PAGES,
)
from ecgdesk.core.figures import percent_text, probability_text
from ecgdesk.core.methods import METHODS
from ecgdesk.core.sentence import Sentence, joined, verbatim
from ecgdesk.core.tracing import PageReading
from ecgdesk.explain.measured_words import measured_line, unusual, usual
from ecgdesk.explain.place_words import filled, where
from ecgdesk.explain.templates import TEMPLATES

LONGEST_LINE: Final = 69
WORTH_MENTIONING: Final = 0.05
"""The least probability of a second class that is named."""

_UNCALIBRATED: Final = Calibration().protocol


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What else is known: the reading of the page and its measurements, and how it was read.

    `track_record` False leaves out how often the model was right on its test pages: for a page that was not
    read as those were, that figure would promise too much.
    """

    reading: PageReading | None = None
    measurements: Measurements | None = None
    track_record: bool = True


NO_FACTS: Final = Facts()


def rationale(
    card: Card, prediction: Prediction, explanation: Explanation | None = None, facts: Facts = NO_FACTS
) -> Sentence:
    """Return the rationale, one sentence a line, each under 70 characters where no class is first named.

    A class is first named with its short name beside it, and then by that alone.
    """
    return joined(_Speaker(card, facts).lines(prediction, explanation), "\n")


class _Speaker:
    def __init__(self, card: Card, facts: Facts) -> None:
        self._card, self._facts = card, facts
        self._names = {item.id: (verbatim(item.name), verbatim(item.short)) for item in card.classes}
        self._introduced: set[str] = set()

    def lines(self, prediction: Prediction, explanation: Explanation | None) -> Iterator[Sentence]:
        yield from self._said(prediction)
        if explanation is not None and not prediction.unlike_training:  # no class is stated to be evident
            yield from self._where(explanation)
        yield from self._measured(prediction)
        yield from self._against(prediction, explanation)

    def _said(self, prediction: Prediction) -> Iterator[Sentence]:
        if prediction.unread:
            yield filled("unread")
        elif prediction.unlike_training:
            yield filled("unlike")
        elif self._card.multi_label:
            yield from self._over_thresholds(prediction)
        elif prediction.label is None:
            yield from self._unsure(prediction)
        else:
            yield from self._sure(prediction, prediction.label)

    def _sure(self, prediction: Prediction, label: str) -> Iterator[Sentence]:
        probability = prediction.probabilities[label]
        template = "sure" if self._calibrated else "sure, not calibrated"
        yield self._about(label, template, probability=probability_text(probability))
        yield from self._record(label, probability)

    def _record(self, label: str, probability: float) -> Iterator[Sentence]:
        """Yield how often the class was right when it was scored like this, else how often any class was.

        Any class is not this one, so that how often this one was right at all follows where it is known.
        """
        if not (self._facts.track_record and self._calibrated):
            return
        calibration = self._card.calibration
        own = _bin_of(probability, calibration.class_reliability.get(label, ()))
        if own is not None:
            yield self._about(label, "record of class", pages=own.pages, correct=own.correct)
            return
        if (any_class := _bin_of(probability, calibration.reliability)) is not None:
            yield filled("record", pages=any_class.pages, correct=any_class.correct)
        called = sum(row.get(label, 0) for row in self._card.confusion.values())
        if called >= RATIONALE_MIN_CALLED_PAGES:
            right = self._card.confusion.get(label, {}).get(label, 0)
            yield self._about(label, "precision", pages=called, correct=right)

    def _unsure(self, prediction: Prediction) -> Iterator[Sentence]:
        yield filled("unsure", classes=self._list(prediction, prediction.prediction_set))
        if prediction.coverage is not None:
            yield filled("coverage", share=percent_text(prediction.coverage))

    def _over_thresholds(self, prediction: Prediction) -> Iterator[Sentence]:
        if not prediction.labels:
            yield filled("none over")
            return
        if prediction.uncertain:
            yield filled("contradictory", classes=self._list(prediction, prediction.labels))
            return
        yield filled("over", classes=self._list(prediction, prediction.labels))
        for label in prediction.labels:
            yield from self._record(label, prediction.probabilities[label])

    def _where(self, explanation: Explanation) -> Iterator[Sentence]:
        def tell(key: str, **values: str) -> Sentence:
            return self._about(explanation.target, key, **values)

        yield from where(explanation, self._facts.reading, self._facts.measurements, tell)

    def _measured(self, prediction: Prediction) -> Iterator[Sentence]:
        measured = self._facts.measurements
        if measured is None:
            return
        line = measured_line(measured)
        if line is not None:
            yield line
        for label in self._stated(prediction):
            for value, ends in usual(measured, self._card.usual, label):
                yield self._about(label, "usual", value=value, **ends)

    def _against(self, prediction: Prediction, explanation: Explanation | None) -> Iterator[Sentence]:
        if prediction.label is not None:
            name, probability = next(item for item in prediction.ranked if item[0] != prediction.label)
            if probability >= WORTH_MENTIONING:
                yield self._about(name, "against", probability=probability_text(probability))
        for label in self._stated(prediction):
            for value, ends in unusual(self._facts.measurements, self._card.usual, label):
                yield self._about(label, "against, unusual", value=value, **ends)
        if prediction.unlike_training:
            return  # nothing is said that this could speak against; a caution tells it
        share = explanation.outside_trace_share if explanation else None
        of_class = explanation is None or _is_of_class(explanation)
        if share is not None and share > ATTRIBUTION_OUTSIDE_TRACE_WARN and of_class:
            yield filled("against, outside", share=percent_text(share))

    def _stated(self, prediction: Prediction) -> tuple[str, ...]:
        """Return the classes that are stated, of which measurements may be usual or not."""
        if prediction.unlike_training or prediction.uncertain:
            return ()
        return (prediction.label,) if prediction.label is not None else prediction.labels

    @property
    def _calibrated(self) -> bool:
        return self._card.calibration.protocol != _UNCALIBRATED

    def _about(self, class_id: str, key: str, **values: object) -> Sentence:
        """Speak of a class by its name and short name at first, then by its short name."""
        if "{name}" not in TEMPLATES[key]:
            return filled(key, **values)
        return filled(key, name=self._called(class_id), **values)

    def _called(self, class_id: str) -> Sentence:
        name, short = self._names[class_id]
        if class_id in self._introduced or short == name:
            return short
        self._introduced.add(class_id)
        return filled("named", name=name, short=short)

    def _list(self, prediction: Prediction, class_ids: tuple[str, ...]) -> Sentence:
        shown = {one: probability_text(prediction.probabilities[one]) for one in class_ids}
        parts = (filled("listed", name=self._called(one), probability=p) for one, p in shown.items())
        return joined(parts, ", ")


def _is_of_class(explanation: Explanation) -> bool:
    method = METHODS.get(explanation.method)
    return method is None or method.per_class


def _bin_of(probability: float, bins: tuple[ReliabilityBin, ...]) -> ReliabilityBin | None:
    """Return the test pages scored like this, if there are enough of them to speak of."""
    for item in bins:
        last = item.high >= 1.0
        if item.low <= probability and (probability < item.high or last):
            return item if item.pages >= RATIONALE_MIN_BIN_PAGES else None
    return None
