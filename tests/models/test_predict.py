"""What may be said from logits: calibrated probabilities, a set of classes, and when it is "not sure"."""

import numpy as np
import pytest

from ecgdesk.core.card import Calibration
from ecgdesk.core.errors import ModelPackError
from ecgdesk.models.predict import predict
from tests.models.packs import small_card


def _logits(*probabilities: float) -> np.ndarray:
    return np.log(np.asarray(probabilities, dtype=np.float32))


def _calibrated(threshold: float | None = 0.4, temperature: float = 1.0) -> Calibration:
    return Calibration(
        temperature=temperature,
        conformal_threshold=threshold,
        coverage=0.9 if threshold else None,
        protocol="t",
    )


def test_probabilities_are_the_softmax_of_logits_over_the_temperature() -> None:
    said = predict(np.array([2.0, 1.0, 0.0]), small_card(calibration=_calibrated(temperature=2.0)))
    expected = np.exp([1.0, 0.5, 0.0]) / np.exp([1.0, 0.5, 0.0]).sum()
    assert list(said.probabilities) == ["MI", "HMI", "Normal"]
    assert list(said.probabilities.values()) == pytest.approx(expected, abs=1e-12)


def test_one_class_in_the_set_is_the_label() -> None:
    said = predict(_logits(0.1, 0.7, 0.2), small_card(calibration=_calibrated()))
    assert (said.label, said.prediction_set, said.uncertain, said.coverage) == ("HMI", ("HMI",), False, 0.9)


def test_two_classes_in_the_set_are_not_sure_most_probable_first() -> None:
    said = predict(_logits(0.4, 0.5, 0.1), small_card(calibration=_calibrated(0.7)))
    assert (said.label, said.prediction_set, said.uncertain) == (None, ("HMI", "MI"), True)


def test_a_high_top_probability_alone_does_not_make_it_sure() -> None:
    said = predict(_logits(0.05, 0.9, 0.05), small_card(calibration=_calibrated(0.96)))
    assert said.label is None
    assert len(said.prediction_set) == 3


def test_an_empty_set_grows_to_at_least_two_classes_and_is_not_sure() -> None:
    said = predict(_logits(0.03, 0.95, 0.02), small_card(calibration=_calibrated(0.01)))
    assert (said.label, said.prediction_set, said.uncertain) == (None, ("HMI", "MI"), True)
    spread = predict(_logits(0.3, 0.4, 0.3), small_card(calibration=_calibrated(0.01)))
    assert len(spread.prediction_set) == 3


def test_a_class_exactly_at_the_threshold_is_in_the_set() -> None:
    said = predict(np.log([0.5, 0.25, 0.25]), small_card(calibration=_calibrated(0.5)))
    assert said.prediction_set == ("MI",)


def test_without_a_threshold_the_set_covers_nine_tenths_and_promises_nothing() -> None:
    card = small_card(calibration=_calibrated(None))
    sure, unsure = predict(_logits(0.05, 0.92, 0.03), card), predict(_logits(0.35, 0.6, 0.05), card)
    assert (sure.label, sure.prediction_set) == ("HMI", ("HMI",))
    assert (unsure.label, unsure.prediction_set) == (None, ("HMI", "MI"))
    assert sure.coverage is None


def test_many_labels_are_those_over_their_own_thresholds() -> None:
    calibration = Calibration(class_thresholds={"MI": 0.3, "HMI": 0.9}, protocol="t")
    card = small_card(multi_label=True, calibration=calibration)
    said = predict(np.log([0.4 / 0.6, 0.95 / 0.05, 0.3 / 0.7]), card)
    assert list(said.probabilities.values()) == pytest.approx([0.4, 0.95, 0.3])
    assert (said.labels, said.label, said.uncertain) == (("HMI", "MI"), None, False)
    assert said.prediction_set == said.labels
    assert said.thresholds == {"MI": 0.3, "HMI": 0.9, "Normal": 0.5}


def test_normal_and_another_label_at_once_is_not_sure() -> None:
    calibration = Calibration(class_thresholds={"MI": 0.3, "HMI": 0.9}, protocol="t")
    card = small_card(multi_label=True, calibration=calibration)
    both = predict(np.log([0.4 / 0.6, 0.8 / 0.2, 0.6 / 0.4]), card)
    assert (both.labels, both.label, both.uncertain) == (("Normal", "MI"), None, True)
    alone = predict(np.log([0.2 / 0.8, 0.8 / 0.2, 0.6 / 0.4]), card)
    assert (alone.labels, alone.uncertain) == (("Normal",), False)


def test_many_labels_and_none_over_its_threshold_is_not_sure() -> None:
    said = predict(np.array([-3.0, -2.0, -1.0]), small_card(multi_label=True))
    assert (said.labels, said.uncertain) == ((), True)


@pytest.mark.parametrize("multi_label", [False, True])
def test_huge_logits_stay_probabilities(multi_label: bool) -> None:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        said = predict(np.array([1e4, -1e4, 0.0]), small_card(multi_label=multi_label))
    assert said.probabilities["MI"] == 1.0
    assert said.probabilities["HMI"] == 0.0


@pytest.mark.parametrize("logits", [[1.0, 2.0], [1.0, float("nan"), 0.0], [1.0, float("inf"), 0.0]])
def test_an_answer_that_is_no_answer_is_refused(logits: list[float]) -> None:
    with pytest.raises(ModelPackError, match="no valid answer"):
        predict(np.array(logits), small_card())


def test_sets_of_a_fitted_threshold_hold_the_true_class_as_often_as_promised() -> None:
    rng = np.random.default_rng(3)
    labels = rng.integers(0, 3, 4000)
    logits = rng.normal(size=(4000, 3)) + 1.5 * np.eye(3)[labels]
    probabilities = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    scores = 1 - probabilities[np.arange(2000), labels[:2000]]
    threshold = float(np.quantile(scores, 0.9, method="higher"))
    card = small_card(calibration=_calibrated(threshold))
    ids = [item.id for item in card.classes]
    held = [
        ids[label] in predict(row, card).prediction_set
        for row, label in zip(logits[2000:], labels[2000:], strict=True)
    ]
    assert 0.88 <= np.mean(held) <= 0.95
