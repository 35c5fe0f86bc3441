"""Why, in words: what the model says, how often that was right, where the heat is, what speaks against it.

No sentence without its evidence: each line rests on a figure that is in the prediction, the card's
calibration or the heat map, and is left out when the figure is not there.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from ecgdesk.core.analysis import Explanation, Prediction
from ecgdesk.core.card import Calibration, Card, ReliabilityBin
from ecgdesk.core.constants import RATIONALE_MIN_BIN_PAGES
from ecgdesk.core.figures import Figure, percent_text, probability_text
from ecgdesk.core.sentence import Sentence, joined, say, verbatim
from ecgdesk.explain.hotspot import Hotspot, hottest
from ecgdesk.explain.templates import PLACES

T = TypeVar("T")

LONGEST_LINE: Final = 69
MOST: Final = 0.5
"""From this share of the heat on, a ninth of the crop holds most of it."""
SPREAD: Final = 0.2
"""Below this share in the hottest ninth (an even map has 0.11) no place stands out."""
WORTH_MENTIONING: Final = 0.05
"""The least probability of a second class that is named."""

_UNCALIBRATED: Final = Calibration().protocol


def rationale(
    card: Card,
    prediction: Prediction,
    explanation: Explanation | None = None,
    *,
    track_record: bool = True,
) -> Sentence:
    """Return the rationale, one sentence a line, each under 70 characters unless a class name is too long.

    `track_record` False leaves out how often the model was right on its test pages: for a page that was not
    read as those were, that figure would promise too much.
    """
    return joined(_Speaker(card, track_record).lines(prediction, explanation), "\n")


class _Speaker:
    def __init__(self, card: Card, track_record: bool) -> None:
        self._card = card
        self._with_record = track_record
        self._names = {item.id: (verbatim(item.name), verbatim(item.short)) for item in card.classes}

    def lines(self, prediction: Prediction, explanation: Explanation | None) -> Iterator[Sentence]:
        if prediction.unlike_training:
            yield say("Not sure. This page is unlike those the model was trained on.")
        elif self._card.multi_label:
            yield self._over_thresholds(prediction)
        elif prediction.label is None:
            yield from self._unsure(prediction)
        else:
            yield from self._sure(prediction, prediction.label)
        if explanation is not None:
            yield self._where(explanation)
        if prediction.label is not None:
            yield from self._against(prediction)

    def _sure(self, prediction: Prediction, label: str) -> Iterator[Sentence]:
        probability = prediction.probabilities[label]
        calibrated = self._card.calibration.protocol != _UNCALIBRATED
        yield self._about(label, _calibrated if calibrated else _uncalibrated, probability_text(probability))
        matching = _bin_of(probability, self._card.calibration)
        if self._with_record and calibrated and matching is not None:
            yield _track_record(matching)

    def _unsure(self, prediction: Prediction) -> Iterator[Sentence]:
        classes = self._list(prediction, prediction.prediction_set)
        yield say("Not sure. Possible: {classes}.", classes=classes)
        if prediction.coverage is not None:
            yield say(
                "Such a list is made to hold the right class for {share} of pages.",
                share=percent_text(prediction.coverage),
            )

    def _over_thresholds(self, prediction: Prediction) -> Sentence:
        if not prediction.labels:
            return say("Not sure. No class is over its threshold.")
        return say("Over their thresholds: {classes}.", classes=self._list(prediction, prediction.labels))

    def _where(self, explanation: Explanation) -> Sentence:
        spot = hottest(explanation.heat)
        return self._about(explanation.target, _where, spot)

    def _against(self, prediction: Prediction) -> Iterator[Sentence]:
        name, probability = next(item for item in prediction.ranked if item[0] != prediction.label)
        if probability >= WORTH_MENTIONING:
            yield self._about(name, _against, probability_text(probability))

    def _about(self, class_id: str, make: Callable[[Sentence, T], Sentence], value: T) -> Sentence:
        """Speak of a class by its name, or by its short name where the line would get too long."""
        name, short = self._names[class_id]
        line = make(name, value)
        return line if len(line) <= LONGEST_LINE else make(short, value)

    def _list(self, prediction: Prediction, class_ids: tuple[str, ...]) -> Sentence:
        parts = (
            say(
                "{name} {probability}",
                name=self._names[class_id][1],
                probability=probability_text(prediction.probabilities[class_id]),
            )
            for class_id in class_ids
        )
        return joined(parts, ", ")


def _calibrated(name: Sentence, probability: Figure) -> Sentence:
    return say("{name}, probability {probability}.", name=name, probability=probability)


def _uncalibrated(name: Sentence, probability: Figure) -> Sentence:
    return say("{name}, score {probability} (not calibrated).", name=name, probability=probability)


def _against(name: Sentence, probability: Figure) -> Sentence:
    return say("Against it: {name}, {probability}.", name=name, probability=probability)


def _track_record(pages: ReliabilityBin) -> Sentence:
    return say(
        "Of the model's test pages scored like this, {correct} of {pages} were right.",
        correct=pages.correct,
        pages=pages.pages,
    )


def _where(name: Sentence, spot: Hotspot | None) -> Sentence:
    if spot is None:
        return say("The heat map shows no place that speaks for {name}.", name=name)
    if spot.share < SPREAD:
        return say("The evidence for {name} is spread over the whole crop.", name=name)
    share, place = percent_text(spot.share), PLACES[spot.place]
    if spot.share >= MOST:
        return say(
            "Most of the evidence for {name} ({share}) lies {place}.", name=name, share=share, place=place
        )
    return say("{share} of the evidence for {name} lies {place}.", name=name, share=share, place=place)


def _bin_of(probability: float, calibration: Calibration) -> ReliabilityBin | None:
    """Return the calibration pages scored like this, if there are enough of them to speak of."""
    for item in calibration.reliability:
        last = item.high >= 1.0
        if item.low <= probability and (probability < item.high or last):
            return item if item.pages >= RATIONALE_MIN_BIN_PAGES else None
    return None
