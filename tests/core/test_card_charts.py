"""Curves and maps of a card keep what was put in, and refuse what cannot be drawn."""

import numpy as np
import pytest
from pydantic import ValidationError

from ecgdesk.core.card_charts import Levels, MeanMap, MeanMaps
from ecgdesk.core.mean_map_picture import mean_map_picture


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
