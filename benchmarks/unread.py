"""Pages of which a model of leads says no class: `python -m benchmarks.unread --data DATA --records RECORDS`.

Counts, for photographs of other papers, LUDB's pages and drawn records (as they are and as photographs), how
many the bundled pack marks, because their leads were not read well enough or are unlike those it knows.
`RECORDS` is the folder that `scripts/ptbxl_records.py` wrote; without it nothing is drawn.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

from ecgdesk.core.page import PageRef
from ecgdesk.models.library import Library
from ecgdesk.models.loaded import LoadedModel, load_network
from ecgdesk.models.preprocess import normalise
from ecgdesk.models.trace_picture import trace_picture
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.degrade import degrade, photo
from ecgdesk.reading.load import load
from ecgdesk.reading.read_page import read_page
from training.drawn_test import drawings
from training.records import signal_of

Pixels = NDArray[np.uint8]


def main() -> None:
    """Print a line for each kind of page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--records", type=Path)
    parser.add_argument("--pages", type=int, default=200, help="how many records are drawn")
    parser.add_argument("--pack", default="ptbxl-5")
    asked = parser.parse_args()
    model = load_network(Library.default().find(asked.pack).path)
    print(f"{model.card.id}: pages of which no class is said, with 95 % Wilson intervals")
    _line("photographs", Counter(marked(model, page) for page in _pages(asked.data / "ecg-photos", "*.jpg")))
    _line("LUDB", Counter(marked(model, page) for page in _pages(asked.data / "ludb/pages", "*.png")))
    if asked.records is not None:
        for kind, found in drawn(model, asked.records, asked.pages).items():
            _line(f"drawn, {kind}", found)


def marked(model: LoadedModel, pixels: Pixels) -> str:
    """Return why a page is marked, "" where it is not."""
    settings = model.card.preprocessing
    crop = propose_crop(pixels, settings.crop_policy)
    traces = trace_picture(read_page(pixels, crop), settings, crop.rect)
    with model.watching() as watch:
        model.run(normalise(traces.picture, settings)[None])
    return traces.doubt or ("unlike" if (watch.novelty or 0.0) > 1 else "")


def drawn(model: LoadedModel, records: Path, pages: int) -> dict[str, Counter[str]]:
    """Return what evenly chosen records give when they are drawn, by kind of page."""
    found: dict[str, Counter[str]] = {}
    files = sorted(records.glob("*.npz"))
    chosen = np.linspace(0, len(files) - 1, min(pages, len(files)), dtype=int)
    for number, index in enumerate(chosen):
        for kind, pixels in _kinds(files[index], number):
            found.setdefault(kind, Counter())[marked(model, pixels)] += 1
    return found


def _kinds(record: Path, number: int) -> Iterator[tuple[str, Pixels]]:
    for kind, pixels in drawings(signal_of(record), number):
        yield kind, pixels
        if kind == "clean":
            yield "heavy", degrade(pixels, photo("heavy"), number).pixels


def _pages(folder: Path, pattern: str) -> Iterator[Pixels]:
    return (load(PageRef(path)).pixels for path in sorted(folder.glob(pattern)))


def _line(name: str, found: Counter[str]) -> None:
    total = found.total()
    count = total - found[""]
    ends = binomtest(count, total).proportion_ci(method="wilson")
    why = ", ".join(f"{number} {reason}" for reason, number in sorted(found.items()) if reason)
    print(
        f"  {name:16} {count} of {total}: {count / total:.3f} ({ends.low:.3f} – {ends.high:.3f})  {why}",
        flush=True,
    )


if __name__ == "__main__":
    main()
