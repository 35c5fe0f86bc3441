"""Calibration helps where it should, and promises only what it keeps."""

import numpy as np
import pytest

from training import multilabel
from training.calibrate import (
    class_reliability,
    cross_fitted,
    fit_calibration,
    fit_temperature,
    fit_threshold,
    fold_pairs,
    prediction_sets,
    probabilities_at,
    reliability,
)
from training.scores import expected_calibration_error


def simulated(pages: int, seed: int, over_confident: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Logits whose softmax is the truth, times a factor."""
    chance = np.random.default_rng(seed)
    logits = chance.normal(0, 2, (pages, 4))
    probabilities = probabilities_at(logits, 1.0)
    labels = np.array([chance.choice(4, p=row) for row in probabilities])
    return logits * over_confident, labels


def test_temperature_undoes_over_confidence() -> None:
    logits, labels = simulated(4000, 0, over_confident=3.0)
    temperature = fit_temperature(logits, labels)
    assert temperature == pytest.approx(3.0, rel=0.1)
    before = expected_calibration_error(probabilities_at(logits, 1.0), labels)
    after = expected_calibration_error(probabilities_at(logits, temperature), labels)
    assert after < before / 3


def test_prediction_sets_keep_their_coverage_on_new_pages() -> None:
    coverages = []
    for seed in range(40):
        logits, labels = simulated(600, seed)
        probabilities = probabilities_at(logits, 1.0)
        threshold = fit_threshold(probabilities[:200], labels[:200], 0.9)
        sets = prediction_sets(probabilities[200:], threshold, 0.9)
        coverages.append(sets[np.arange(400), labels[200:]].mean())
    assert np.mean(coverages) >= 0.885


def test_a_set_is_never_empty_and_follows_the_program_s_rule() -> None:
    probabilities = np.array([[0.4, 0.35, 0.25], [0.9, 0.06, 0.04]])
    sets = prediction_sets(probabilities, 0.2, 0.9)
    assert sets.sum(1).tolist() == [3, 1]


def test_too_few_pages_promise_nothing() -> None:
    logits, labels = simulated(5, 0)
    assert fit_threshold(probabilities_at(logits, 1.0), labels, 0.9) == 1.0


def test_a_fold_is_calibrated_on_the_others_alone() -> None:
    logits, labels = simulated(300, 1)
    folds = np.arange(300) % 3
    before, _ = cross_fitted(logits, labels, folds, 0.9)
    changed = labels.copy()
    changed[folds == 0] = (changed[folds == 0] + 1) % 4
    after, _ = cross_fitted(logits, changed, folds, 0.9)
    assert np.array_equal(before[folds == 0], after[folds == 0])
    assert not np.array_equal(before[folds == 1], after[folds == 1])


def test_another_repeat_of_the_split_is_not_fitted_on() -> None:
    """It holds the very pages that are to be judged."""
    folds = np.array([0, 0, 1, 1, 2, 2, 3, 3])
    repeats = folds // 2
    for here, others in fold_pairs(folds, repeats):
        assert set(repeats[here]) == set(repeats[others])
        assert not (here & others).any()
        assert others.sum() == 2


def test_reliability_counts_every_page() -> None:
    logits, labels = simulated(200, 2)
    bins = reliability(probabilities_at(logits, 1.0), labels)
    assert sum(part.pages for part in bins) == 200
    assert all(0 <= part.correct <= part.pages for part in bins)


def test_the_calibration_says_what_it_was_fitted_on() -> None:
    logits, labels = simulated(200, 3)
    honest, _ = cross_fitted(logits, labels, np.arange(200) % 4, 0.9)
    fitted = fit_calibration(logits, labels, honest, 0.9, "held-out pages")
    assert fitted.protocol == "held-out pages"
    assert fitted.coverage == 0.9


def test_reliability_of_a_class_is_of_the_pages_that_were_given_it() -> None:
    probabilities = np.array([[0.95, 0.05], [0.92, 0.08], [0.3, 0.7], [0.1, 0.9], [0.95, 0.05]])
    labels = np.array([0, 1, 1, 1, 0])
    found = class_reliability(probabilities, labels, ["a", "b"])
    assert [(b.low, b.pages, b.correct) for b in found["a"]] == [(0.9, 3, 2)]
    assert [(b.pages, b.correct) for b in found["b"]] == [(1, 1), (1, 1)]
    assert class_reliability(probabilities, labels, []) == {}


def test_several_labels_have_a_reliability_of_each_class_over_all_pages() -> None:
    logits = np.array([[3.0, -3.0], [3.0, 3.0], [-3.0, 3.0]])
    truth = np.array([[1, 0], [0, 1], [0, 1]])
    honest = np.array([[0.9, 0.1], [0.9, 0.9], [0.1, 0.9]])
    fitted = multilabel.fit_calibration(logits, truth, ("a", "b"), "made up", honest)
    assert [(b.pages, b.correct) for b in fitted.class_reliability["a"]] == [(1, 0), (2, 1)]
    assert [(b.pages, b.correct) for b in fitted.class_reliability["b"]] == [(1, 0), (2, 2)]
