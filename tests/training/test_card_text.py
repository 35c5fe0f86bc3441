"""A finished pack takes over what its recipe says now, and nothing else changes."""

from pathlib import Path

import pytest

from ecgdesk.core.recipe import parse_recipe
from ecgdesk.models.container import WEIGHTS, opened
from ecgdesk.models.pack import read_card
from tests.models.packs import small_pack
from training.card_text import main, said_anew

RECIPE = """
[card]
id = "{id}"
name = "Another name"
description = "Says what it says."
licence = "MIT"
limits = ["One limit.", "Another."]
[data]
source = "pages"
[model]
architecture = "page-resnet"
"""


def weights(pack: Path) -> bytes:
    with opened(pack) as container:
        return container.read(WEIGHTS)


def test_words_are_taken_over_and_weights_stay(tmp_path: Path) -> None:
    pack, recipe = small_pack(tmp_path), tmp_path / "recipe.toml"
    before, old = weights(pack), read_card(pack)
    recipe.write_text(RECIPE.format(id=old.id), encoding="utf-8")
    assert main(["--recipe", str(recipe), "--pack", str(pack)]) == 0
    card = read_card(pack)
    assert (card.name, card.limits) == ("Another name", ("One limit.", "Another."))
    assert card.recipe["card"]["limits"] == ["One limit.", "Another."]
    assert (card.classes, card.figures, card.calibration) == (old.classes, old.figures, old.calibration)
    assert weights(pack) == before


def test_the_recipe_of_another_pack_is_refused(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    with pytest.raises(ValueError, match="recipe is of another"):
        said_anew(read_card(pack), parse_recipe(RECIPE.format(id="another")))
