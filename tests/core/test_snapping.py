"""A caliper's leg finds the trace first, then the grid, and stays free between them."""

import numpy as np
import pytest
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect
from ecgdesk.core.snapping import Snapper, grid_line
from ecgdesk.core.tracing import Scale
from tests.fakes.reading import SCALE, fake_reading

PERIOD = 7.85


def _paper(size: int = 128, *, grey: tuple[int, int, int] = (250, 190, 190), dots: bool = False) -> NDArray:
    pixels = np.full((size, size, 3), 255, np.uint8)
    lines = [int(3 + i * PERIOD) for i in range(int(size / PERIOD))]
    if dots:
        pixels[np.ix_(lines, lines)] = grey
    else:
        pixels[lines] = grey
        pixels[:, lines] = grey
    return pixels


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize(
    "paper",
    [_paper(), _paper(grey=(200, 230, 255)), _paper(grey=(245, 245, 245)), _paper(grey=(0, 0, 0), dots=True)],
    ids=["pink", "blue", "faint", "dots"],
)
def test_the_nearest_line_of_any_grid_is_found(paper: NDArray, axis: int) -> None:
    line = grid_line(paper, axis, PERIOD, 60)
    assert line is not None
    assert min(abs(line - (3.0 + i * PERIOD)) for i in range(16)) < 1.0
    assert abs(line - 60) <= PERIOD / 2 + 0.01


def test_a_trace_over_the_grid_does_not_move_its_lines() -> None:
    paper = _paper()
    paper[40:90, 63:66] = 20
    bare, drawn = grid_line(_paper(), 0, PERIOD, 60), grid_line(paper, 0, PERIOD, 60)
    assert drawn == pytest.approx(bare, abs=0.8)


def test_blank_paper_and_noise_have_no_lines() -> None:
    assert grid_line(np.full((128, 128, 3), 255, np.uint8), 0, PERIOD, 60) is None
    noise = np.random.default_rng(0).integers(0, 255, (128, 128, 3)).astype(np.uint8)
    assert grid_line(noise, 0, PERIOD, 60) is None


def test_a_leg_snaps_to_the_top_of_a_beat() -> None:
    snapper = Snapper(fake_reading().traces, SCALE)
    assert snapper.time((366, 300), 12) == pytest.approx(360, abs=1.5)
    assert snapper.time((320, 300), 6) == 320
    assert snapper.height((360, 272), 8) == pytest.approx(271, abs=3)


def test_away_from_the_trace_a_leg_snaps_to_the_grid() -> None:
    scale = Scale(PERIOD, PERIOD, 1.0, "grid")
    whole = _paper(400)

    def patch(box: Rect) -> NDArray:
        x0, y0, x1, y1 = box.rounded()
        return whole[y0:y1, x0:x1]

    snapper = Snapper((), scale, patch)
    line = 3.5 + 25 * PERIOD
    assert snapper.time((line + 1.5, 200), 20) == pytest.approx(line, abs=0.8)
    assert snapper.height((200, line - 1.5), 20) == pytest.approx(line, abs=0.8)
    assert snapper.time((line + PERIOD / 2, 200), 20) == line + PERIOD / 2


def test_without_a_reading_a_leg_stays_where_it_is() -> None:
    assert Snapper().time((123.4, 50), 10) == 123.4
    assert Snapper().height((123.4, 50.5), 10) == 50.5
