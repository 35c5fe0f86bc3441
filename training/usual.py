"""`python -m training.usual --pack PACK --data FOLDER`: what do a model's training pages measure, by class?

Reads and measures every distinct training page that the card names, as the program does in its last stage,
and puts the range of the middle four fifths of each class on the card. The rationale then says of a page
whether what was measured is usual for its class. Weights stay to the bit.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from ecgdesk.core.analysis import Measurements
from ecgdesk.core.card import Card, Usual, UsualRange
from ecgdesk.core.constants import RATIONALE_MIN_BIN_PAGES
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.page import PageRef
from ecgdesk.core.recipe import DataSettings
from ecgdesk.explain.templates import MEASURED
from ecgdesk.models.pack import read_card
from ecgdesk.models.repack import repack
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from ecgdesk.reading.measure import measure
from ecgdesk.reading.read_page import read_page
from training.data import load_pages

ENDS: Final = (0.10, 0.90)

Measure = Callable[[Path], Measurements]
Found = Mapping[str, Sequence[Measurements]]


def measured(path: Path) -> Measurements:
    """Return what is measured on the first page of a file; raises EcgdeskError."""
    page = load(PageRef(path))
    return measure(read_page(page.pixels, propose_crop(page.pixels, "tracing")))


def by_class(card: Card, root: Path, look: Measure = measured) -> Found:
    """Return the measurements of the distinct training pages by class; raises EcgdeskError."""
    pages = load_pages(DataSettings(**card.recipe["data"]), root).distinct()
    found: dict[str, list[Measurements]] = {item.id: [] for item in card.classes}
    for number, page in enumerate(pages.pages, start=1):
        one = look(page.path)
        for name in pages.names_of(page):
            found[name].append(one)
        sys.stderr.write(f"\r{number} of {len(pages.pages)} pages")
    sys.stderr.write("\n")
    return found


def usual_of(found: Found, source: str) -> Usual:
    """Return the ranges of every class that has pages enough with a value; `source` names the pages."""
    ranges = {name: tuple(_ranges(pages)) for name, pages in found.items()}
    pages = sum(len(of_class) for of_class in found.values())
    return Usual(
        ranges={name: spans for name, spans in ranges.items() if spans},
        protocol=(
            f"Measured by the program on {pages} training pages of {source}; the middle four fifths (10th to "
            f"90th percentile) of each class, where at least {RATIONALE_MIN_BIN_PAGES} pages have a value. "
            "Measuring errors are among them."
        ),
    )


def _ranges(pages: Sequence[Measurements]) -> Iterable[UsualRange]:
    for name in MEASURED:
        values = [value for one in pages if (value := getattr(one, name)) is not None]
        if len(values) >= RATIONALE_MIN_BIN_PAGES:
            low, high = np.quantile(values, ENDS)
            yield UsualRange(measurement=name, low=float(low), high=float(high), pages=len(values))


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the ranges and write them onto the card; exit 0, or 1 with what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m training.usual", description=__doc__)
    parser.add_argument("--pack", type=Path, required=True, help="the pack whose training pages are measured")
    parser.add_argument("--data", type=Path, default=Path(), help="the folder the recipe's paths start at")
    parser.add_argument("--dry", action="store_true", help="print only, leave the card as it is")
    arguments = parser.parse_args(argv)
    try:
        card = read_card(arguments.pack)
        if "data" not in card.recipe:
            raise EcgdeskError("The card names no training pages.", "Use a pack that the trainer wrote.")
        source = card.training_data[0].name if card.training_data else card.recipe["data"]["source"]
        usual = usual_of(by_class(card, arguments.data), source)
    except EcgdeskError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for name, spans in usual.ranges.items():
        for span in spans:
            sys.stdout.write(
                f"{name} {span.measurement}: {span.low:.0f} to {span.high:.0f} ({span.pages} pages)\n"
            )
    if not arguments.dry:
        repack(arguments.pack, arguments.pack, card.model_copy(update={"usual": usual}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
