"""Ready looks of pages."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from ecgdesk.reading import render_grid as grids
from ecgdesk.reading.layout import Layout
from ecgdesk.reading.render_caption import Caption, CaptionStyle
from ecgdesk.reading.render_grid import FrameLine
from ecgdesk.reading.render_options import (
    LETTER,
    STRIP,
    LabelStyle,
    Paper,
    PulsePlace,
    RenderOptions,
    Separator,
)
from ecgdesk.reading.render_text import Face

# Measured on 2213 × 1572 px pages of 200 dpi: the grid's 5 mm are 39.76 px, the signal's 39.34 px.
EDAN_LIKE = RenderOptions(
    layout=Layout.THREE_BY_FOUR_RHYTHM,
    rhythm_leads=("II",),
    paper=Paper(281.05, 199.65, left_mm=8.76, top_mm=36.10, right_mm=4.76, bottom_mm=7.10),
    grid=grids.PINK_DOTTED,
    grid_stretch=1.0099,
    frame=FrameLine((248, 166, 172), 0.42),
    trace_mm=0.36,
    ink_rgb=(4, 4, 6),
    smooth=False,
    pulse_mm=2.16,
    pulse_gap_mm=3.2,
    labels=LabelStyle(3.4, Face.SERIF, indent_mm=0.0, lift_mm=0.95, smooth=False),
    separator=Separator.LINE,
    first_baseline_mm=22.8,
    row_pitch_mm=38.2,
    caption=Caption(CaptionStyle.REPORT, title="ECG  REPORT", band="0.67~25Hz"),
)
"""Looks like the export of an EDAN recorder: red frame, dotted pink grid, black separators."""

PRESETS: Mapping[str, RenderOptions] = MappingProxyType(
    {
        "edan-like": EDAN_LIKE,
        "a4-red": RenderOptions(),
        "letter-orange-three-rhythms": RenderOptions(
            layout=Layout.THREE_BY_FOUR_THREE_RHYTHMS,
            rhythm_leads=("V1", "II", "V5"),
            paper=LETTER,
            grid=grids.ORANGE_LINES,
            frame=FrameLine(grids.ORANGE_LINES.major_rgb, 0.2),
            separator=Separator.TICKS,
        ),
        "a4-six-rows": RenderOptions(
            layout=Layout.SIX_BY_TWO, grid=grids.RED_LINES, separator=Separator.TICKS
        ),
        "a4-twelve-rows": RenderOptions(
            layout=Layout.TWELVE_BY_ONE,
            grid=grids.BLUE_LINES,
            frame=FrameLine(grids.BLUE_LINES.major_rgb, 0.2),
            mm_per_mv=5,
            labels=LabelStyle(3.0),
        ),
        "strip-green": RenderOptions(
            paper=STRIP,
            grid=replace(grids.GREEN_LINES, everywhere=True),
            pulse=PulsePlace.RIGHT,
            frame=None,
            caption=None,
            separator=Separator.TICKS,
            labels=LabelStyle(3.6, Face.SERIF),
        ),
    }
)
"""Looks by name."""


def varied_options(seed: int, dpi: float = 200.0) -> RenderOptions:
    """Return a plausible look drawn at random, without any heart rate on the page; the seed decides."""
    rng = np.random.default_rng(seed)
    names = list(PRESETS)
    base = PRESETS[names[int(rng.integers(len(names)))]]
    lines = (
        grids.RED_LINES, grids.ORANGE_LINES, grids.GREEN_LINES, grids.BLUE_LINES, grids.GREY_LINES,
        grids.FADED_LINES, grids.PINK_DOTTED, grids.NO_GRID,
    )  # fmt: skip
    grid = base.grid if rng.random() < 0.4 else lines[int(rng.integers(len(lines)))]
    return replace(
        base,
        dpi=dpi,
        frame=base.frame if grid is base.grid else None,
        grid=replace(grid, everywhere=base.grid.everywhere or bool(rng.random() < 0.3)),
        trace_mm=float(base.trace_mm * rng.uniform(0.8, 1.3)),
        pulse=list(PulsePlace)[int(rng.choice(3, p=(0.7, 0.15, 0.15)))],
        separator=list(Separator)[int(rng.integers(3))],
        sequential=bool(rng.random() < 0.7),
        caption=base.caption if rng.random() < 0.7 else None,
    )
