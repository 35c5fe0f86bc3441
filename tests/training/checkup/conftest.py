"""Pages drawn by the project in one layout, and scans that were never read from a file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import EDAN_LIKE
from ecgdesk.reading.simulate import simulate
from training.checkup.facts import PageFacts, to_png
from training.checkup.likeness import Likeness
from training.checkup.near import NearPair, near_sets
from training.checkup.scan import Scan
from training.checkup.sources import Columns, Listed, Source

Pixels = NDArray[np.uint8]
MakeScan = Callable[..., Scan]


@pytest.fixture(autouse=True)
def few_threads() -> None:
    cv2.setNumThreads(1)


@pytest.fixture(scope="session")
def drawn_pages() -> tuple[Pixels, ...]:
    small = replace(EDAN_LIKE, dpi=100)
    return tuple(render(simulate(seed=seed), small).pixels for seed in range(10))


@pytest.fixture
def folder(drawn_pages: Sequence[Pixels], tmp_path: Path) -> Path:
    """Ten pages in two classes."""
    for number, page in enumerate(drawn_pages):
        save(tmp_path / "pages" / ("one" if number < 5 else "two") / f"{number}.png", page)
    return tmp_path / "pages"


def save(path: Path, page: Pixels) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), cv2.cvtColor(page, cv2.COLOR_RGB2BGR))
    return path


def facts(content: str, **more: object) -> PageFacts:
    usual = {"kind": "jpeg", "file_bytes": 1000, "width": 1000, "height": 700, "quality": 90.0,
             "saturation": 30.0, "brightness": 220.0, "trust": "green"}  # fmt: skip
    return PageFacts(content, **{**usual, **more})  # type: ignore[arg-type]


def a_page(content: str, label: str, name: str = "", **more: str) -> tuple[Listed, PageFacts]:
    name = name or f"{content}.png"
    return Listed(name, Path("/nowhere") / name, label, row=more.pop("row", {}), **more), facts(content)  # type: ignore[arg-type]


def scan_of(
    pages: Sequence[tuple[Listed, PageFacts]], near: Sequence[tuple[int, int]] = (), **columns: str
) -> Scan:
    """A scan as if these pages had been read; `near` are pairs of positions."""
    known = tuple(item for _, item in pages)
    first: dict[str, int] = {}
    for position, item in enumerate(known):
        if item.readable:
            first.setdefault(item.sha256, position)
    distinct = tuple(first.values())
    pairs = [NearPair(distinct.index(a), distinct.index(b), Likeness(1, 0.99, 1.0)) for a, b in near]
    sets = near_sets(len(distinct), pairs)
    return Scan(
        Source("made", Path("/nowhere"), tuple(file for file, _ in pages), Columns(**columns)),
        known, distinct,
        tuple(tuple(distinct[m] for m in members) for members in sets),
        tuple(NearPair(distinct[p.one], distinct[p.other], p.likeness) for p in pairs),
    )  # fmt: skip


def margins_png(stamp: bool, chance: np.random.Generator) -> NDArray[np.uint8]:
    picture = np.full((272, 384), 255, np.uint8)
    picture[10:30] -= chance.integers(0, 200, (20, 384)).astype(np.uint8)
    if stamp:
        picture[240:256, 20:60] = 0
    return to_png(picture)
