"""Figures equal scikit-learn's on known predictions."""

import numpy as np
import pytest
from sklearn import metrics as reference

from training.metrics import evaluate, mean_interval
from training.scores import expected_calibration_error, page_brier, page_log_loss


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
    for index, name in enumerate("abc"):
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
