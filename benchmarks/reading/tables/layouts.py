"""Which layout a page has, and that its leads stand where they were drawn.

Drawn: every layout of the renderer, twelve looks each, clean and at the medium photo level. Real: the pages
of `ecg-cardiac` and LUDB are all 3×4 with one rhythm strip. A lead is in place when the middle of its box
lies in the box it was drawn in.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

import numpy as np

from benchmarks.reading.drawn import Drawn, drawn_page
from benchmarks.reading.figure import Figure, share
from benchmarks.reading.reader import read
from benchmarks.reading.sets import Pixels, Sets
from ecgdesk.core.geometry import Crop, map_points, straight_transform
from ecgdesk.core.tracing import PageReading
from ecgdesk.reading.degrade import Level
from ecgdesk.reading.layout import Layout
from ecgdesk.reading.render_grid import RED_LINES, GridKind
from ecgdesk.reading.render_presets import varied_options

EACH: Final = 12
ALL_EACH: Final = 100
RHYTHMS: Final = ("II", "V1", "V5")


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield shares of pages with the right layout and of leads in their places."""
    levels: tuple[Level | None, ...] = (None, "medium")
    for level in levels:
        for layout in Layout:
            yield from of_layout(sets, layout, level)
    yield real("ecg-cardiac pages: 3x4+1", sets.cardiac())
    yield real("LUDB pages: 3x4+1", sets.ludb_pages())


def of_layout(sets: Sets, layout: Layout, level: Level | None) -> Iterator[Figure]:
    """Yield the figures of one layout of the renderer."""
    right, placed = [], []
    for page in _pages(sets, layout, level):
        reading, crop = read(page.pixels)
        right.append(reading.layout.name == layout.value)
        placed += in_place(page, reading, crop)
    yield share(f"drawn, {level or 'clean'}, {layout.value}: layout", right)
    yield share(f"drawn, {level or 'clean'}, {layout.value}: leads in place", placed)


def real(name: str, pages: Iterator[tuple[str, Pixels]]) -> Figure:
    """Return the share of real pages that are read as 3×4 with a rhythm strip."""
    return share(name, [read(pixels)[0].layout.name == "3x4+1" for _, pixels in pages])


def in_place(page: Drawn, reading: PageReading, crop: Crop) -> list[bool]:
    """Return for each short strip that was drawn whether a box of its name is read in its place."""
    size = (page.pixels.shape[1], page.pixels.shape[0])
    onto = straight_transform(size, crop.rotation_deg, crop.corners)[0] @ page.matrix
    back = np.asarray(np.linalg.inv(onto), np.float64)
    found = {}
    for lead in reading.leads:
        if not lead.rhythm:
            middle = (lead.box.x0 + lead.box.x1) / 2, (lead.box.y0 + lead.box.y1) / 2
            found[lead.name] = map_points(back, [middle])[0]
    held = []
    for trace in page.page.traces:
        if not trace.rhythm:
            x, y = found.get(trace.lead, (-1.0, -1.0))
            held.append(trace.box.x0 < x < trace.box.x1 and trace.box.y0 < y < trace.box.y1)
    return held


def _pages(sets: Sets, layout: Layout, level: Level | None) -> Iterator[Drawn]:
    each = ALL_EACH if sets.everything else EACH
    for seed, (_, signal) in enumerate(islice(sets.ptb_xl(each), each)):
        options = varied_options(1000 + seed)
        grid = options.grid if options.grid.kind is not GridKind.NONE else RED_LINES
        options = replace(
            options, layout=layout, rhythm_leads=RHYTHMS, grid=grid, first_baseline_mm=None, row_pitch_mm=None
        )
        yield drawn_page(signal, options, level, seed)
