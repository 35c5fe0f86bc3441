"""Findings about pages that look unlike the others: another resolution, shape or colour."""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.findings import Finding, FindingCode, Severity
from ecgdesk.core.sentence import say_count
from training.checkup.facts import PageFacts
from training.checkup.readable import EXAMPLES, leave_out
from training.checkup.scan import Scan
from training.checkup.units import names_of

Floats = NDArray[np.float64]
_FAR: Final = 6.0
"""Robust standard deviations from the median; a normal distribution has one page in 500 million there."""
_TO_SD: Final = 1.4826
_LEAST_SIZE: Final = float(np.log(1.25))
_LEAST_COLOUR: Final = 20.0
"""Below these differences a page is no outlier, however alike the others are (of 255; and a quarter)."""
_SMALL: Final = 8


def outliers(scan: Scan) -> Iterator[Finding]:
    """Yield findings on pages of another resolution and of other colours than the rest."""
    pages = list(scan.distinct)
    if len(pages) < _SMALL:
        return
    size = _far(scan, pages, [lambda f: np.log(f.width), lambda f: np.log(f.height)], _LEAST_SIZE)
    if len(size):
        yield _finding(
            scan, size, FindingCode.RESOLUTION,
            say_count("{n} page has another resolution or shape than the rest: {usual} pixels are usual.",
                      "{n} pages have another resolution or shape than the rest: {usual} pixels are usual.",
                      n=len(size), usual=_usual_size(scan, pages)),
        )  # fmt: skip
    colour = _far(scan, pages, [lambda f: f.saturation, lambda f: f.brightness], _LEAST_COLOUR)
    if len(colour):
        yield _finding(
            scan, colour, FindingCode.COLOUR,
            say_count("{n} page is coloured or lit otherwise than the rest.",
                      "{n} pages are coloured or lit otherwise than the rest.", n=len(colour)),
        )  # fmt: skip


def _far(
    scan: Scan, pages: list[int], measures: list[Callable[[PageFacts], float]], least: float
) -> list[int]:
    """Return the pages that are far from the median in any of the measures."""
    values = np.array([[measure(scan.facts[page]) for measure in measures] for page in pages])
    off = np.abs(values - np.median(values, axis=0))
    spread = _TO_SD * np.median(off, axis=0)
    far = (off > np.maximum(_FAR * spread, least)).any(axis=1)
    return [page for page, outside in zip(pages, far, strict=True) if outside]


def _finding(scan: Scan, pages: list[int], code: FindingCode, sentence: str) -> Finding:
    hashes = {scan.facts[page].sha256 for page in pages}
    everywhere = [p for p, facts in enumerate(scan.facts) if facts.readable and facts.sha256 in hashes]
    names = names_of(scan, everywhere)
    return Finding(
        code, Severity.WARNS, len(pages), sentence, names_of(scan, pages[:EXAMPLES]), (leave_out(names),),
        files=names, facts={scan.name(page): _described(scan.facts[page]) for page in pages},
    )  # fmt: skip


def _described(facts: PageFacts) -> str:
    dpi = f", {facts.dpi:.0f} dpi" if facts.dpi else ""
    return (
        f"{facts.width}×{facts.height}{dpi}, saturation {facts.saturation:.0f}, "
        f"brightness {facts.brightness:.0f}"
    )


def _usual_size(scan: Scan, pages: list[int]) -> str:
    width, height = (np.median([getattr(scan.facts[p], side) for p in pages]) for side in ("width", "height"))
    return f"{width:.0f}×{height:.0f}"
