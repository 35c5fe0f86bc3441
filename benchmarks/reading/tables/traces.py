"""Digitised traces against the signals that were drawn: medians over the leads of all pages.

SNR in dB and correlation, both sides less their means, each lead as it was placed in time; "moved" is after
the best shift of up to 40 ms. A lead that was not found counts as 0 dB; what a page cut off at its edge does
not count. Drawn at 200 dpi in varied looks with a grid. LUDB's own pages come from an independent program; it
begins 7 ms left of the picture's edge, which nothing on them shows: there "moved" is the fair figure.
Published for others: correlation 0.975 to 0.995 on clean renders (ECGMiner), 19.65 dB on scans
(Open-ECG-Digitizer).
"""

from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import Final

import numpy as np

from benchmarks.reading.drawn import drawn_page
from benchmarks.reading.figure import Figure
from benchmarks.reading.reader import read
from benchmarks.reading.score import Score, scores
from benchmarks.reading.sets import Sets, ludb_signal
from ecgdesk.reading.degrade import Level
from ecgdesk.reading.render_grid import RED_LINES, GridKind
from ecgdesk.reading.render_options import RenderOptions
from ecgdesk.reading.render_presets import varied_options
from ecgdesk.reading.render_signal import Signal

CLEAN_DB, CLEAN_CORRELATION, MEDIUM_DB = 20.0, 0.99, 8.0
LOWER: Final = 10


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield SNR and correlation, as placed and moved, and the tenth percentile, set by set."""
    for name, records in (("ptb-xl", sets.ptb_xl), ("ludb", sets.ludb)):
        yield from _five(f"{name}, clean", _drawn(records(), None), CLEAN_DB, CLEAN_CORRELATION)
        yield from _five(f"{name}, light photograph", _drawn(records(), "light"), None, None)
        yield from _five(f"{name}, medium photograph", _drawn(records(), "medium"), MEDIUM_DB, None)
    pages = (scores(read(pixels)[0], ludb_signal(sets.data, name)) for name, pixels in sets.ludb_pages())
    yield from _five("LUDB pages of another program", pages, None, None)


def look(seed: int) -> RenderOptions:
    """Return a varied look at 200 dpi that has a grid."""
    options = varied_options(seed)
    return options if options.grid.kind is not GridKind.NONE else replace(options, grid=RED_LINES)


def _drawn(records: Iterator[tuple[str, Signal]], level: Level | None) -> Iterator[list[Score]]:
    for seed, (_, signal) in enumerate(records):
        page = drawn_page(signal, look(seed), level, seed)
        yield scores(read(page.pixels)[0], signal, page.page)


def _five(
    name: str, pages: Iterator[list[Score]], least_db: float | None, least_correlation: float | None
) -> Iterator[Figure]:
    every = [score for page in pages for score in page]
    n, decibels = len(every), [score.snr for score in every]
    likeness = median(score.correlation for score in every)
    yield Figure(f"{name}: SNR, dB", median(decibels), n, least_db, form=".2f")
    yield Figure(f"{name}: SNR moved, dB", median(s.snr_moved for s in every), n, form=".2f")
    yield Figure(f"{name}: SNR, 10th percentile, dB", float(np.percentile(decibels, LOWER)), n, form=".2f")
    yield Figure(f"{name}: correlation", likeness, n, least_correlation, form=".4f")
    yield Figure(f"{name}: correlation moved", median(s.correlation_moved for s in every), n, form=".4f")
