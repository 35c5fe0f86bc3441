"""Curves and maps of a card keep what was put in, and refuse what cannot be drawn."""

import numpy as np
import pytest
from pydantic import ValidationError

from ecgdesk.core.card_charts import Levels, MeanMap, MeanMaps, RocCurve
from ecgdesk.core.mean_map_picture import mean_map_picture
from tests.models.packs import small_card


def maps_with(heat: np.ndarray) -> MeanMaps:
    paper = Levels.of(np.full((20, 40), 255, dtype=np.uint8))
    one = MeanMap(name="MI", right=True, pages=3, heat=Levels.of(heat))
    return MeanMaps(method="gradcam", paper=paper, maps=(one,), protocol="five pages")


def test_a_picture_comes_back_as_it_was() -> None:
    values = np.arange(6, dtype=np.uint8).reshape(2, 3)
    record = Levels.of(values)
    assert np.array_equal(Levels.model_validate_json(record.model_dump_json()).array(), values)


@pytest.mark.parametrize(("rows", "data"), [(2, "AAAA"), (1, "A*=="), (0, "")])
def test_a_picture_of_another_size_is_refused(rows: int, data: str) -> None:
    with pytest.raises(ValidationError):
        Levels(rows=rows, columns=3, data=data)


def test_heat_is_painted_where_it_is_and_paper_stays_elsewhere() -> None:
    heat = np.zeros((2, 4), dtype=np.uint8)
    heat[0, 3] = 128
    maps = maps_with(heat)
    picture = mean_map_picture(maps, maps.maps[0], 80)
    assert picture.shape == (40, 80, 3)
    assert (picture[30:, :40] == 255).all()
    assert picture[2, 77].min() < 160  # the hottest place of the card is full heat, however faint


def test_cold_maps_are_bare_paper() -> None:
    maps = maps_with(np.zeros((2, 4), dtype=np.uint8))
    assert (mean_map_picture(maps, maps.maps[0], 40) == 255).all()


def test_a_picture_too_long_for_a_window_is_refused() -> None:
    with pytest.raises(ValidationError, match="4 times"):
        Levels.of(np.zeros((1000, 1), dtype=np.uint8))


@pytest.mark.parametrize(
    "points",
    [((0, 0), (0.5, float("nan")), (1, 1)), ((0, 0), (2, 1), (1, 1)), ((0.1, 0), (1, 1)), ((0, 0), (1, 0.9))],
)
def test_a_curve_that_is_none_is_refused(points: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(ValidationError):
        RocCurve(name="MI", auroc=0.5, pages=1, others=1, points=points)


def test_charts_of_classes_a_card_does_not_have_are_refused() -> None:
    curve = RocCurve(name="Other", auroc=0.5, pages=1, others=1, points=((0, 0), (1, 1)))
    with pytest.raises(ValidationError, match="card's classes"):
        small_card(roc=(curve,))
    twice = curve.model_copy(update={"name": "MI"})
    with pytest.raises(ValidationError, match="card's classes"):
        small_card(roc=(twice, twice))
