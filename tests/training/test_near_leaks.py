"""A split that leaks is refused unless somebody says why, and the card then says it."""

import shutil
from pathlib import Path

import pytest

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from training.card import cross_validation_protocol
from training.checkup.memory import Memory
from training.data import PageSet, load_pages
from training.near_leaks import NOT_LOOKED_FOR, refuse_near_leaks
from training.published import overrides
from training.splits import make_folds


def overridden(recipe: Recipe, reason: str = "to compare") -> Recipe:
    return recipe.model_copy(update={"split": recipe.split.model_copy(update={"override": reason})})


def remember(pages: PageSet, memory: Path, one: int, other: int) -> None:
    contents = sorted(page.sha256 for page in pages.pages)
    places = sorted(contents.index(pages.pages[at].sha256) for at in (one, other))
    Memory(memory).put_pairs(contents, [(*places, 3, 0.99, 1.0)])


def test_pages_nobody_compared_are_said_on_the_card(pages: PageSet, recipe: Recipe, tmp_path: Path) -> None:
    folds = make_folds(pages, recipe.split)
    assert refuse_near_leaks(pages, folds, recipe, tmp_path) == (NOT_LOOKED_FOR,)


def test_near_duplicates_on_both_sides_are_refused(pages: PageSet, recipe: Recipe, tmp_path: Path) -> None:
    folds = make_folds(pages, recipe.split)
    one, other = int(folds[0].train[0]), int(folds[0].held_out[0])
    remember(pages, tmp_path, one, other)
    with pytest.raises(RecipeError, match="show the same tracing") as refused:
        refuse_near_leaks(pages, folds, recipe, tmp_path)
    assert pages.pages[one].path.name in refused.value.problem
    assert refuse_near_leaks(pages, folds, overridden(recipe), tmp_path) == ()


def test_near_duplicates_on_one_side_are_let_through(pages: PageSet, recipe: Recipe, tmp_path: Path) -> None:
    folds = make_folds(pages, recipe.split)
    group = pages.groups[int(folds[0].train[0])]
    one, other = (int(at) for at in (pages.groups == group).nonzero()[0][:2])
    remember(pages, tmp_path, one, other)
    assert refuse_near_leaks(pages, folds, recipe, tmp_path) == ()


def test_an_override_lets_copies_through_and_is_said(recipe: Recipe, tiny_data: Path, tmp_path: Path) -> None:
    for source in tiny_data.iterdir():
        shutil.copy(source, tmp_path)
    shutil.copy(tmp_path / "0.png", tmp_path / "renamed.png")
    with (tmp_path / "pages.csv").open("a") as file:
        file.write("renamed.png,many,another-day,1,12\n")
    pages, meant = load_pages(recipe.data, tmp_path), overridden(recipe)
    with pytest.raises(RecipeError, match="is a copy of"):
        make_folds(pages, recipe.split)
    assert len(make_folds(pages, meant.split)) == 2
    assert overrides(meant) == ("to compare",)
    assert "too good where it leaks, let through because: to compare" in cross_validation_protocol(
        meant, 41, 2
    )
