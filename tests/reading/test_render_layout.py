"""Every layout shows every lead, whole and named, within the tracing area."""

from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.geometry import Rect
from ecgdesk.reading import render_grid as grids
from ecgdesk.reading.layout import Layout
from ecgdesk.reading.render import render
from ecgdesk.reading.render_caption import Caption, CaptionStyle, Scale, caption_items
from ecgdesk.reading.render_options import A4, STRIP, PulsePlace, RenderOptions, Separator
from ecgdesk.reading.render_presets import EDAN_LIKE, PRESETS, varied_options
from ecgdesk.reading.render_signal import LEADS, Signal, SignalError
from ecgdesk.reading.simulate import SPECS, simulate

SMALL = RenderOptions(dpi=80)


@pytest.fixture(scope="module")
def signal() -> Signal:
    return simulate(SPECS["normal"], seed=3)


@pytest.mark.parametrize("layout", Layout)
def test_a_layout_shows_all_twelve_leads_once_and_its_rhythm_strips(layout: Layout, signal: Signal) -> None:
    page = render(signal, replace(SMALL, layout=layout))
    assert sorted(t.lead for t in page.traces if not t.rhythm) == sorted(LEADS)
    rhythm = [t.lead for t in page.traces if t.rhythm]
    assert rhythm == ["II", "V1", "V5"][: layout.rhythm_rows]
    assert len({t.baseline_y for t in page.traces}) == layout.rows == len(page.pulses)


@pytest.mark.parametrize("layout", Layout)
def test_strips_do_not_overlap_and_stay_inside_the_tracing_area(layout: Layout, signal: Signal) -> None:
    page = render(signal, replace(SMALL, layout=layout))
    for trace in page.traces:
        box = trace.box
        assert page.frame.x0 < box.x0 < box.x1 <= page.frame.x1
        assert page.frame.y0 - 1e-6 <= box.y0 < trace.baseline_y < box.y1 <= page.frame.y1 + 1e-6
        assert box.x0 - 1 <= trace.points[:, 0].min() <= trace.points[:, 0].max() <= box.x1 + 1
        for other in page.traces:
            if other is not trace and other.baseline_y == trace.baseline_y:
                assert other.box.x1 <= box.x0 + 1e-6 or other.box.x0 >= box.x1 - 1e-6


@pytest.mark.parametrize("sequential", [True, False])
def test_columns_go_on_in_time_or_start_together(sequential: bool, signal: Signal) -> None:
    page = render(signal, replace(SMALL, sequential=sequential))
    starts = {t.lead: t.start_s for t in page.traces if not t.rhythm}
    expected = {"I": 0.0, "aVR": 2.5, "V1": 5.0, "V4": 7.5} if sequential else dict.fromkeys(LEADS, 0.0)
    for lead, start in expected.items():
        assert starts[lead] == start
        trace = next(t for t in page.traces if t.lead == lead and not t.rhythm)
        millivolts = (trace.baseline_y - trace.points[:, 1]) / page.px_per_mv
        first = round(start * signal.hz)
        assert millivolts == pytest.approx(signal.lead(lead)[first : first + len(millivolts)], abs=1e-3)


def test_a_faster_paper_shows_fewer_seconds(signal: Signal) -> None:
    page = render(signal, replace(SMALL, mm_per_s=50))
    assert page.seconds == 5.0
    assert render(signal, SMALL).seconds == 10.0
    assert page.traces[0].box.width == pytest.approx(1.25 * 50 * page.px_per_mm)


@pytest.mark.parametrize("name", ["a4-red", "letter-orange-three-rhythms", "a4-six-rows", "a4-twelve-rows"])
@pytest.mark.parametrize("spec", SPECS)
def test_lead_names_hide_no_trace_and_no_name(name: str, spec: str) -> None:
    page = render(simulate(SPECS[spec], seed=9), replace(PRESETS[name], dpi=100))
    labels = [t.label for t in page.traces if t.label is not None]
    assert len(labels) == len(page.traces)
    for trace in page.traces:
        label = trace.label
        assert label is not None
        assert page.frame.x0 < label.x0 < label.x1 < page.frame.x1
        assert page.frame.y0 < label.y0 < label.y1 < page.frame.y1
        for other in page.traces:
            assert not _crosses(other.points, label)
            assert other is trace or not _overlap(label, other.label)


def _crosses(points: np.ndarray, box: Rect) -> bool:
    x, y = points.T
    top, foot = np.minimum(y[:-1], y[1:]), np.maximum(y[:-1], y[1:])
    return bool(((x[:-1] > box.x0) & (x[1:] < box.x1) & (foot > box.y0) & (top < box.y1)).any())


def _overlap(a: Rect, b: Rect | None) -> bool:
    return b is not None and a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1


