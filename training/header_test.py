"""`python -m training.header_test --pack PACK FOLDER`: does a model look around the tracing?

Each page is shown with and without header and footer: cropped as the model's card says; as somebody drops it
whole, so that the program crops what is left; and whole and never cropped. Header and footer are all that
lies above and below the tracing area that is found on the page; they are painted over with paper. The figures
go onto the pack's card; weights stay to the bit. Labels are not needed: what counts is whether the answer
changes. (Majid et al. 2026 found their model looking at headers.)
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

from ecgdesk.core.card import Card, Figure
from ecgdesk.core.constants import IMAGE_SUFFIXES
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.models.loaded import LoadedModel, load_network
from ecgdesk.models.predict import predict
from ecgdesk.models.repack import repack
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from ecgdesk.reading.straighten import cut
from training.seeing import inputs_of

NAME: Final = "Header test"
NOT_FOUND: Final = ("fallback", "whole")
_FAR: Final = 1e6

Answers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """Probabilities (6, classes) of one page, each time with and without header and footer.

    Cropped; whole and cropped by the program, which sees what is left; whole and never cropped.
    """

    probabilities: Answers


def crops_of(page: Page, policy_crop: Crop) -> tuple[Crop, Crop, Crop, Crop] | None:
    """Return the crops to show: the model's and the whole page, each with and without header and footer.

    None where no tracing area is found on the page.
    """
    tracing = propose_crop(page.pixels, "tracing")
    if tracing.origin in NOT_FOUND:
        return None
    whole = propose_crop(page.pixels, "whole")
    masks = (Rect(-_FAR, -_FAR, _FAR, tracing.rect.y0), Rect(-_FAR, tracing.rect.y1, _FAR, _FAR))
    straight = replace(whole, rotation_deg=tracing.rotation_deg, corners=tracing.corners)
    return (
        policy_crop,
        replace(policy_crop, masks=masks),
        straight,
        replace(straight, masks=masks),
    )


def shown(model: LoadedModel, path: Path) -> Shown | None:
    """Return a model's answers to one page; None where no tracing area is found."""
    page = load(PageRef(path))
    settings = model.card.preprocessing
    crops = crops_of(page, propose_crop(page.pixels, settings.crop_policy))
    if crops is None:
        return None
    cropped, whole = crops[:2], crops[2:]
    dropped = [cut(page.pixels, crop) for crop in whole]
    looks = [(page.pixels, crop) for crop in cropped]
    looks += [(pixels, propose_crop(pixels, settings.crop_policy)) for pixels in dropped]
    looks += [(page.pixels, crop) for crop in whole]
    inputs = np.stack([inputs_of(pixels, crop, settings) for pixels, crop in looks])
    answers = [predict(logits, model.card).probabilities for logits in model.run(inputs)]
    return Shown(np.array([list(answer.values()) for answer in answers]))


def figures(pages: Sequence[Shown], source: str) -> tuple[Figure, ...]:
    """Return the figures for a card; `source` names the pages. Raises ValueError without any."""
    if not pages:
        raise ValueError("no page with a tracing area")
    answers = np.stack([page.probabilities for page in pages])
    protocol = (
        f"{len(pages)} pages of {source}; header and footer, all above and below the tracing, painted over. "
        "95 % Wilson interval."
    )
    return tuple(
        figure
        for at, name in enumerate(("cropped pages", "whole pages, cropped by the program", "whole pages"))
        for figure in _pair(name, answers[:, 2 * at], answers[:, 2 * at + 1], protocol)
    )


def _pair(name: str, with_header: Answers, without: Answers, protocol: str) -> Iterator[Figure]:
    same = with_header.argmax(axis=1) == without.argmax(axis=1)
    interval = binomtest(int(same.sum()), len(same)).proportion_ci(method="wilson")
    yield Figure(
        name=f"{NAME}, {name}: same class without header and footer", value=float(same.mean()),
        low=float(interval.low), high=float(interval.high), n=len(same), protocol=protocol,
    )  # fmt: skip
    moved = np.abs(with_header - without).max(axis=1)
    yield Figure(
        name=f"{NAME}, {name}: mean change of probability", value=float(moved.mean()), n=len(same),
        protocol=protocol,
    )  # fmt: skip


def on_card(card: Card, found: Sequence[Figure]) -> Card:
    """Return the card with these figures in place of those of an earlier header test."""
    kept = [figure for figure in card.figures if not figure.name.startswith(NAME)]
    return card.model_copy(update={"figures": (*kept, *found)})


def pages_in(folder: Path) -> list[Path]:
    """Return the pictures under a folder in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in IMAGE_SUFFIXES)


def main(argv: Sequence[str] | None = None) -> int:
    """Test a pack, print the figures and write them onto its card; exit 0, or 1 when nothing was tested."""
    parser = argparse.ArgumentParser(prog="python -m training.header_test", description=__doc__)
    parser.add_argument("--pack", type=Path, required=True, help="the pack to test")
    parser.add_argument("--name", default="", help="what the pages are called on the card")
    parser.add_argument("--dry", action="store_true", help="print only, leave the card as it is")
    parser.add_argument("folder", type=Path, help="a folder of pages; labels are not needed")
    arguments = parser.parse_args(argv)
    try:
        model = load_network(arguments.pack)
        answers = [answer for path in pages_in(arguments.folder) if (answer := shown(model, path))]
        found = figures(answers, arguments.name or arguments.folder.name)
    except (EcgdeskError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for figure in found:
        sys.stdout.write(f"{figure.name}: {figure.value:.4f} ({figure.n} pages)\n")
    if not arguments.dry:
        repack(arguments.pack, arguments.pack, on_card(model.card, found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
