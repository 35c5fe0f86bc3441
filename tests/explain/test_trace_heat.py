import numpy as np

from ecgdesk.core.constants import TRACE_HEATMAP_LONGEST_SIDE_PX
from ecgdesk.explain.heatmap import on_crop
from ecgdesk.explain.readable import readable
from ecgdesk.explain.trace_heat import along_traces, on_traces
from ecgdesk.models.architectures import catalog
from ecgdesk.models.trace_picture import TracePicture

SETTINGS = catalog()["lead-resnet"].preprocessing


def _traces(*rows: int) -> TracePicture:
    """Rows of traces, one below the other over the whole width; others were not read."""
    points = np.full((16, 250, 2), np.nan, np.float32)
    for row in rows:
        points[row, :, 0] = (np.arange(250) + 0.5) / 250
        points[row, :, 1] = (row + 0.5) / 16
    return TracePicture(np.zeros((16, 250, 1), np.uint8), points, 0.01, len(rows))


def test_heat_lies_on_the_trace_it_was_found_on() -> None:
    grid = np.zeros((16, 250), np.float32)
    grid[3, 100:110] = 2.0
    heat = along_traces(grid, _traces(*range(16)), (500, 320))
    y, x = np.unravel_index(heat.argmax(), heat.shape)
    assert abs(y - 3.5 / 16 * 320) <= 1
    assert 198 <= x <= 222
    assert heat[:60].max() < 1e-3
    assert heat[85:].max() < 1e-3


def test_heat_of_a_lead_that_was_not_read_is_painted_nowhere() -> None:
    grid = np.zeros((16, 10), np.float32)
    grid[5] = 1.0
    assert not along_traces(grid, _traces(0, 1), (500, 320)).any()


def test_a_coarse_grid_is_stretched_along_time() -> None:
    grid = np.zeros((16, 5), np.float32)
    grid[0, 4] = 1.0
    heat = along_traces(grid, _traces(0), (500, 320))
    assert heat[:, 480].max() > 0.9
    assert heat[:, 100].max() == 0


def test_what_is_painted_is_found_again_on_its_rows() -> None:
    traces = _traces(2, 9)
    grid = np.zeros((16, 250), np.float32)
    grid[9, 50:80] = 1.0
    found = on_traces(along_traces(grid, traces, (1000, 640)), traces)
    assert found[9, 65] > 0.9
    assert found[2].max() < 1e-3
    assert not found[0].any()


def test_a_map_on_the_crop_is_scaled_to_one() -> None:
    grid = np.full((16, 4), 0.2, np.float32)
    grid[7, 2] = 0.4
    heat = on_crop(grid, (500, 320), SETTINGS, _traces(*range(16)))
    assert heat.max() == 1.0


def test_pixel_maps_of_leads_spread_along_time_only() -> None:
    grid = np.zeros((16, 250), np.float32)
    grid[4, 125] = 1.0
    spread = readable(grid, SETTINGS)
    assert spread[4, 123] > 0
    assert not spread[3].any()
    assert not spread[5].any()


def test_one_hot_moment_does_not_make_the_other_heat_along_the_leads_pale() -> None:
    grid = np.zeros((16, 125), np.float32)
    grid[:, 20:30] = 0.1
    grid[3, 60] = 1.0
    shown = readable(grid, SETTINGS)
    assert shown[8, 25] > 0.9 * shown.max()
    assert shown[3, 60] == shown.max()


def test_heat_along_traces_is_finer_than_a_map_of_a_picture() -> None:
    heat = on_crop(np.ones((16, 4), np.float32), (4096, 2048), SETTINGS, _traces(3))
    assert heat.shape == (TRACE_HEATMAP_LONGEST_SIDE_PX // 2, TRACE_HEATMAP_LONGEST_SIDE_PX)
