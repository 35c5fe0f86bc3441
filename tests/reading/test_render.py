"""What the renderer says about a page is what its pixels show."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ecgdesk.reading import render_grid as grids
from ecgdesk.reading.render import RenderedPage, Trace, render
from ecgdesk.reading.render_options import PulsePlace, RenderOptions, Separator
from ecgdesk.reading.render_presets import EDAN_LIKE, PRESETS
from ecgdesk.reading.render_signal import LEADS, Signal
from ecgdesk.reading.simulate import SimulationSpec, simulate

PLAIN = RenderOptions(grid=grids.NO_GRID, frame=None, labels=None, caption=None, trace_mm=0.25)


@pytest.fixture(scope="module")
def signal() -> Signal:
    return simulate(SimulationSpec(noise_mv=0, wander_mv=0), seed=3)


def _dark(page: RenderedPage) -> np.ndarray:
    return page.pixels.max(axis=2) < 128


def _middle(line: np.ndarray) -> float:
    return float(np.flatnonzero(line).mean())


@pytest.mark.parametrize("place", [PulsePlace.LEFT, PulsePlace.RIGHT])
@pytest.mark.parametrize("gain", [5, 10, 20])
@pytest.mark.parametrize("dpi", [100, 200, 300])
def test_one_millivolt_of_calibration_is_as_high_as_the_gain_says(
    signal: Signal, dpi: float, gain: float, place: PulsePlace
) -> None:
    page = render(signal, replace(PLAIN, dpi=dpi, mm_per_mv=gain, pulse=place))
    dark = _dark(page)
    assert len(page.pulses) == 4
    for pulse in page.pulses:
        top_column = round((pulse.x0 + pulse.x1) / 2)
        foot_column = round(pulse.x0 - 0.6 * page.px_per_mm)
        band = slice(round(pulse.y0 - 6), round(pulse.y1 + 6))
        height = _middle(dark[band, foot_column]) - _middle(dark[band, top_column])
        assert height == pytest.approx(gain * dpi / 25.4, abs=0.6)


@pytest.mark.parametrize("speed", [25, 50])
def test_beats_are_as_far_apart_as_the_rate_says(speed: float) -> None:
    signal = simulate(SimulationSpec(heart_rate_bpm=75, variability=0, noise_mv=0, wander_mv=0), seed=1)
    page = render(signal, replace(PLAIN, mm_per_s=speed))
    (rhythm,) = [trace for trace in page.traces if trace.rhythm]
    box = rhythm.box.rounded()
    dark = _dark(page)[box[1] : box[3], box[0] : box[2]]
    height = np.where(dark.any(axis=0), dark.shape[0] - dark.argmax(axis=0), 0)
    tall = height > 0.9 * height.max()
    starts = np.flatnonzero(tall[1:] & ~tall[:-1])
    assert len(starts) >= 5
    expected = 60 / 75 * speed * 200 / 25.4
    assert np.diff(starts) == pytest.approx(expected, abs=1.6)


@pytest.mark.parametrize("options", [PLAIN, replace(PLAIN, smooth=False), replace(EDAN_LIKE, dpi=150)])
def test_every_trace_is_drawn_where_its_points_are(signal: Signal, options: RenderOptions) -> None:
    page = render(signal, options)
    dark = _dark(page)
    for trace in page.traces:
        columns, rows = np.round(trace.points[2:-2]).astype(int).T
        assert dark[rows, columns].mean() > 0.99


def test_nothing_is_drawn_but_traces_and_pulses(signal: Signal) -> None:
    page = render(signal, PLAIN)
    allowed = np.zeros(page.pixels.shape[:2], dtype=bool)
    for trace in page.traces:
        _allow_line(allowed, trace)
    for pulse in page.pulses:
        x0, y0, x1, y1 = pulse.rounded()
        allowed[y0 - 4 : y1 + 5, x0 - 14 : x1 + 15] = True
    assert not (_dark(page) & ~allowed).any()


def _allow_line(allowed: np.ndarray, trace: Trace) -> None:
    for (x0, y0), (x1, y1) in zip(trace.points[:-1], trace.points[1:], strict=True):
        low, high = sorted((y0, y1))
        allowed[round(low) - 3 : round(high) + 4, round(x0) - 3 : round(x1) + 4] = True


def test_a_step_of_the_signal_stands_at_its_time_and_height() -> None:
    samples = np.zeros((12, 5000), dtype=np.float32)
    samples[:, 500:] = 0.5
    page = render(Signal(samples, 500), replace(PLAIN, pulse=PulsePlace.NONE))
    first = page.traces[0]
    dark = _dark(page)
    low = round(first.points[0, 0] + 0.5 * page.px_per_s)
    high = round(first.points[0, 0] + 1.5 * page.px_per_s)
    band = slice(round(first.baseline_y - 90), round(first.baseline_y + 10))
    assert _middle(dark[band, low]) - _middle(dark[band, high]) == pytest.approx(
        0.5 * page.px_per_mv, abs=0.6
    )
    edge = dark[round(first.baseline_y - 0.25 * page.px_per_mv), : round(first.box.x1)]
    assert _middle(edge) == pytest.approx(first.points[0, 0] + page.px_per_s, abs=1)


def _period(profile: np.ndarray, near: float) -> float:
    """Return the strongest period close to `near`, in pixels, from a zero-padded Fourier transform."""
    padded = 1 << 19
    wave = (profile - profile.mean()) * np.hanning(len(profile))
    strength = np.abs(np.fft.rfft(wave, padded))
    period = 1 / np.maximum(np.fft.rfftfreq(padded), 1e-9)
    strength[(period < 0.93 * near) | (period > 1.07 * near)] = 0
    return float(period[np.argmax(strength)])


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("dpi", [150, 200])
def test_the_printed_grid_repeats_every_millimetre_and_every_five(name: str, dpi: float) -> None:
    flat = Signal(np.zeros((12, 4700), dtype=np.float32), 500)
    bare = {"caption": None, "labels": None, "separator": Separator.NONE, "pulse": PulsePlace.LEFT}
    page = render(flat, replace(PRESETS[name], dpi=dpi, **bare))
    darkness = 255 - page.pixels[:, :, 1].astype(float)
    x0, y0, x1, y1 = page.frame.rounded()
    end, below = max(t.box.x1 for t in page.traces), max(t.baseline_y for t in page.traces)
    across = darkness[round(below + 2 * page.px_per_mm) : y1 - 5, x0 + 5 : x1 - 5].mean(axis=0)
    down = darkness[y0 + 5 : y1 - 5, round(end + page.px_per_mm) : x1 - 5].mean(axis=1)
    pitch = page.grid_px_per_mm
    for profile in (across, down):
        assert _period(profile, pitch) == pytest.approx(pitch, rel=0.001)
        assert _period(profile, 5 * pitch) == pytest.approx(5 * pitch, rel=0.002)


@pytest.mark.parametrize("style", ["PINK_DOTTED", "GREEN_LINES", "FADED_LINES", "NO_GRID"])
def test_the_grid_ends_with_the_frame_unless_the_whole_sheet_is_printed(style: str) -> None:
    grid = getattr(grids, style)
    within = render(simulate(), replace(PLAIN, grid=grid, dpi=100))
    around = render(simulate(), replace(PLAIN, grid=replace(grid, everywhere=True), dpi=100))
    margin = slice(0, int(within.frame.y0) - 2)
    assert (within.pixels[margin] == grid.paper_rgb).all()
    assert (around.pixels[margin] == grid.paper_rgb).all() == (style == "NO_GRID")


def test_the_edan_like_page_has_the_measures_of_the_scanned_ones(signal: Signal) -> None:
    page = render(signal, EDAN_LIKE)
    assert page.size == (2213, 1572)
    assert 5 * page.grid_px_per_mm == pytest.approx(39.76, abs=0.02)
    assert (page.frame.x0, page.frame.y0) == pytest.approx((69, 284.5), abs=1.5)
    assert (page.frame.x1, page.frame.y1) == pytest.approx((2175, 1516), abs=1.5)
    rows = sorted({trace.baseline_y for trace in page.traces})
    assert rows == pytest.approx([463.5, 763.5, 1065.5, 1366.5], abs=2.5)
    columns = sorted({trace.box.x0 for trace in page.traces})
    assert columns == pytest.approx([153, 644, 1136, 1627.5], abs=4)


@pytest.mark.real_data
def test_the_edan_like_page_lies_on_a_scanned_one(data_folder: Path, signal: Signal) -> None:
    path = sorted((data_folder / "ecg-cardiac" / "full").glob("normal-*.jpg"))[0]
    with Image.open(path) as image:
        scanned = np.asarray(image.convert("RGB"))
    drawn = render(signal, EDAN_LIKE).pixels
    assert drawn.shape == scanned.shape
    for page_lines in (_upright_lines, _frame_lines):
        assert page_lines(drawn) == pytest.approx(page_lines(scanned), abs=4)


def _upright_lines(pixels: np.ndarray) -> list[float]:
    full = (pixels[430:1100].max(axis=2) < 110).mean(axis=0) > 0.95
    return _centres(full)


def _frame_lines(pixels: np.ndarray) -> list[float]:
    pink = pixels[:, :, 0].astype(int) - pixels[:, :, 1] > 40
    return _centres(pink[300:1500].mean(axis=0) > 0.7) + _centres(pink[:, 100:2100].mean(axis=1) > 0.7)


def _centres(marked: np.ndarray) -> list[float]:
    places = np.flatnonzero(marked)
    groups = np.split(places, np.flatnonzero(np.diff(places) > 3) + 1)
    return [float(group.mean()) for group in groups]


def test_the_resolution_only_scales_the_page(signal: Signal) -> None:
    small, large = render(signal, replace(EDAN_LIKE, dpi=100)), render(signal, EDAN_LIKE)
    assert large.size == pytest.approx((2 * small.size[0], 2 * small.size[1]), abs=2)
    for a, b in zip(small.traces, large.traces, strict=True):
        assert 2 * a.points == pytest.approx(b.points, abs=0.01)


def test_the_same_page_is_drawn_twice_and_may_be_painted_on(signal: Signal) -> None:
    first = render(signal, EDAN_LIKE)
    kept = first.pixels.copy()
    first.pixels[:] = 0
    assert np.array_equal(render(signal, EDAN_LIKE).pixels, kept)


def test_leads_come_by_their_names_not_by_their_order(signal: Signal) -> None:
    order = tuple(reversed(LEADS))
    turned = Signal(np.ascontiguousarray(signal.millivolts[::-1]), signal.hz, order)
    assert np.array_equal(render(turned, PLAIN).pixels, render(signal, PLAIN).pixels)
