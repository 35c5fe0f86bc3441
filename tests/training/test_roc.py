"""ROC curves on a card are those of the held-out predictions."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from training.roc import one_hot, roc_curves


def test_the_curve_has_the_area_it_says() -> None:
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, 600)
    truth = one_hot(labels, 3)
    scores = rng.random((600, 3)) + 0.6 * truth
    for at, curve in enumerate(roc_curves(scores, truth, ("a", "b", "c"))):
        assert curve.auroc == pytest.approx(roc_auc_score(truth[:, at], scores[:, at]))
        across, up = np.array(curve.points).T
        assert float(np.trapezoid(up, across)) == pytest.approx(curve.auroc, abs=0.005)
        assert (curve.points[0], curve.points[-1]) == ((0.0, 0.0), (1.0, 1.0))
        assert (curve.pages, curve.others) == (int(truth[:, at].sum()), int((~truth[:, at]).sum()))
        assert len(curve.points) <= 120


def test_a_class_without_pages_has_no_curve() -> None:
    labels = np.array([0, 0, 1, 1])
    curves = roc_curves(np.eye(3)[[0, 0, 1, 1]], one_hot(labels, 3), ("a", "b", "c"))
    assert [curve.name for curve in curves] == ["a", "b"]


def test_pages_of_several_classes_count_for_each() -> None:
    assert one_hot(np.array([[1, 0, 1]]), 3).tolist() == [[True, False, True]]
