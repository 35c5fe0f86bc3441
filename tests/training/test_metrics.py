"""Figures equal scikit-learn's on known predictions."""

import numpy as np
import pytest
from sklearn import metrics as reference

from training.fold_figures import fold_figures
from training.metrics import evaluate, mean_interval
from training.scores import calibration_errors, expected_calibration_error, page_brier, page_log_loss
from training.sensitivity import class_thresholds, threshold_for


@pytest.fixture(scope="module")
def predictions() -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(0)
    labels = chance.integers(0, 3, 120)
    raw = chance.random((120, 3)) + 0.4 * np.eye(3)[labels]
    return raw / raw.sum(1, keepdims=True), labels


def test_figures_equal_scikit_learn(predictions: tuple[np.ndarray, np.ndarray]) -> None:
    probabilities, labels = predictions
    found, guess = evaluate(probabilities, labels, "abc", resamples=20), probabilities.argmax(1)
    precision, recall, f1, _ = reference.precision_recall_fscore_support(labels, guess)
    assert found.summary["accuracy"].value == pytest.approx(reference.accuracy_score(labels, guess))
    assert found.summary["macro_f1"].value == pytest.approx(f1.mean())
    assert found.summary["auroc"].value == pytest.approx(
        reference.roc_auc_score(labels, probabilities, multi_class="ovr")
    )
    truth = np.eye(3)[labels]
    assert found.summary["average_precision"].value == pytest.approx(
        reference.average_precision_score(truth, probabilities)
    )
    weighted = reference.precision_recall_fscore_support(labels, guess, average="weighted")
    for kind, value in zip(("precision", "recall", "f1"), weighted[:3], strict=True):
        assert found.summary[f"weighted_{kind}"].value == pytest.approx(value)
    for index, name in enumerate("abc"):
        assert found.per_class[name]["auroc"].value == pytest.approx(
            reference.roc_auc_score(truth[:, index], probabilities[:, index])
        )
        assert found.per_class[name]["precision"].value == pytest.approx(precision[index])
        assert found.per_class[name]["recall"].value == pytest.approx(recall[index])
        assert found.per_class[name]["f1"].value == pytest.approx(f1[index])
    table = [[found.confusion[true][guess] for guess in "abc"] for true in "abc"]
    assert np.array_equal(table, reference.confusion_matrix(labels, guess))


def test_intervals_hold_the_figure(predictions: tuple[np.ndarray, np.ndarray]) -> None:
    found = evaluate(*predictions, "abc", resamples=100)
    for interval in found.summary.values():
        assert interval.low <= interval.high
    accuracy = found.summary["accuracy"]
    assert accuracy.low < accuracy.value < accuracy.high


def test_an_interval_is_as_wide_as_theory_says() -> None:
    found = mean_interval(np.array([0.0, 1.0] * 200))
    assert found.high - found.low == pytest.approx(2 * 1.96 * 0.5 / 20, rel=0.15)


def test_log_loss_equals_scikit_learn(predictions: tuple[np.ndarray, np.ndarray]) -> None:
    probabilities, labels = predictions
    assert page_log_loss(probabilities, labels).mean() == pytest.approx(
        reference.log_loss(labels, probabilities)
    )


def test_calibration_error_of_known_bins() -> None:
    probabilities = np.array([[0.95, 0.05]] * 10)
    labels = np.array([0] * 5 + [1] * 5)
    assert expected_calibration_error(probabilities, labels) == pytest.approx(0.45)


def test_brier_of_certain_answers() -> None:
    certain = np.array([[1.0, 0.0], [1.0, 0.0]])
    assert list(page_brier(certain, np.array([0, 1]))) == [0.0, 2.0]


def test_equal_probabilities_are_one_threshold() -> None:
    labels = np.array([0, 1, 0, 1, 1, 0])
    probabilities = np.array([[0.5, 0.5]] * 3 + [[0.2, 0.8]] * 3)
    found = evaluate(probabilities, labels, "ab", resamples=5)
    assert found.per_class["b"]["average_precision"].value == pytest.approx(
        reference.average_precision_score(labels, probabilities[:, 1])
    )


