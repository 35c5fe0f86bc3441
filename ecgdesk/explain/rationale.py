"""Why, in words: what the model says, how often that was right, where the heat is, what speaks against it.

No sentence without its evidence: each line rests on a figure that is in the prediction, the card's
calibration or the heat map, and is left out when the figure is not there.
"""

from collections.abc import Iterator
from typing import Final

from ecgdesk.core.analysis import Explanation, Prediction
from ecgdesk.core.card import Calibration, Card, ReliabilityBin
from ecgdesk.core.constants import RATIONALE_MIN_BIN_PAGES
from ecgdesk.core.figures import percent_text, probability_text
from ecgdesk.explain.hotspot import hottest
from ecgdesk.explain.templates import ENGLISH, Words

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
    words: Words = ENGLISH,
    *,
    track_record: bool = True,
) -> str:
    """Return the rationale, one sentence a line, each under 70 characters unless a class name is too long.

    `track_record` False leaves out how often the model was right on its test pages: for a page that was not
    read as those were, that figure would promise too much.
    """
    return "\n".join(_Speaker(card, words, track_record).lines(prediction, explanation))


class _Speaker:
    def __init__(self, card: Card, words: Words, track_record: bool) -> None:
        self._card = card
        self._words = words
        self._with_record = track_record
        self._names = {item.id: (item.name, item.short) for item in card.classes}

    def lines(self, prediction: Prediction, explanation: Explanation | None) -> Iterator[str]:
        if prediction.unlike_training:
            yield self._words.unlike
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

    def _sure(self, prediction: Prediction, label: str) -> Iterator[str]:
        probability = prediction.probabilities[label]
        calibrated = self._card.calibration.protocol != _UNCALIBRATED
        template = self._words.label if calibrated else self._words.label_uncalibrated
        yield self._about(template, label, probability=probability_text(probability))
        matching = _bin_of(probability, self._card.calibration)
        if self._with_record and calibrated and matching is not None:
            yield self._track_record(matching)

    def _track_record(self, pages: ReliabilityBin) -> str:
        return self._words.track_record.format(correct=pages.correct, pages=pages.pages)

    def _unsure(self, prediction: Prediction) -> Iterator[str]:
        yield self._words.unsure.format(classes=self._list(prediction, prediction.prediction_set))
        if prediction.coverage is not None:
            yield self._words.coverage.format(share=percent_text(prediction.coverage))

    def _over_thresholds(self, prediction: Prediction) -> str:
        if not prediction.labels:
            return self._words.no_labels
        return self._words.labels.format(classes=self._list(prediction, prediction.labels))

    def _where(self, explanation: Explanation) -> str:
        spot = hottest(explanation.heat)
        if spot is None:
            return self._about(self._words.nothing, explanation.target)
        if spot.share < SPREAD:
            return self._about(self._words.spread, explanation.target)
        template = self._words.mostly_at if spot.share >= MOST else self._words.strongest_at
        place = self._words.places[spot.place]
        return self._about(template, explanation.target, place=place, share=percent_text(spot.share))

    def _against(self, prediction: Prediction) -> Iterator[str]:
        name, probability = next(item for item in prediction.ranked if item[0] != prediction.label)
        if probability >= WORTH_MENTIONING:
            yield self._about(self._words.against, name, probability=probability_text(probability))

    def _about(self, template: str, class_id: str, **values: str) -> str:
        """Fill in a class by its name, or by its short name where the line would get too long."""
        name, short = self._names[class_id]
        line = template.format(name=name, **values)
        return line if len(line) <= LONGEST_LINE else template.format(name=short, **values)

    def _list(self, prediction: Prediction, class_ids: tuple[str, ...]) -> str:
        return self._words.list_separator.join(
            self._words.class_and_probability.format(
                name=self._names[class_id][1],
                probability=probability_text(prediction.probabilities[class_id]),
            )
            for class_id in class_ids
        )


def _bin_of(probability: float, calibration: Calibration) -> ReliabilityBin | None:
    """Return the calibration pages scored like this, if there are enough of them to speak of."""
    for item in calibration.reliability:
        last = item.high >= 1.0
        if item.low <= probability and (probability < item.high or last):
            return item if item.pages >= RATIONALE_MIN_BIN_PAGES else None
    return None