def test_a_lead_name_is_legible_ink(signal: Signal) -> None:
    options = replace(SMALL, dpi=200, grid=grids.NO_GRID)
    with_names, without = render(signal, options), render(signal, replace(options, labels=None))
    for trace in with_names.traces:
        assert trace.label is not None
        x0, y0, x1, y1 = trace.label.rounded()
        changed = (with_names.pixels[y0:y1, x0:x1] != without.pixels[y0:y1, x0:x1]).any(axis=2)
        assert changed.mean() > 0.12
        assert 14 <= trace.label.height <= 30


def test_a_huge_complex_is_cut_at_the_tracing_area() -> None:
    samples = np.zeros((12, 5000), dtype=np.float32)
    samples[:, ::50] = 30.0
    options = replace(SMALL, caption=None, frame=None)
    page = render(Signal(samples, 500), options)
    empty = render(Signal(np.zeros_like(samples), 500), options)
    outside = np.ones(page.pixels.shape[:2], dtype=bool)
    x0, y0, x1, y1 = page.frame.rounded()
    outside[y0:y1, x0:x1] = False
    assert np.array_equal(page.pixels[outside], empty.pixels[outside])
    assert not np.array_equal(page.pixels, empty.pixels)


def test_a_missing_lead_is_named(signal: Signal) -> None:
    short = Signal(signal.millivolts[:11], signal.hz, LEADS[:11])
    with pytest.raises(SignalError, match="V6"):
        render(short, SMALL)


def test_a_recording_too_short_to_show_is_refused() -> None:
    with pytest.raises(SignalError, match="seconds"):
        render(Signal(np.zeros((12, 20), dtype=np.float32), 500), SMALL)


def test_too_few_rhythm_leads_are_refused(signal: Signal) -> None:
    with pytest.raises(ValueError, match="rhythm"):
        render(signal, replace(SMALL, layout=Layout.THREE_BY_FOUR_THREE_RHYTHMS, rhythm_leads=("II",)))


@pytest.mark.parametrize("broken", ["mm_per_s", "mm_per_mv", "dpi", "trace_mm"])
def test_a_scale_of_zero_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="positive"):
        replace(SMALL, **{broken: 0})


@pytest.mark.parametrize("base", [SMALL, replace(EDAN_LIKE, dpi=80)])
def test_without_a_caption_the_margins_stay_empty(base: RenderOptions, signal: Signal) -> None:
    said, silent = render(signal, base), render(signal, replace(base, caption=None))
    assert (silent.header, silent.footer) == (None, None)
    assert (silent.pixels[: int(silent.frame.y0) - 2] == base.grid.paper_rgb).all()
    for box in (said.header, said.footer):
        assert box is not None
        x0, y0, x1, y1 = box.rounded()
        assert (said.pixels[y0:y1, x0:x1].max(axis=2) < 128).any()
        assert not (y1 > said.frame.y0 and y0 < said.frame.y1)


@pytest.mark.parametrize("style", CaptionStyle)
def test_the_caption_says_simulated_and_prints_no_rate_unless_asked(style: CaptionStyle) -> None:
    scale = Scale(25, 10, "4*2.5s+1r")

    def words(caption: Caption) -> str:
        return " ".join(item.text for item in caption_items(caption, A4, scale)[0])

    assert words(Caption(style)).count("SIMULATED") == 2
    assert "25mm/s" in words(Caption(style))
    assert "173" not in words(Caption(style))
    assert "173" in words(Caption(style, heart_rate_bpm=173))


def test_a_strip_without_margins_stays_without_words(signal: Signal) -> None:
    items, rules = caption_items(Caption(), STRIP, Scale(25, 10, ""))
    assert (items, rules) == ([], [])


@pytest.mark.parametrize("separator", [Separator.LINE, Separator.TICKS])
def test_separators_stand_between_the_columns(separator: Separator, signal: Signal) -> None:
    options = RenderOptions(separator=separator, grid=grids.NO_GRID, frame=None, labels=None, caption=None)
    flat = Signal(np.zeros_like(signal.millivolts), signal.hz)
    page = render(flat, replace(options, pulse=PulsePlace.NONE))
    dark = page.pixels.max(axis=2) < 128
    above = round(page.traces[0].baseline_y - 3 * page.px_per_mm)
    expected = sorted({t.box.x0 for t in page.traces})[1:]
    assert np.flatnonzero(dark[above]).min() == pytest.approx(expected[0], abs=2.5)
    for x in expected:
        assert dark[above, round(x)]


@pytest.mark.parametrize("seed", range(24))
def test_varied_looks_are_drawable_and_repeatable(seed: int, signal: Signal) -> None:
    options = varied_options(seed, dpi=60)
    assert options == varied_options(seed, dpi=60)
    page = render(signal, options)
    assert {t.lead for t in page.traces} >= set(LEADS)
    assert options.caption is None or options.caption.heart_rate_bpm is None