def test_the_debiased_error_of_calibrated_answers_is_nearer_to_none() -> None:
    chance = np.random.default_rng(1)
    plain, debiased = [], []
    for _ in range(40):
        confidence = chance.uniform(0.5, 1.0, 150)
        labels = (chance.random(150) > confidence).astype(int)
        errors = calibration_errors(np.stack([confidence, 1 - confidence], 1), labels, np.ones((1, 150)))
        plain.append(errors[0][0])
        debiased.append(errors[1][0])
    assert np.median(debiased) < 0.75 * np.median(plain)


def test_the_debiased_error_of_overconfident_answers_stays() -> None:
    labels = np.array([0, 1] * 200)
    errors = calibration_errors(np.array([[0.95, 0.05]] * 400), labels, np.ones((1, 400)))
    assert errors[0][0] == pytest.approx(0.45)
    assert errors[1][0] == pytest.approx(0.45, abs=0.002)


def test_rows_of_one_page_are_resampled_together(predictions: tuple[np.ndarray, np.ndarray]) -> None:
    probabilities, labels = predictions
    once = evaluate(probabilities, labels, "abc", resamples=200)
    thrice = evaluate(
        np.repeat(probabilities, 3, 0), np.repeat(labels, 3), "abc", 200, np.repeat(np.arange(120), 3)
    )
    for name in ("accuracy", "macro_f1", "brier", "auroc", "ece"):
        one, other = once.summary[name], thrice.summary[name]
        assert (one.value, one.low, one.high) == pytest.approx((other.value, other.low, other.high))


def test_figures_over_folds_are_means_and_deviations() -> None:
    probabilities = np.array([[0.9, 0.1], [0.9, 0.1], [0.2, 0.8], [0.2, 0.8], [0.9, 0.1], [0.2, 0.8]])
    labels, folds = np.array([0, 1, 1, 1, 0, 0]), np.array([0, 0, 1, 1, 2, 2])
    found = fold_figures(probabilities, labels, folds, "ab")
    assert [fold["accuracy"] for fold in found["folds"]] == [0.5, 1.0, 0.5]
    assert found["accuracy"]["mean"] == pytest.approx(2 / 3)
    assert found["accuracy"]["sd"] == pytest.approx(np.std([0.5, 1, 0.5], ddof=1))
    assert found["confusion_mean"]["b"] == {"a": pytest.approx(1 / 3), "b": pytest.approx(2 / 3)}
    assert found["confusion_sd"]["b"]["b"] == pytest.approx(np.std([0, 2, 0], ddof=1))
    alone = fold_figures(probabilities[:2], labels[:2], folds[:2], "ab")
    assert alone["accuracy"]["sd"] == 0.0


def test_a_threshold_finds_the_wanted_share() -> None:
    scores = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
    assert (scores >= threshold_for(scores, 0.9)).mean() == 0.9
    assert (scores >= threshold_for(scores, 0.85)).mean() == 0.9
    assert threshold_for(scores, 1.0) == 0.1


def test_the_stated_sensitivity_is_of_pages_that_did_not_set_the_threshold() -> None:
    chance = np.random.default_rng(0)
    labels = chance.integers(0, 2, 2000)
    score = np.clip(chance.normal(0.4 + 0.2 * labels, 0.1), 0, 1)
    probabilities, folds = np.stack([1 - score, score], 1), np.arange(2000) % 4
    pairs = [(folds == fold, folds != fold) for fold in range(4)]
    found = class_thresholds(probabilities, labels, pairs, "ab", 0.9)
    for name in "ab":
        assert found[name].sensitivity.value == pytest.approx(0.9, abs=0.03)
        assert 0.6 < found[name].specificity.value < 0.95
    changed = labels.copy()
    changed[folds == 0] = 1 - changed[folds == 0]  # what a fold itself says must not set its threshold
    other = class_thresholds(probabilities, changed, pairs[:1], "ab", 0.9)
    assert other["b"].sensitivity.value < 0.6
