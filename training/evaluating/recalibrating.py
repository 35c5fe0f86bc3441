"""Calibration fitted on a clinic's own pages, honest figures of what it changes, and a new pack with it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from ecgdesk.core.card import Calibration, Card, Figure
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.evaluation import Estimate, Recalibration
from ecgdesk.core.sentence import say
from ecgdesk.models.repack import repack
from training import multilabel
from training.calibrate import cross_fitted, fit_calibration, prediction_sets, probabilities_at
from training.evaluating.outcome import Floats, Labels, Outcome, estimate
from training.multilabel_scores import calibration_error
from training.multilabel_scores import page_brier as brier_of_several
from training.multilabel_scores import page_log_loss as loss_of_several
from training.multilabel_scores import probabilities_at as several_at
from training.resampling import RESAMPLES, interval_of, mean_interval, weighted_mean, weights_of
from training.scores import calibration_errors, page_brier, page_log_loss

LEAST_PAGES: Final = 30
LEAST_WRONG: Final = 3
"""From right answers alone nothing can be learned about how sure a model should be."""
_FOLDS: Final = 5
_USUAL_COVERAGE: Final = 0.9
_BEFORE: Final = "Before recalibration: "
_CALIBRATED: Final = ("Expected calibration", "Calibration error", "Brier", "Log loss", "Prediction sets")


def recalibration(outcome: Outcome, protocol: str) -> Recalibration | None:
    """Return what calibration on these pages would change; None for too few pages, groups or mistakes."""
    pages, wrong = len(outcome.truth), int((~outcome.right).sum())
    if pages < LEAST_PAGES or wrong < LEAST_WRONG or len(np.unique(outcome.units)) < 2:
        return None
    folds = _folds(outcome)
    count = len(np.unique(folds))
    fit = _of_several if outcome.card.multi_label else _of_one
    before, after, gain, calibration = fit(outcome, folds, f"{protocol}, {count}-fold cross-fitted by group")
    helps = gain.high < 0
    return Recalibration(
        pages=pages, folds=count, before=before, after=after, calibration=calibration, helps=helps,
        sentence=_sentence(gain, helps),
    )  # fmt: skip


def write_recalibrated(source: Path, target: Path, card: Card, found: Recalibration, data: str) -> Card:
    """Write a pack with the same weights and the new calibration; raises OSError or ModelPackError."""
    made = recalibrated_card(card, found, data)
    repack(source, target, made)
    return made


def recalibrated_card(card: Card, found: Recalibration, data: str) -> Card:
    """Return the card with the new calibration and its figures; those of the old one are marked so."""
    suffix = "-recalibrated"
    old = [
        figure.model_copy(update={"name": _BEFORE + figure.name})
        if figure.name.startswith(_CALIBRATED)
        else figure
        for figure in card.figures
    ]
    limit = (
        f"Recalibrated on {found.pages} pages of {data}; weights and everything else are those of {card.id}."
    )
    return card.model_copy(
        update={
            "id": card.id if card.id.endswith(suffix) else card.id + suffix,
            "name": f"{card.name}, recalibrated" if not card.id.endswith(suffix) else card.name,
            "calibration": found.calibration,
            "figures": (*_figures(found), *old),
            "limits": (limit, *card.limits),
            "created": datetime.now(UTC).replace(microsecond=0),
        }
    )


def _figures(found: Recalibration) -> list[Figure]:
    promised = found.calibration.coverage or _USUAL_COVERAGE
    names = {
        "ece": "Expected calibration error (10 bins)",
        "brier": "Brier score",
        "log_loss": "Log loss",
        "coverage": f"Prediction sets at {promised:.0%}: coverage",
    }
    return [
        Figure(
            name=f"{names[key]}, recalibrated", value=value.value, low=value.low, high=value.high,
            n=found.pages, protocol=f"{found.calibration.protocol}; 95 % bootstrap interval.",
        )
        for key, value in found.after.items()
        if key in names
    ]  # fmt: skip


def _folds(outcome: Outcome) -> Labels:
    """Return each page's part (N), groups whole."""
    truth = outcome.truth
    strata = truth.argmax(1) if truth.ndim == 2 else truth
    parts = max(2, min(_FOLDS, len(np.unique(outcome.units))))
    folds = np.zeros(len(truth), dtype=np.int64)
    cut = StratifiedGroupKFold(parts, shuffle=True, random_state=0)
    try:
        for number, (_, held_out) in enumerate(cut.split(strata, strata, outcome.units)):
            folds[held_out] = number
    except ValueError as error:
        raise RecipeError(f"The pages cannot be parted: {error}.", "Use more pages.") from error
    return folds


