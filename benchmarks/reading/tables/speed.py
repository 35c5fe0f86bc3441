"""Seconds of one core to read a page; decoding and the search for its crop are left out.

Processor time, so that other work on the machine counts little; the largest stands beside the median.
"""

import time
from collections.abc import Iterator
from statistics import median
from typing import Final

from benchmarks.reading.figure import Figure
from benchmarks.reading.sets import Pixels, Sets
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.read_page import read_page

AIM_S: Final = 2.0
PAGES: Final = 20


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield median and largest time of each set."""
    kinds = {
        "full-size pages (2213×1572)": sets.full(),
        "half-size pages (1106×786)": sets.cardiac(PAGES),
        "LUDB pages (2000×960)": sets.ludb_pages(PAGES),
        "photographs": sets.photos(),
    }
    for name, pages in kinds.items():
        seconds = list(_seconds(pages))
        yield Figure(f"{name}: median", median(seconds), len(seconds), AIM_S, "most")
        yield Figure(f"{name}: largest", max(seconds), len(seconds), AIM_S, "most")


def _seconds(pages: Iterator[tuple[str, Pixels]]) -> Iterator[float]:
    for _, pixels in pages:
        crop = propose_crop(pixels)
        started = time.process_time()
        read_page(pixels, crop)
        yield time.process_time() - started
