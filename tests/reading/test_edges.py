"""Strokes that run into an edge of the page, and grids that go on there, tell that a part is missing."""

import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.reading.edges import EDGES, Edge, at_border, ends, open_edges

SIZE = (1000, 600)
PART = (500, 300)
NONE = np.zeros((0, 4))


def whole(origin: str = "grid", turn: float = 0.0) -> Crop:
    return Crop(Rect(0, 0, *SIZE), turn, origin=origin)  # type: ignore[arg-type]


def test_strokes_are_counted_at_the_edge_they_touch() -> None:
    traces = np.array([[0, 50, 200, 70], [0, 150, 300, 170], [300, 50, 500, 70]], np.float64)
    large = np.array([[100, 0, 120, 90]], np.float64)
    at = ends(traces, large, whole(), SIZE, PART)
    assert at.page == {"top": 1, "bottom": 0, "left": 2, "right": 1}


def test_strokes_at_a_crops_edge_inside_the_page_are_not_at_the_pages() -> None:
    traces = np.array([[0, 50, 500, 70]], np.float64)
    at = ends(traces, NONE, Crop(Rect(100, 0, 900, 600)), SIZE, (400, 300))
    assert at.crop["left"] == 1
    assert at.page["left"] == 0


@pytest.mark.parametrize("turn", [-3.0, 3.0])
def test_on_a_turned_page_strokes_are_held_against_the_pages_own_edges(turn: float) -> None:
    # In the middle of the right edge of a page turned about its centre.
    width, height = 1030, 651
    crop = Crop(Rect(0, 0, width, height), turn, origin="grid")
    right = (515 + 500 * np.cos(np.deg2rad(turn))) / 2
    middle = (325 + 500 * np.sin(np.deg2rad(turn))) / 2
    touching = np.array([[right - 150, middle - 4, right, middle + 4]])
    short = touching - (30, 0, 30, 0)
    assert ends(touching, NONE, crop, SIZE, (515, 325)).page["right"] == 1
    assert ends(short, NONE, crop, SIZE, (515, 325)).page["right"] == 0


@pytest.mark.parametrize("edge", EDGES)
def test_a_grid_that_goes_on_at_one_edge_only_tells_of_a_missing_part(edge: Edge) -> None:

    x0, y0, x1, y1 = 60, 40, 940, 560
    moved = {
        "top": (x0, 0, x1, y1),
        "bottom": (x0, y0, x1, 600),
        "left": (0, y0, x1, y1),
        "right": (x0, y0, 1000, y1),
    }
    assert open_edges(Crop(Rect(*moved[edge]), origin="grid"), SIZE) == {edge}


def test_paper_with_a_grid_all_over_it_is_whole() -> None:
    assert open_edges(whole(), SIZE) == set()
    assert open_edges(Crop(Rect(0, 80, 1000, 600), origin="grid"), SIZE) == set()


@pytest.mark.parametrize("turn", [90.0, 180.0, -90.0])
def test_edges_of_a_page_turned_by_quarters_are_named_as_they_lie_then(turn: float) -> None:
    traces = np.array([[0, 50, 200, 70], [0, 150, 300, 170]], np.float64)
    lying = SIZE if turn == 180 else SIZE[::-1]
    turned = Crop(Rect(0, 0, *SIZE), turn, origin="grid")
    assert ends(traces, NONE, turned, lying, PART) == ends(traces, NONE, whole(), SIZE, PART)
    part = Crop(Rect(60, 40, 1000, 560), turn, origin="grid")
    assert open_edges(part, lying) == {"right"}
    strokes = np.zeros((PART[1], PART[0]), np.uint8)
    strokes[40:260:40, :3] = 255
    here = np.rot90(strokes, round(turn / 90))
    assert at_border(here, 100.0, turned, 2)["left"] == at_border(strokes, 100.0, whole(), 2)["left"] == 6


def row_of(beats_first: bool) -> np.ndarray:
    """Four traces that begin at the left rim of a sketch: with a pulse, or with the middle of a beat."""
    strokes = np.zeros((300, 600), np.uint8)
    for level in (60, 130, 200, 270):
        strokes[level, :] = 255
        if beats_first:
            strokes[level - 26 : level, 8] = strokes[level - 26 : level, 9] = 255
            for x in range(-7, 8):
                strokes[level - round(12 - x * x / 5) : level, 22 + x] = 255
        else:
            strokes[level, 4:16] = 0
            strokes[level - 26 : level, 3] = strokes[level - 26 : level, 16] = 255
            strokes[level - 26, 3:17] = 255
    return strokes


def test_traces_that_begin_with_a_pulse_at_the_rim_are_not_cut_off() -> None:
    crop, found = Crop(Rect(0, 0, 590, 300), origin="grid"), {}
    for beats_first in (True, False):
        strokes = row_of(beats_first)
        strokes[:, 560:] = 0
        found[beats_first] = at_border(strokes, 255.0, crop, 1)["left"]
    assert found == {True: 4, False: 0}
