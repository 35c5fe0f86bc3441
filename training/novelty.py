"""`python -m training.novelty --run RUN --pack PACK`: let a pack tell pages unlike its training pages.

Measures the networks of a finished run again, trains nothing, and leaves the weights as they are. New runs
do the same at their end.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from ecgdesk.core.card import Card
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import read_recipe
from ecgdesk.models.architectures import architecture
from ecgdesk.models.loaded import load_network
from ecgdesk.models.pack_write import write_pack
from training.data import load_pages
from training.describe import Described, Describer
from training.fit_store import FitStore
from training.run_folder import RunFolder
from training.splits import Split, make_folds


def add_to_pack(pack: Path, described: Described) -> Card:
    """Write a pack again with this description in place of any other; its weights stay to the bit."""
    model = load_network(pack)
    card = described.on(model.card)
    write_pack(pack, card, model.network.state_dict(), described.cloud)
    return card


def describer_of(run: Path, data: Path, cache: Path) -> tuple[Describer, FitStore, tuple[Split, ...]]:
    """Return what is needed to describe a finished run; raises RecipeError when it is not one."""
    folder = RunFolder(run)
    if not folder.config.is_file():
        raise RecipeError(f"{run.name} is not a run folder.", "Name one with a config.toml.")
    recipe = read_recipe(folder.config)
    pages = load_pages(recipe.data, data)
    store = FitStore(folder.checkpoints)
    preprocessing = recipe.preprocessing or architecture(recipe.model.architecture).preprocessing
    describer = Describer(recipe, pages, preprocessing, store, cache, data, torch.device("cpu"))
    return describer, store, make_folds(pages, recipe.split)


def main(argv: Sequence[str] | None = None) -> int:
    """Add the description of the training pages to a pack; exit 0, or 1 when the network has no layer."""
    parser = argparse.ArgumentParser(prog="python -m training.novelty", description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="the run folder that made the pack")
    parser.add_argument("--pack", type=Path, required=True, help="the pack to add to, in place")
    parser.add_argument("--data", type=Path, default=Path(), help="the folder the recipe's paths start at")
    parser.add_argument("--cache", type=Path, required=True, help="where decoded pages are kept")
    arguments = parser.parse_args(argv)
    describer, store, folds = describer_of(arguments.run, arguments.data, arguments.cache)
    described = describer.describe(store.weights("final"), folds)
    if described is None:
        sys.stderr.write("The network has no layer to compare pages in.\n")
        return 1
    add_to_pack(arguments.pack, described)
    for figure in described.figures:
        sys.stdout.write(
            f"{figure.name}: {figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f}, n {figure.n})\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
