"""One percentile, quickly: the same figure as numpy's."""

import numpy as np
import pytest

from ecgdesk.reading.quantile import percentile


@pytest.mark.parametrize("percent", [0, 37.5, 90, 99.7, 100])
@pytest.mark.parametrize("shape", [(1, 1), (7, 9), (131, 90)])
def test_it_is_the_percentile_numpy_gives(shape: tuple[int, int], percent: float) -> None:
    values = np.random.default_rng(3).integers(0, 256, shape).astype(np.uint8)
    assert percentile(values, percent) == pytest.approx(np.percentile(values, percent), abs=1e-9)
