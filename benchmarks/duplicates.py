"""Does the data doctor find planted copies? `python -m benchmarks.duplicates [FOLDER] [--pages N] [--of M]`.

Copies of M pages are planted among N pages of one layout: re-encoded, rescanned and cropped ones. Without a
FOLDER of pages the project draws its own. Prints precision and recall of pairs, and recall by kind.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path
from types import MappingProxyType
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import EDAN_LIKE
from ecgdesk.reading.simulate import simulate
from training.checkup.memory import Memory
from training.checkup.scan import Scan, scan
from training.checkup.sources import open_source
from training.degrade import brightened, grey, jpeg, rescaled, rotated

Pixels = NDArray[np.uint8]
Chance = np.random.Generator
Pair = tuple[str, str]
_APART: Final = "~"
"""Stands between the name of a page and the kind of a planted copy."""


def rescan(page: Pixels, chance: Chance) -> Pixels:
    """Return the page as another scanner gives it: turned, shifted, other size, light, noise and coding."""
    border = cv2.copyMakeBorder(page, *(int(v) for v in chance.integers(0, 60, 4)), cv2.BORDER_CONSTANT,
                                value=(250, 250, 250))  # fmt: skip
    turned = rotated(np.asarray(border, dtype=np.uint8), float(chance.uniform(-2, 2)))
    sized = cv2.resize(turned, None, fx=(scale := float(chance.uniform(0.8, 1.3))), fy=scale)
    soft = cv2.GaussianBlur(sized, (0, 0), float(chance.uniform(0.4, 1.0)))
    noisy = np.asarray(soft, np.float32) + chance.normal(0, 4, soft.shape)
    lit = brightened(np.clip(noisy, 0, 255).astype(np.uint8), float(chance.uniform(0.85, 1.1)))
    return jpeg(grey(lit) if chance.random() < 0.3 else lit, int(chance.integers(60, 92)))


def margins_cut(page: Pixels, chance: Chance) -> Pixels:
    """Return the page with some of each margin cut away."""
    height, width = page.shape[:2]
    left, top, right, bottom = chance.uniform(0.0, 0.05, 4)
    kept = page[int(top * height) : int((1 - bottom) * height), int(left * width) : int((1 - right) * width)]
    return jpeg(np.ascontiguousarray(kept), 90)


def cut_to_tracing(page: Pixels, chance: Chance) -> Pixels:
    """Return the page without header and footer, and a little of the tracing's ends."""
    height, width = page.shape[:2]
    top, bottom, side = 0.19 + chance.uniform(0, 0.02), chance.uniform(0.05, 0.08), chance.uniform(0.03, 0.06)
    kept = page[int(top * height) : int((1 - bottom) * height), int(side * width) : int((1 - side) * width)]
    return jpeg(np.ascontiguousarray(kept), 85)


KINDS: Final[Mapping[str, Callable[[Pixels, Chance], Pixels]]] = MappingProxyType({
    "re-encoded, JPEG 40": lambda page, chance: jpeg(page, 40),
    "re-encoded, PNG, grey": lambda page, chance: grey(page),
    "re-encoded, 70 % of the size": lambda page, chance: jpeg(rescaled(page, 0.7), 80),
    "rescanned": rescan,
    "rescanned again": rescan,
    "margins cut": margins_cut,
    "cut to the tracing": cut_to_tracing,
})  # fmt: skip


def plant(pages: Mapping[str, Pixels], of: int, folder: Path, seed: int = 0) -> None:
    """Write pages and the planted copies of `of` of them into a folder with two classes."""
    chance = np.random.default_rng(seed)
    chosen = set(chance.permutation(sorted(pages))[:of].tolist())
    for number, (name, page) in enumerate(pages.items()):
        place = folder / ("one" if number % 2 else "two")
        place.mkdir(parents=True, exist_ok=True)
        _write(place / f"{name}.png", page)
        for kind, change in KINDS.items() if name in chosen else ():
            _write(place / f"{name}{_APART}{kind}.png", change(page, chance))


def planted_pairs(scanned: Scan) -> set[Pair]:
    """Return all pairs of names that show the same page."""
    names = sorted(scanned.name(index) for index in range(len(scanned.facts)))
    same: dict[str, list[str]] = {}
    for name in names:
        same.setdefault(Path(name).stem.split(_APART)[0], []).append(name)
    return {pair for members in same.values() for pair in combinations(members, 2)}


def found_pairs(scanned: Scan) -> set[Pair]:
    """Return all pairs of names that the doctor puts into one set."""
    sets = [sorted(scanned.name(index) for index in members) for members in scanned.near]
    return {pair for members in sets for pair in combinations(members, 2)}


def scanned(folder: Path, memory: Path) -> Scan:
    """Return the doctor's scan of a folder."""
    work = scan(open_source(folder), Memory(memory))
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Scan = end.value
            return found


def drawn(count: int) -> dict[str, Pixels]:
    """Return simulated pages of one layout."""
    return {f"drawn-{seed}": render(simulate(seed=seed), EDAN_LIKE).pixels for seed in range(count)}


def read(folder: Path, count: int) -> dict[str, Pixels]:
    """Return pages of a folder, evenly chosen."""
    paths = sorted(folder.rglob("*.jpg"))
    chosen = paths[:: max(1, len(paths) // count)][:count]
    return {path.stem: _read(path) for path in chosen}


def main() -> None:
    """Plant, scan, and print what was found of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="pages of one layout (JPEG)")
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--of", type=int, default=12)
    arguments = parser.parse_args()
    pages = read(arguments.folder, arguments.pages) if arguments.folder else drawn(arguments.pages)
    with tempfile.TemporaryDirectory() as place:
        plant(pages, arguments.of, Path(place) / "pages")
        seen = scanned(Path(place) / "pages", Path(place) / "memory")
    report(seen)


def report(seen: Scan) -> None:
    """Print precision and recall."""
    true, found = planted_pairs(seen), found_pairs(seen)
    print(f"{len(seen.facts)} files, {len(true)} pairs planted, {len(found)} found")
    both = len(true & found)
    print(f"precision {both / max(len(found), 1):.4f}, recall {both / len(true):.4f}")
    of_kind: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for pair in true:
        for name in pair:
            kind = Path(name).stem.partition(_APART)[2] or "original"
            of_kind[kind] += 1
            hit[kind] += pair in found
    for kind, count in of_kind.items():
        print(f"  {kind}: {hit[kind]} of {count}")
    for pair in sorted(found - true)[:10]:
        print("  wrong:", *pair)


def _write(path: Path, page: Pixels) -> None:
    cv2.imwrite(str(path), cv2.cvtColor(page, cv2.COLOR_RGB2BGR))


def _read(path: Path) -> Pixels:
    return np.asarray(cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB), dtype=np.uint8)


if __name__ == "__main__":
    main()