Fitted = tuple[dict[str, Estimate], dict[str, Estimate], Estimate, Calibration]


def _of_one(outcome: Outcome, folds: Labels, protocol: str) -> Fitted:
    logits, truth, card = outcome.logits, outcome.truth, outcome.card
    coverage = card.calibration.coverage or _USUAL_COVERAGE
    threshold = card.calibration.conformal_threshold
    old = probabilities_at(logits, card.calibration.temperature)
    old_sets = prediction_sets(old, 1.0 if threshold is None else threshold, coverage)
    new, new_sets = cross_fitted(logits, truth, folds, coverage)
    gain = _difference(page_log_loss(new, truth), page_log_loss(old, truth), outcome.units)
    return (
        _figures_of_one(old, old_sets, outcome), _figures_of_one(new, new_sets, outcome), gain,
        fit_calibration(logits, truth, new, coverage, protocol),
    )  # fmt: skip


def _figures_of_one(probabilities: Floats, sets: NDArray[np.bool_], outcome: Outcome) -> dict[str, Estimate]:
    truth, units = outcome.truth, outcome.units
    rows = np.arange(len(truth))
    weights = weights_of(len(truth), RESAMPLES, units)
    found = {
        "ece": interval_of(calibration_errors(probabilities, truth, weights)[0]),
        "brier": interval_of(weighted_mean(page_brier(probabilities, truth), weights)),
        "log_loss": interval_of(weighted_mean(page_log_loss(probabilities, truth), weights)),
        "coverage": mean_interval(sets[rows, truth], units=units),
        "set_size": mean_interval(sets.sum(1), units=units),
        "unsure": mean_interval(sets.sum(1) != 1, units=units),
    }
    return {name: value for name, interval in found.items() if (value := estimate(interval)) is not None}


def _of_several(outcome: Outcome, folds: Labels, protocol: str) -> Fitted:
    logits, truth, card = outcome.logits, outcome.truth, outcome.card
    old = several_at(logits, card.calibration.temperature)
    new, _ = multilabel.cross_fitted(logits, truth, folds)
    gain = _difference(loss_of_several(new, truth), loss_of_several(old, truth), outcome.units)
    return (
        _figures_of_several(old, outcome), _figures_of_several(new, outcome), gain,
        multilabel.fit_calibration(logits, truth, outcome.classes, protocol, new),
    )  # fmt: skip


def _figures_of_several(probabilities: Floats, outcome: Outcome) -> dict[str, Estimate]:
    weights = weights_of(len(outcome.truth), RESAMPLES, outcome.units)
    found = {
        "ece": interval_of(calibration_error(probabilities, outcome.truth, weights)),
        "brier": interval_of(weighted_mean(brier_of_several(probabilities, outcome.truth), weights)),
        "log_loss": interval_of(weighted_mean(loss_of_several(probabilities, outcome.truth), weights)),
    }
    return {name: value for name, interval in found.items() if (value := estimate(interval)) is not None}


def _difference(new: Floats, old: Floats, units: Labels) -> Estimate:
    interval = mean_interval(new - old, units=units)
    return Estimate(value=interval.value, low=interval.low, high=interval.high)


def _sentence(gain: Estimate, helps: bool) -> str:
    values = {"change": gain.value, "low": gain.low, "high": gain.high}
    if helps:
        return say(
            "Calibrating on these pages helps: the log loss of pages that had no part in it changes by "
            "{change:+.3f} ({low:+.3f} to {high:+.3f}).", **values
        )  # fmt: skip
    return say(
        "Calibrating on these pages does not clearly help: the log loss of pages that had no part in it "
        "changes by {change:+.3f} ({low:+.3f} to {high:+.3f}).", **values
    )  # fmt: skip
