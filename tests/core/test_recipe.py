"""A recipe says what is wrong with it, and survives being written and read."""

from pathlib import Path

import pytest

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Part, Recipe, parse_recipe, read_recipe, recipe_toml

MINIMAL = """
[card]
id = "m"
name = "M"
[data]
source = "pages"
[model]
architecture = "page-resnet"
"""


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(RecipeError, match=r"no field 'optimiser\.learning_rate'"):
        parse_recipe(MINIMAL + "[optimiser]\nlearning_rate = 1\n")


def test_a_missing_field_is_named() -> None:
    with pytest.raises(RecipeError, match=r"'model' is missing"):
        parse_recipe(MINIMAL.replace("[model]\narchitecture", "[split]\nfolds = 5\n#"))


@pytest.mark.parametrize("line", ["epochs = 0", "batch = 'x'", "epochs = ["])
def test_a_wrong_value_is_refused_in_one_sentence(line: str) -> None:
    with pytest.raises(RecipeError) as caught:
        parse_recipe(line + "\n" + MINIMAL)
    assert "\n" not in caught.value.problem
    assert caught.value.advice


def test_a_file_level_split_needs_its_reason() -> None:
    with pytest.raises(RecipeError, match=r"split\.override"):
        parse_recipe(MINIMAL + '[split]\nmethod = "file-level"\n')
    said = parse_recipe(MINIMAL + '[split]\nmethod = "file-level"\noverride = "to compare"\n')
    assert said.split.override == "to compare"


def test_a_recipe_comes_back_from_toml_as_it_was() -> None:
    for extra in ("", "[augment]\n", "[early_stopping]\npatience = 3\n"):
        recipe = parse_recipe(MINIMAL + extra)
        assert parse_recipe(recipe_toml(recipe)) == recipe


def test_every_field_has_a_sentence() -> None:
    def fields(part: type[Part]) -> list[str]:
        missing = [name for name, field in part.model_fields.items() if not field.description]
        return [f"{part.__name__}.{name}" for name in missing]

    assert [name for part in [Recipe, *Part.__subclasses__()] for name in fields(part)] == []


def test_the_bundled_recipe_is_valid() -> None:
    path = Path(__file__).parents[2] / "training" / "recipes" / "cardiac-4.toml"
    assert read_recipe(path).split.method == "grouped"


def test_an_absent_recipe_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match=r"none\.toml"):
        read_recipe(tmp_path / "none.toml")


WIDE_TOP = """
protocol = "as published"
balance = "oversample"
accumulate = 4
"""
WIDE_SECTIONS = """
[published]
split = "k-fold"
folds = 4
copies = { MI = 4 }
[comparison]
[views]
hue = 0.1
[[unfreezing.stages]]
from_epoch = 1
parts = ["head"]
[pretraining.optimiser]
parts = [{ part = "projection_head", rate = 1e-3, weight_decay = 0.0 }]
"""


def test_a_wide_recipe_comes_back_from_toml_as_it_was() -> None:
    recipe = parse_recipe(WIDE_TOP + MINIMAL + WIDE_SECTIONS)
    assert parse_recipe(recipe_toml(recipe)) == recipe
    assert recipe.fold_count == 4
    assert recipe.comparison is not None
    assert not recipe.has_comparison


def test_something_learns_from_the_first_epoch() -> None:
    with pytest.raises(RecipeError, match=r"unfreezing\.stages.*epoch 1"):
        parse_recipe(MINIMAL + '[[unfreezing.stages]]\nfrom_epoch = 2\nparts = ["*"]\n')


def test_a_sound_recipe_has_the_folds_of_its_split() -> None:
    recipe = parse_recipe(MINIMAL + "[split]\nfolds = 3\n[published]\nfolds = 9\n[comparison]\n")
    assert recipe.fold_count == 3
    assert recipe.has_comparison
