"""`python -m training.card_text --recipe RECIPE --pack PACK`: let a pack's card say what its recipe says now.

Name, description, licence and limits are taken over, and the recipe on the card says them, too; figures,
classes and weights stay to the bit.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ecgdesk.core.card import Card
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.recipe import Recipe, read_recipe
from ecgdesk.models.pack import read_card
from ecgdesk.models.repack import repack


def said_anew(card: Card, recipe: Recipe) -> Card:
    """Return the card with the words of a recipe; raises ValueError for the recipe of another pack."""
    words = recipe.card
    if words.id != card.id:
        raise ValueError(f"The recipe is of {words.id}, the pack is {card.id}.")
    return card.model_copy(
        update={
            "name": words.name,
            "description": words.description,
            "licence": words.licence,
            "limits": words.limits,
            "recipe": {**card.recipe, "card": words.model_dump(mode="json")},
        }
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pack again in place; exit 0, or 1 where that cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m training.card_text", description=__doc__)
    parser.add_argument("--recipe", type=Path, required=True, help="the recipe that made the pack")
    parser.add_argument("--pack", type=Path, required=True, help="the pack to write again, in place")
    asked = parser.parse_args(argv)
    try:
        repack(asked.pack, asked.pack, said_anew(read_card(asked.pack), read_recipe(asked.recipe)))
    except (EcgdeskError, ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
