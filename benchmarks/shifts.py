"""Does a model answer the same when a page is turned, pressed, dimmed, recoloured or held aslant?

`python -m benchmarks.shifts [--data ../shared/data] [--pages N] [--model PACK]` shows the bundled model
evenly chosen pages of `ecg-cardiac`, each as it is and under the changes of `training.degrade.SHIFTS`,
cropped and laid straight by the program each time. It prints the share with the same class as the unchanged
page, the largest change of its probability at the median, and the share marked as unlike the training pages.
The bundled weights have seen these pages: this tells how steady answers are, and nothing about how often they
are right (for that see the card).
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

from ecgdesk.core.page import PageRef
from ecgdesk.core.resources import resources_folder
from ecgdesk.models.loaded import LoadedModel, load_network
from ecgdesk.models.predict import predict
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from training.degrade import SHIFTS
from training.seeing import inputs_of

MOST_LOST: Final = 0.03
"""Points of accuracy that a change may cost: with the same class on this many, it cannot cost more."""

Answer = tuple[NDArray[np.float64], bool]
Pixels = NDArray[np.uint8]


def main() -> int:
    """Print a line a change; exit 1 where more than three in a hundred answers change."""
    asked = _arguments()
    model = load_network(asked.model)
    pages = [load(PageRef(path)).pixels for path in _pages(asked)]
    plain = [_answer(model, page) for page in pages]
    print(f"{len(pages)} pages of ecg-cardiac, {model.card.id}. Aim: the same class on 0.97.")
    missed = False
    for name, change in SHIFTS.items():
        same = _line(name, plain, [_answer(model, change(page)) for page in pages])
        missed |= same < 1 - MOST_LOST
    return int(missed)


def _line(name: str, plain: list[Answer], changed: list[Answer]) -> float:
    alike = [one[0].argmax() == other[0].argmax() for one, other in zip(plain, changed, strict=True)]
    moved = [np.abs(one[0] - other[0]).max() for one, other in zip(plain, changed, strict=True)]
    unlike = np.mean([marked for _, marked in changed])
    interval = binomtest(sum(alike), len(alike)).proportion_ci(method="wilson")
    share = sum(alike) / len(alike)
    print(
        f"{name:22} same class {share:.3f} ({interval.low:.3f} – {interval.high:.3f}), probability moved by "
        f"{median(moved):.3f}, unlike {unlike:.3f}", flush=True,
    )  # fmt: skip
    return share


def _answer(model: LoadedModel, page: Pixels) -> Answer:
    settings = model.card.preprocessing
    inputs = inputs_of(page, propose_crop(page, settings.crop_policy), settings)
    with model.watching() as seen:
        logits = model.run(inputs[None])[0]
    probabilities = np.array(list(predict(logits, model.card).probabilities.values()))
    return probabilities, (seen.novelty or 0.0) > 1


def _pages(asked: argparse.Namespace) -> Iterator[Path]:
    folder = asked.data / "ecg-cardiac"
    with (folder / "pages.csv").open(encoding="utf-8", newline="") as file:
        names = sorted(row["page"] for row in csv.DictReader(file))
    for at in np.linspace(0, len(names) - 1, min(asked.pages, len(names))).round().astype(int):
        yield folder / "pages" / names[at]


def _arguments() -> argparse.Namespace:
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--data", type=Path, default=Path("../shared/data"))
    made.add_argument("--pages", type=int, default=97)
    made.add_argument("--model", type=Path, default=resources_folder() / "models" / "cardiac-4.ecgmodel")
    return made.parse_args()


if __name__ == "__main__":
    sys.exit(main())
