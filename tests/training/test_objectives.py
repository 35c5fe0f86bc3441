"""Rare classes weigh more, and the weights follow the recipe."""

import numpy as np
import pytest

from training.objectives import class_weights


def test_weights_are_inverse_to_frequency() -> None:
    labels = np.array([0] * 30 + [1] * 10)
    assert list(class_weights(labels, 2, 1.0)) == pytest.approx([40 / 60, 40 / 20])
    assert list(class_weights(labels, 2, 0.0)) == [1.0, 1.0]


def test_an_absent_class_weighs_one() -> None:
    assert class_weights(np.array([0, 0, 1, 1]), 3, 1.0)[2] == pytest.approx(1.0)
