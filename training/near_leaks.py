"""Near-duplicates on both sides of a split: known where the data doctor has looked at just these pages."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.sentence import say
from training.checkup.memory import Memory
from training.checkup.scan import remembered_pairs
from training.data import PageSet
from training.splits import Split

NOT_LOOKED_FOR = (
    "Whether pages that show the same tracing are on both sides of a split was not looked for "
    "(ecgdesk check-data does)."
)


def refuse_near_leaks(
    pages: PageSet, folds: Sequence[Split], recipe: Recipe, memory: Path | None = None
) -> tuple[str, ...]:
    """Raise RecipeError where near-duplicates are on both sides of a split, unless that is overridden.

    Returns what the card has to say: nothing, or that nobody looked.
    """
    if recipe.is_as_published or recipe.split.override:
        return ()  # the card says already that the split is leaky
    by_content = {page.sha256: place for place, page in enumerate(pages.pages)}
    contents = sorted(by_content)
    pairs = remembered_pairs(contents, Memory(memory))
    if pairs is None:
        return (NOT_LOOKED_FOR,)
    for pair in pairs:
        one, other = by_content[contents[pair.one]], by_content[contents[pair.other]]
        if any(_parted(fold, one, other) for fold in folds):
            raise RecipeError(
                say(
                    "{one} and {other} show the same tracing and are on both sides of a split.",
                    one=pages.pages[one].path.name, other=pages.pages[other].path.name,
                ),
                "Keep one of each or group them (ecgdesk check-data), or say why not in split.override.",
            )  # fmt: skip
    return ()


def _parted(fold: Split, one: int, other: int) -> bool:
    sides = np.isin([one, other], fold.held_out)
    both = np.isin([one, other], fold.train) | sides
    return bool(both.all() and sides[0] != sides[1])
