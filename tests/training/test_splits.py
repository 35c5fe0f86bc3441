"""No group and no copy on both sides, unless somebody says why."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe, SplitSettings
from training.data import PageSet, load_pages
from training.splits import Split, file_level_split, inner_split, make_folds, refuse_leak


def test_no_group_is_on_both_sides(pages: PageSet) -> None:
    folds = make_folds(pages, SplitSettings(folds=4))
    for fold in folds:
        assert not set(pages.groups[fold.train]) & set(pages.groups[fold.held_out])


def test_every_page_is_held_out_once(pages: PageSet) -> None:
    folds = make_folds(pages, SplitSettings(folds=4))
    assert sorted(np.concatenate([fold.held_out for fold in folds])) == list(range(len(pages.pages)))


def test_a_page_without_group_is_a_group_of_its_own(recipe: Recipe, tiny_data: Path) -> None:
    ungrouped = recipe.data.model_copy(update={"group_column": ""})
    assert len(set(load_pages(ungrouped, tiny_data).groups)) == 40


def test_copies_are_refused(recipe: Recipe, tiny_data: Path, tmp_path: Path) -> None:
    for source in tiny_data.iterdir():
        shutil.copy(source, tmp_path)
    shutil.copy(tmp_path / "0.png", tmp_path / "renamed.png")
    with (tmp_path / "pages.csv").open("a") as file:
        file.write("renamed.png,many,another-day,1,12\n")
    with pytest.raises(RecipeError, match=r"is a copy of"):
        make_folds(load_pages(recipe.data, tmp_path), recipe.split)


def test_a_leak_is_refused(pages: PageSet) -> None:
    everything = np.arange(len(pages.pages))
    with pytest.raises(RecipeError, match="both sides"):
        refuse_leak(pages, Split(everything[:11], everything[11:]))


def test_too_many_folds_are_refused(pages: PageSet) -> None:
    with pytest.raises(RecipeError, match="8 groups for 9 folds"):
        make_folds(pages, SplitSettings(folds=9))


def test_the_pages_that_stop_training_come_from_its_own_part(pages: PageSet) -> None:
    fold = make_folds(pages, SplitSettings(folds=2))[0]
    inner = inner_split(pages.labels, pages.groups, fold.train, share=0.3, seed=0)
    assert set(inner.train) | set(inner.held_out) == set(fold.train)
    assert not set(pages.groups[inner.train]) & set(pages.groups[inner.held_out])


def test_the_published_set_split_by_file_has_copies_on_both_sides(pages: PageSet) -> None:
    copies = np.array([page.copies for page in pages.pages])
    split = file_level_split(pages.labels, copies, share=0.2, seed=0)
    assert len(split.train) + len(split.held_out) == copies.sum() == 60
    assert set(split.train) & set(split.held_out)


@pytest.mark.real_data
def test_the_387_pages_stand_for_714_files_of_11_days(data_folder: Path) -> None:
    from ecgdesk.core.recipe import read_recipe

    recipe = read_recipe(Path(__file__).parents[2] / "training" / "recipes" / "cardiac-4.toml")
    real = load_pages(recipe.data, data_folder)
    assert len(real.pages) == 387
    assert sum(page.copies for page in real.pages) == 714
    assert len(set(real.groups)) == 11
    assert real.per_class() == {"MI": 22, "HMI": 66, "AHB": 191, "Normal": 108}


def test_pages_that_decide_come_from_as_many_groups_as_there_are(pages: PageSet) -> None:
    groups = np.array(["a", "b", "c"] * 14)[: len(pages.labels)]
    inner = inner_split(pages.labels, groups, np.arange(len(groups)), share=0.1, seed=0)
    assert len(set(groups[inner.held_out])) == 1


def test_few_pages_keep_more_apart_for_early_stopping() -> None:
    labels = np.repeat([0, 1], 4)
    inner = inner_split(labels, np.arange(8).astype(str), np.arange(8), share=0.1, seed=0)
    assert (len(inner.train), len(inner.held_out)) == (6, 2)  # a quarter: no class has ten pages


def test_too_few_pages_for_early_stopping_are_refused_in_a_sentence() -> None:
    with pytest.raises(RecipeError, match="too few pages"):
        inner_split(np.array([0, 1]), np.array(["a", "b"]), np.arange(2), share=0.15, seed=0)
