"""How far pages and scores are from those of the training: measured here beside what the card says."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Card, Figure, ReliabilityBin
from ecgdesk.core.evaluation import Drift, Estimate
from ecgdesk.core.sentence import say
from training.calibrate import RELIABILITY_BINS
from training.evaluating.outcome import Outcome, wilson

Floats = NDArray[np.float64]
_UNLIKE: Final = 0.10
_STABLE, _MOVED = 0.10, 0.25
"""The population stability index is commonly read so: below the first little moved, above the second much."""
_SHARES_MOVED: Final = 0.20
_LEAST_SHARE: Final = 1e-3
_UNLIKE_FIGURE: Final = "Called unlike the training pages: held-out pages"
_ACCURACIES: Final = ("Accuracy", "All classes of the page right")
_ECE: Final = "Expected calibration error"


def drift(
    outcome: Outcome, summary: dict[str, Estimate], sets: dict[str, Estimate]
) -> tuple[Drift, ...]:  # fmt: skip
    """Return the table, pages first, then scores, then what they amount to."""
    return (*_pages(outcome), *_scores(outcome, sets), *_amounting(outcome.card, summary, sets))


def _pages(outcome: Outcome) -> Iterator[Drift]:
    novelty, card = outcome.novelty, outcome.card
    if novelty is not None:
        share = wilson(int((novelty > 1).sum()), len(novelty))
        known = _figure(card, _UNLIKE_FIGURE)
        yield Drift(
            code="unlike", name=say("Pages called unlike the training pages"), here=share.value,
            low=share.low, high=share.high, training=None if known is None else known.value,
            grave=share.low > _UNLIKE,
            sentence=say("No class is stated for such pages; where they are many, the model does not fit."),
        )  # fmt: skip
        yield Drift(
            code="distance", name=say("Median distance from the training pages, over the limit"),
            here=float(np.median(novelty)),
            sentence=say("Above 1 the ordinary page here is unlike those the model was trained on."),
            grave=bool(np.median(novelty) > 1),
        )  # fmt: skip
    trained = card.training_data[0].pages_per_class if card.training_data else {}
    if trained and sum(trained.values()):
        yield _class_shares(outcome, trained)


def _class_shares(outcome: Outcome, trained: dict[str, int]) -> Drift:
    """Return how far the classes' shares have moved: half the sum of all differences."""
    before = np.array([trained.get(name, 0) for name in outcome.classes], dtype=float)
    truth = outcome.truth
    counts = truth.sum(0) if truth.ndim == 2 else np.bincount(truth, minlength=len(before))
    moved = float(np.abs(counts / max(counts.sum(), 1) - before / before.sum()).sum() / 2)
    return Drift(
        code="class-shares", name=say("Share of pages that changed class against the training"), here=moved,
        training=0.0, grave=moved > _SHARES_MOVED,
        sentence=say("Probabilities carry the training's shares of classes; where these differ, calibrate "
                     "again."),
    )  # fmt: skip


def _scores(outcome: Outcome, sets: dict[str, Estimate]) -> Iterator[Drift]:
    bins = outcome.card.calibration.reliability
    if bins and not outcome.card.multi_label:
        top = outcome.probabilities.max(1)
        before, here = _shares(bins), np.histogram(top, RELIABILITY_BINS, (0, 1))[0] / len(top)
        middle = (np.arange(RELIABILITY_BINS) + 0.5) / RELIABILITY_BINS
        yield Drift(
            code="top-probability", name=say("Mean probability of the top class, in bins"),
            here=float(here @ middle), training=float(before @ middle),
            sentence=say("Held-out pages of the training, from the card, beside the pages here."),
        )  # fmt: skip
        index = stability(before, here)
        yield Drift(
            code="score-stability", name=say("Stability index of the top class's probability"), here=index,
            training=0.0, grave=index > _MOVED,
            sentence=_stability_words(index),
        )  # fmt: skip
    if "unsure" in sets:
        unsure = sets["unsure"]
        yield Drift(
            code="unsure", name=say("Pages left as not sure"), here=unsure.value, low=unsure.low,
            high=unsure.high,
        )  # fmt: skip


def _amounting(card: Card, summary: dict[str, Estimate], sets: dict[str, Estimate]) -> Iterator[Drift]:
    accuracy, known = (
        summary.get("accuracy"),
        next(filter(None, (_figure(card, n) for n in _ACCURACIES)), None),
    )
    if accuracy is not None:
        yield Drift(
            code="accuracy", name=say("Accuracy"), here=accuracy.value, low=accuracy.low, high=accuracy.high,
            training=None if known is None else known.value,
            grave=known is not None and known.low is not None and accuracy.high < known.low,
            sentence=say("The card's figure is of held-out pages of the training set."),
        )  # fmt: skip
    if "ece" in summary:
        error, said = summary["ece"], _figure(card, _ECE)
        yield Drift(
            code="calibration-error", name=say("Expected calibration error"), here=error.value, low=error.low,
            high=error.high, training=None if said is None else said.value,
            grave=said is not None and said.high is not None and error.low > said.high,
            sentence=say("Where it is larger here, probabilities promise too much or too little."),
        )  # fmt: skip
    if "coverage" in sets and card.calibration.coverage:
        covered, promised = sets["coverage"], card.calibration.coverage
        yield Drift(
            code="coverage", name=say("Prediction sets that hold the true class"), here=covered.value,
            low=covered.low, high=covered.high, training=promised, grave=covered.high < promised,
            sentence=say("Beside it stands what the sets promise."),
        )  # fmt: skip


def stability(before: Floats, here: Floats) -> float:
    """Return the population stability index of two distributions (bins); empty bins count a little."""
    first, second = (np.maximum(shares, _LEAST_SHARE) for shares in (before, here))
    first, second = first / first.sum(), second / second.sum()
    return float(((second - first) * np.log(second / first)).sum())


def _stability_words(index: float) -> str:
    if index > _MOVED:
        return say("The model's probabilities are spread otherwise here than on held-out training pages.")
    if index > _STABLE:
        return say("The model's probabilities are spread a little otherwise here than in training.")
    return say("The model's probabilities are spread here as on held-out training pages.")


def _shares(bins: tuple[ReliabilityBin, ...]) -> Floats:
    pages = np.zeros(RELIABILITY_BINS)
    for part in bins:
        pages[min(int((part.low + part.high) / 2 * RELIABILITY_BINS), RELIABILITY_BINS - 1)] += part.pages
    return np.asarray(pages / max(pages.sum(), 1))


def _figure(card: Card, name: str) -> Figure | None:
    """Return the card's figure of this name; the calibration error's name goes on with its bins."""
    return next((f for f in card.figures if f.name == name or f.name.startswith(f"{name} (")), None)
