"""How much of the heat lies outside the tracing."""

import numpy as np
import pytest

from ecgdesk.core.geometry import Rect
from ecgdesk.explain.outside import outside_share, share_inside

PAGE = Rect(100, 50, 300, 150)


@pytest.mark.parametrize(
    ("tracing", "share"),
    [
        (PAGE, 0.0),
        (Rect(0, 0, 1000, 1000), 0.0),
        (Rect(100, 50, 200, 150), 0.5),
        (Rect(100, 50, 200, 100), 0.75),
        (Rect(105, 50, 300, 150), 0.025),  # a quarter of a heat pixel, 20 page pixels wide
        (Rect(400, 50, 500, 150), 1.0),
        (Rect(200, 100, 200, 100), 1.0),
        (Rect(300, 150, 100, 50), 1.0),
    ],
)
def test_of_even_heat_the_share_is_the_area_outside(tracing: Rect, share: float) -> None:
    assert outside_share(np.ones((5, 10), np.float32), PAGE, tracing) == pytest.approx(share, abs=1e-9)


def test_heat_counts_where_it_is() -> None:
    heat = np.zeros((10, 10), np.float32)
    heat[:, :2], heat[:, 5] = 0.5, 1.0
    assert outside_share(heat, PAGE, Rect(140, 0, 300, 200)) == pytest.approx(0.5)
    assert share_inside(heat, PAGE, Rect(140, 0, 300, 200)) == pytest.approx(0.5)


def test_without_heat_there_is_no_share() -> None:
    assert outside_share(np.zeros((4, 4), np.float32), PAGE, PAGE) is None
    assert share_inside(np.zeros((4, 4), np.float32), PAGE, PAGE) is None
