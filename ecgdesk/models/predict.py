"""From a network's logits to what may be said: calibrated probabilities, a set of classes, or "not sure"."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Prediction
from ecgdesk.core.card import Calibration, Card
from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say

DEFAULT_COVERAGE: Final = 0.9
"""Share of the probability that a set covers where no conformal threshold was fitted."""

DEFAULT_CLASS_THRESHOLD: Final = 0.5

_NORMAL: Final = frozenset({"norm", "normal"})
"""Ids, in small letters, of the class that no other can be true beside."""


UNREAD_NOVELTY: Final = 9.0
"""Stands for the distance of a page that lies the wrong way round: over any limit."""


def predict(logits: NDArray[np.floating], card: Card) -> Prediction:
    """Return the prediction for one page from its logits (classes); raises ModelPackError if not numbers.

    Logits are divided by the card's temperature (Guo et al. 2017). A single-label model is uncertain unless
    exactly one class is in its conformal set; a multi-label model is uncertain when no class is over its
    threshold, or when the normal one is and another too.
    """
    values = np.asarray(logits, dtype=np.float64).reshape(-1) / card.calibration.temperature
    if len(values) != len(card.classes) or not np.isfinite(values).all():
        raise ModelPackError(
            say("The model {model} gave no valid answer for this page.", model=card.name),
            "Use another model for it.",
        )
    return _multi_label(values, card) if card.multi_label else _single_label(values, card)


def with_novelty(prediction: Prediction, novelty: float | None, unread: str = "") -> Prediction:
    """Return the prediction with its novelty; of a page unlike the training pages no class is stated.

    Nor is one of a page whose leads were not read well enough; `unread` says why. The coverage goes too: it
    was found on pages like those of the training. So was the rule that rules classes out: the set of a model
    that gives one class then holds every class. That of one that gives several is empty: nothing is named.
    """
    known = replace(prediction, novelty=novelty, unread=unread)
    if not known.unlike_training:
        return known
    several = bool(known.thresholds) or len(known.labels) > 0
    nothing_ruled_out = () if several else tuple(_ranked(dict(known.probabilities)))
    return replace(
        known, label=None, labels=(), prediction_set=nothing_ruled_out, uncertain=True, coverage=None
    )


def _single_label(values: NDArray[np.float64], card: Card) -> Prediction:
    exponents = np.exp(values - values.max())
    probabilities = _by_class(exponents / exponents.sum(), card)
    chosen = prediction_set(probabilities, card.calibration)
    label = chosen[0] if len(chosen) == 1 else None
    coverage = None if card.calibration.conformal_threshold is None else card.calibration.coverage
    return Prediction(probabilities, label, chosen, label is None, coverage=coverage)


def _multi_label(values: NDArray[np.float64], card: Card) -> Prediction:
    probabilities = _by_class(0.5 * (1 + np.tanh(0.5 * values)), card)  # a sigmoid that cannot overflow
    found = card.calibration.class_thresholds
    thresholds = {name: found.get(name, DEFAULT_CLASS_THRESHOLD) for name in probabilities}
    labels = tuple(name for name in _ranked(probabilities) if probabilities[name] >= thresholds[name])
    contradictory = len(labels) > 1 and any(name.lower() in _NORMAL for name in labels)
    return Prediction(probabilities, None, labels, not labels or contradictory, labels, thresholds=thresholds)


def prediction_set(probabilities: dict[str, float], calibration: Calibration) -> tuple[str, ...]:
    """Return the classes that cannot be ruled out, most probable first; never empty.

    Those with 1 − p ≤ the split-conformal threshold (Angelopoulos and Bates 2021, arXiv 2107.07511). When
    none passes, the model is less sure than on nearly every calibration page: the set then grows to at
    least two classes, which keeps its coverage and says "not sure". Without a threshold the set covers
    `DEFAULT_COVERAGE` of the probability.
    """
    threshold = calibration.conformal_threshold
    if threshold is None:
        return covering_set(probabilities, DEFAULT_COVERAGE)
    allowed = tuple(name for name in _ranked(probabilities) if 1.0 - probabilities[name] <= threshold)
    return allowed or covering_set(probabilities, calibration.coverage or DEFAULT_COVERAGE, fewest=2)


def covering_set(probabilities: dict[str, float], coverage: float, fewest: int = 1) -> tuple[str, ...]:
    """Return the most probable classes until their probabilities sum to `coverage`, at least `fewest`."""
    ranked = _ranked(probabilities)
    sums = np.cumsum([probabilities[name] for name in ranked])
    needed = int(np.searchsorted(sums, coverage)) + 1
    return tuple(ranked[: max(fewest, needed)])


def _by_class(values: NDArray[np.float64], card: Card) -> dict[str, float]:
    return {item.id: float(value) for item, value in zip(card.classes, values, strict=True)}


def _ranked(probabilities: dict[str, float]) -> list[str]:
    return sorted(probabilities, key=lambda name: -probabilities[name])
