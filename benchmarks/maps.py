"""Does every network of the catalog give a heat map of a real page that is worth the name?

`python -m benchmarks.maps [--page FILE] [--all] [ID …]` prints a line a network and a column a method: the
likeness (Spearman) of the map to that of the same network with its weights drawn anew, which must not be over
0.90, or why there is no map. Maps must be finite and not constant. Weights are random and not trained: a
random network has no evidence for some classes, so the first class with a map is shown. Integrated Gradients
take four steps; `--all` adds occlusion, which takes 112 passes. Exit 1 where a network has no map at all.
"""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ecgdesk.core.constants import RANDOMISED_CORRELATION_WARN
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.methods import METHODS, OCCLUSION
from ecgdesk.core.page import PageRef
from ecgdesk.core.resources import resources_folder
from ecgdesk.explain.exam import COMPARED_PX
from ecgdesk.explain.heatmap import on_crop
from ecgdesk.explain.methods import attributor
from ecgdesk.explain.randomise import randomised
from ecgdesk.explain.readable import readable
from ecgdesk.explain.setting import Setting
from ecgdesk.explain.similarity import rank_correlation, shrunk
from ecgdesk.models.architectures import architecture, catalog
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.loaded import for_inference
from ecgdesk.models.networks.build import build
from ecgdesk.models.preprocess import normalise, preprocess
from ecgdesk.models.trace_picture import TracePicture, trace_picture
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from ecgdesk.reading.read_page import read_page
from ecgdesk.reading.straighten import cut

CLASSES: Final = ("MI", "HMI", "AHB", "Normal")
STEPS: Final = 4
Map = NDArray[np.float32]


class NoMapError(EcgdeskError):
    """A method gives no map of a network, for a stated reason."""


class Subject:
    """One network with its twin, looking at one page."""

    def __init__(self, entry: Architecture, page: Path) -> None:
        torch.manual_seed(0)
        self.entry = entry
        settings = entry.preprocessing
        self._network = for_inference(build(entry, len(CLASSES), class_ids=CLASSES))
        shape = (settings.channels, settings.height, settings.width)
        self._twin = randomised(self._network, shape)
        pixels = load(PageRef(page)).pixels
        crop = propose_crop(pixels, settings.crop_policy)
        self._traces: TracePicture | None = None
        if settings.reads_leads:
            self._traces = trace_picture(read_page(pixels, crop), settings, crop.rect)
            self._inputs = torch.from_numpy(normalise(self._traces.picture, settings))[None]
        else:
            self._inputs = torch.from_numpy(preprocess(cut(pixels, crop), settings))[None]
        self._size = (round(crop.rect.width), round(crop.rect.height))

    def likeness(self, method: str) -> float:
        """Return how alike the maps of network and twin are; raises EcgdeskError with the reason for none."""
        if method not in self.entry.methods:
            raise NoMapError("not for this network")
        for target in range(len(CLASSES)):
            here = self._map(self._network, method, target)
            if not np.isfinite(here).all():
                raise NoMapError("not finite")
            if float(np.ptp(here)) > 0:
                there = self._map(self._twin, method, target)
                return rank_correlation(shrunk(here, COMPARED_PX), shrunk(there, COMPARED_PX))
        raise NoMapError("no class has evidence with random weights")

    def _map(self, network: nn.Module, method: str, target: int) -> Map:
        settings = self.entry.preprocessing
        made = attributor(method, network, self.entry, Setting(settings, steps=STEPS))
        grid: Tensor = made.attribute(self._inputs, target)[0]
        values = grid.detach().float().numpy()
        if METHODS[method].on_pixels:
            values = readable(values, settings)
        return on_crop(values, self._size, settings, self._traces)


def line(entry: Architecture, page: Path, methods: Sequence[str]) -> tuple[list[str], bool]:
    """Return the cells of a network and whether it has a map that passes."""
    subject = Subject(entry, page)
    cells, passed = [], False
    for method in methods:
        try:
            likeness = subject.likeness(method)
        except EcgdeskError as error:
            cells.append(error.problem)
            continue
        good = likeness <= RANDOMISED_CORRELATION_WARN
        passed = passed or good
        cells.append(f"{likeness:.2f}" if good else f"{likeness:.2f} does not depend on the weights")
    return cells, passed


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    sample = resources_folder() / "samples" / "simulated-normal.png"
    parser.add_argument("--page", type=Path, default=sample)
    parser.add_argument("--all", action="store_true", help="occlusion too")
    parser.add_argument("ids", nargs="*", metavar="ID")
    asked = parser.parse_args(argv)
    methods = [one for one in METHODS if asked.all or one != OCCLUSION]
    torch.set_num_threads(1)
    print(f"| network | {' | '.join(methods)} |\n|{'---|' * (len(methods) + 1)}")
    without = []
    for entry in map(architecture, asked.ids) if asked.ids else catalog():
        cells, passed = line(entry, asked.page, methods)
        print(f"| {entry.id} | {' | '.join(cells)} |", flush=True)
        if not passed:
            without.append(entry.id)
        gc.collect()
    for name in without:
        print(f"no map that passes: {name}")
    return 1 if without else 0


if __name__ == "__main__":
    sys.exit(main())
