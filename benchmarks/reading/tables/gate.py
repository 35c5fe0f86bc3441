"""The trust gate: what is no ECG is refused, what is one is not, and what is wrong with a page is noticed.

The frozen set was drawn from other sources than the gate was learned from and frozen before; intervals are
Wilson's at 95 %. "Not learned from" are the recording days, records and photographs that the fit left out.
Set ECGDESK_NO_ECG to a folder to keep the pictures of the frozen set there.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from scipy.stats import binomtest

from benchmarks.no_ecg.__main__ import kept
from benchmarks.no_ecg.frozen import FROZEN
from benchmarks.no_ecg.halves import real_half
from benchmarks.reading.figure import Figure
from benchmarks.reading.sets import Pixels, Sets
from ecgdesk.core.analysis import Quality, Trust
from ecgdesk.core.page import PageRef
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.degrade import degrade, photo
from ecgdesk.reading.layout import Layout
from ecgdesk.reading.load import load
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import varied_options
from ecgdesk.reading.render_signal import Signal
from ecgdesk.reading.watch import Watch

EACH: Final = 10
SIDES: Final = 30
CUT_SHARES: Final = (0.12, 0.2, 0.3, 0.4)
_FIRST_SEED: Final = 7000


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield the rows."""
    yield from _others()
    yield from _real(sets)
    signals = [signal for _, signal in sets.ptb_xl(EACH)]
    yield from _drawn(signals)
    several = _several(sets, signals)
    yield from _wrong_way_up(several)
    yield from _cut(several)


def judged(pixels: Pixels) -> Quality:
    """Return the verdict on a page as the program gives it, with the crop that it proposes."""
    watch = Watch()
    return watch.judge(pixels, watch.propose_crop(pixels, "tracing"), None)


def counted(what: str, held: list[bool], aim: float | None = None) -> Figure:
    """Return a share with Wilson's interval."""
    interval = binomtest(sum(held), len(held)).proportion_ci(method="wilson")
    note = f" ({interval.low:.3f} to {interval.high:.3f})"
    return Figure(what, sum(held) / len(held), len(held), aim, note=note)


def _others() -> Iterator[Figure]:
    folder = os.environ.get("ECGDESK_NO_ECG")
    refused: list[bool] = []
    for category, count in FROZEN.each.items():
        pictures = (kept(FROZEN, Path(folder) if folder else None, category, n) for n in range(count))
        some = [judged(picture).trust is Trust.REFUSED for picture in pictures]
        refused += some
        yield counted(f"no ECG, frozen: {category}, refused", some)
    yield counted("no ECG, frozen: all, refused", refused, 0.98)


def _real(sets: Sets) -> Iterator[Figure]:
    unseen = {path.stem for paths in real_half(sets.data, 1).values() for path in paths}
    everything = replace(sets, everything=True)
    for name, pages, aim in (
        ("ecg-cardiac", everything.cardiac(), 0.98),
        ("ecg-cardiac, full size", everything.full(), None),
        ("ecg-photos", everything.photos(), 0.90),
        ("LUDB pages", everything.ludb_pages(), None),
    ):
        verdicts = {page: judged(pixels).trust for page, pixels in pages}
        trusts = list(verdicts.values())
        yield counted(f"{name}: green or amber", [trust is not Trust.REFUSED for trust in trusts], aim)
        yield counted(f"{name}: green", [trust is Trust.GREEN for trust in trusts])
        left = [trust is not Trust.REFUSED for page, trust in verdicts.items() if page in unseen]
        if left:
            yield counted(f"{name}, not learned from: green or amber", left)


def _drawn(signals: list[Signal]) -> Iterator[Figure]:
    for layout in Layout:
        for level in ("", "medium"):
            pages = _pages(signals, layout)
            if level:
                pages = (degrade(page, photo("medium"), seed=n).pixels for n, page in enumerate(pages))
            trusts = [judged(page).trust for page in pages]
            held = [trust is not Trust.REFUSED for trust in trusts]
            yield counted(f"drawn {layout}{', photographed' if level else ''}: green or amber", held)


def _pages(signals: list[Signal], layout: Layout) -> Iterator[Pixels]:
    for number, signal in enumerate(signals):
        look = varied_options(_FIRST_SEED + number, dpi=120.0)
        leads = ("II", "V1", "V5")
        look = replace(look, layout=layout, rhythm_leads=leads, first_baseline_mm=None, row_pitch_mm=None)
        yield render(signal, look).pixels


def _several(sets: Sets, signals: list[Signal]) -> dict[str, list[Pixels]]:
    """Return some pages of each kind that were not learned from."""
    found = {}
    for name, paths in real_half(sets.data, 1).items():
        places = np.random.default_rng(3).permutation(len(paths))[:SIDES]
        found[name] = [load(PageRef(paths[place])).pixels for place in places]
    per_layout = SIDES // len(Layout)
    found["drawn"] = [page for layout in Layout for page in _pages(signals[:per_layout], layout)]
    return found


def _wrong_way_up(several: dict[str, list[Pixels]]) -> Iterator[Figure]:
    for name, pages in several.items():
        for what, quarters in (("upright, called upside down", 0), ("upside down, noticed", 2)):
            codes = [_codes(judged(_turned(page, quarters))) for page in pages]
            yield counted(f"{name}: {what}", ["upside-down" in found for found in codes])
        verdicts = [judged(_turned(page, quarters)) for page in pages for quarters in (1, 3)]
        yield counted(f"{name}: on its side, not green", [v.trust is not Trust.GREEN for v in verdicts])
        yield counted(f"{name}: on its side, said so", ["sideways" in _codes(v) for v in verdicts])


def _cut(several: dict[str, list[Pixels]]) -> Iterator[Figure]:
    for edge in ("top", "bottom", "left", "right"):
        noticed: dict[str, list[bool]] = {}
        for name, pages in several.items():
            parts = (cut_at(edge, page, CUT_SHARES[n % len(CUT_SHARES)]) for n, page in enumerate(pages))
            noticed[name] = [_says_cut(judged(part), edge) for part in parts]
        for name, held in noticed.items():
            yield counted(f"{name}: cut off at the {edge}, said so or refused", held)


def cut_at(edge: str, page: Pixels, share: float) -> Pixels:
    """Return a page without this share of its tracing area at an edge, and all beyond."""
    r = propose_crop(page).rect
    x0, y0 = round(r.x0 + share * r.width), round(r.y0 + share * r.height)
    x1, y1 = round(r.x1 - share * r.width), round(r.y1 - share * r.height)
    parts = {"top": page[y0:], "bottom": page[:y1], "left": page[:, x0:], "right": page[:, :x1]}
    return np.ascontiguousarray(parts[edge])


def _says_cut(quality: Quality, edge: str) -> bool:
    said = (c.code == "cut-off" and f"{edge} edge" in c.problem for c in quality.cautions)
    return quality.trust is Trust.REFUSED or any(said)


def _turned(page: Pixels, quarters: int) -> Pixels:
    return np.ascontiguousarray(np.rot90(page, quarters))


def _codes(quality: Quality) -> Iterable[str]:
    return {caution.code for caution in quality.cautions}
