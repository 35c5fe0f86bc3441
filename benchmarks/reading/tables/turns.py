"""Pages on their side or upside down: how many are turned right by themselves, how many only advised about.

Each page is judged as it lies, turned by a quarter either way, and upside down. An upright page that is
turned would be a false one. "noticed" is turned or advised about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.reading.figure import Figure, share
from benchmarks.reading.sets import Pixels, Sets
from ecgdesk.core.placing import quarter_turns
from ecgdesk.reading.degrade import degrade, photo
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import varied_options
from ecgdesk.reading.render_signal import Signal
from ecgdesk.reading.watch import Watch

DRAWN: Final = 30
DPI: Final = 100.0
_FIRST_SEED: Final = 9000
_ADVICE: Final = {"sideways", "upside-down"}


@dataclass(frozen=True, slots=True)
class Laid:
    """By how many quarters a page lay turned to the left, was turned back, and whether that was advised."""

    lay: int
    turned: int
    advised: bool


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield the rows."""
    for name, pages in _kinds(sets):
        laid = [_laid(page, lay) for page in pages for lay in range(4)]
        upright = [one for one in laid if one.lay == 0]
        wrong = [one.turned not in (0, one.lay) for one in laid]
        yield Figure(f"{name}: turned wrongly", float(sum(wrong)), len(laid), 0.0, "most", ".0f")
        yield share(f"{name}: upright, advised to turn", [one.advised for one in upright])
        for what, lays in (("on their side", (1, 3)), ("upside down", (2,))):
            some = [one for one in laid if one.lay in lays]
            yield share(f"{name}, {what}: turned right", [one.turned == one.lay for one in some])
            noticed = [one.turned == one.lay or one.advised for one in some]
            yield share(f"{name}, {what}: noticed", noticed)


def _kinds(sets: Sets) -> Iterator[tuple[str, Iterator[Pixels]]]:
    yield "ecg-cardiac", (page for _, page in sets.cardiac())
    yield "ecg-photos", (page for _, page in sets.photos())
    yield "LUDB pages", (page for _, page in sets.ludb_pages(DRAWN))
    yield "ptb-xl, drawn", _drawn(sets.ptb_xl(DRAWN), photographed=False)
    yield "ptb-xl, medium photographs", _drawn(sets.ptb_xl(DRAWN), photographed=True)
    yield "ludb, drawn", _drawn(sets.ludb(DRAWN), photographed=False)


def _drawn(records: Iterator[tuple[str, Signal]], *, photographed: bool) -> Iterator[Pixels]:
    for number, (_, signal) in enumerate(records):
        page = render(signal, varied_options(_FIRST_SEED + number, DPI)).pixels
        yield degrade(page, photo("medium"), seed=number, dpi=DPI).pixels if photographed else page


def _laid(page: Pixels, lay: int) -> Laid:
    pixels, watch = np.ascontiguousarray(np.rot90(page, lay)), Watch()
    crop = watch.propose_crop(pixels, "tracing")
    quality = watch.judge(pixels, crop, None)
    turned = watch.righted(pixels, crop, "tracing", quality)
    if turned is not None:
        quality = watch.judge(pixels, turned, None)
    advised = any(caution.code in _ADVICE for caution in quality.cautions)
    return Laid(lay, 0 if turned is None else quarter_turns(turned), advised)
