"""Printed speed and gain: how often they are read, and how often wrongly.

The full-size pages of `ecg-cardiac` state 25 mm/s and 10 mm/mV, as do the half-size ones, whose letters are
8 pixels high. Drawn pages state one of three speeds and gains in the fonts that letters were learned from:
easier than real ones. Photographs 2, 14 and 53 state 25 mm/s and 10 mm/mV, the others nothing, as LUDB's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from benchmarks.reading.figure import Figure, share
from benchmarks.reading.sets import Pixels, Sets
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.printed import Printed, read_printed
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import varied_options
from ecgdesk.reading.simulate import simulate

USUAL: Final = Printed(25.0, 10.0)
STATED: Final = ("ecg00002", "ecg00014", "ecg00053")
SPEEDS, GAINS = (25.0, 50.0, 12.5, 25.0), (10.0, 5.0, 20.0, 10.0)
DRAWN, DPIS = 24, (100.0, 150.0, 200.0, 300.0)

Pair = tuple[Printed, Printed]
"""What is printed, and what was read."""


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield the rows."""
    everything = replace(sets, everything=True)
    yield from _rows("full-size pages", ((USUAL, _read(page)) for _, page in sets.full()))
    yield from _rows("half-size pages", ((USUAL, _read(page)) for _, page in everything.cardiac()))
    photos = ((USUAL if name in STATED else Printed(), _read(page)) for name, page in sets.photos())
    yield from _rows("photographs", photos)
    yield from _rows("LUDB pages", ((Printed(), _read(page)) for _, page in sets.ludb_pages()))
    yield from _rows("drawn", _drawn())


def _read(page: Pixels) -> Printed:
    return read_printed(page, propose_crop(page))


def _drawn() -> Iterator[Pair]:
    for seed in range(DRAWN):
        for dpi in DPIS:
            speed, gain = SPEEDS[seed % len(SPEEDS)], GAINS[seed // len(SPEEDS) % len(GAINS)]
            options = replace(varied_options(seed, dpi), mm_per_s=speed, mm_per_mv=gain)
            page = render(simulate(seed=seed), options)
            stated = Printed(speed, gain) if page.footer is not None else Printed()
            yield stated, _read(page.pixels)


def _rows(name: str, pairs: Iterable[Pair]) -> Iterator[Figure]:
    seen = list(pairs)
    for what, field in (("speed", "mm_per_s"), ("gain", "mm_per_mv")):
        told = [(getattr(true, field), getattr(read, field)) for true, read in seen]
        stated = [(true, read) for true, read in told if true is not None]
        if stated:
            yield share(f"{name}: {what} read right", [true == read for true, read in stated])
        wrong = sum(read is not None and read != true for true, read in told)
        yield Figure(f"{name}: {what} read wrongly", float(wrong), len(told), 0.0, "most", ".0f")
