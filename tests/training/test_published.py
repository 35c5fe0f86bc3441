"""The protocols of papers: files instead of pages, with the leak written into the card."""

import json
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.recipe import PublishedSettings, Recipe, read_recipe
from ecgdesk.core.run_events import Finished, Started
from ecgdesk.models.pack import read_card
from tests.training.test_trainer import new_folder, run, with_values
from training.data import PageSet, load_pages
from training.published import published_files, published_folds
from training.splits import make_folds, refuse_leak
from training.watching import folds_of, watched_split

RECIPES = Path(__file__).parents[2] / "training" / "recipes"


def settings(**values: object) -> PublishedSettings:
    return PublishedSettings.model_validate(values)


def as_published(recipe: Recipe, **values: object) -> Recipe:
    return with_values(recipe, protocol="as published", published={"reason": "to compare", **values})


def test_files_are_the_copies_of_the_published_set(pages: PageSet) -> None:
    files = published_files(pages, settings(), 0)
    assert len(files.pages.pages) == 60
    assert not files.changed.any()
    assert [page.sha256 for page in files.pages.pages] == [pages.pages[i].sha256 for i in files.source]


def test_further_copies_follow_the_class(pages: PageSet) -> None:
    files = published_files(pages, settings(split="k-fold", copies={"many": 3}), 0)
    assert files.pages.per_class() == {"few": 40, "many": 60}


def test_balance_adds_augmented_copies_before_the_split(pages: PageSet) -> None:
    files = published_files(pages, settings(balance_to=50), 0)
    assert files.pages.per_class() == {"few": 50, "many": 50}
    assert files.changed.sum() == 40
    (fold,) = published_folds(files.pages, settings(balance_to=50), 0)
    hashes = np.array([page.sha256 for page in files.pages.pages])
    assert set(hashes[fold.train]) & set(hashes[fold.held_out])


def test_tested_on_training_files_means_all_of_them(pages: PageSet) -> None:
    chosen = settings(split="tested on training files", copies={"many": 4, "few": 3})
    files = published_files(pages, chosen, 0)
    (fold,) = published_folds(files.pages, chosen, 0)
    assert sorted(fold.held_out) == list(range(60))
    assert len(fold.train) == 4 * 20 + 3 * 40
    assert set(fold.train) == set(fold.held_out)


def test_test_files_decide_only_where_the_paper_let_them(recipe: Recipe, pages: PageSet) -> None:
    stopping = with_values(recipe, early_stopping={"share": 0.3})
    sound = make_folds(pages, recipe.split)[0]
    refuse_leak(pages, watched_split(stopping, pages, sound))
    assert not set(watched_split(stopping, pages, sound).held_out) & set(sound.held_out)
    unsound = as_published(stopping, test_selects=True)
    assert watched_split(unsound, pages, sound) is sound
    by_file = watched_split(as_published(stopping), pages, sound)
    assert not set(by_file.held_out) & set(sound.held_out)


@pytest.mark.parametrize(
    "values",
    [
        {"split": "hold-out", "balance_to": 40},
        {"split": "k-fold", "folds": 2, "test_selects": True, "validation_changed": True},
        {"split": "tested on training files"},
    ],
    ids=lambda values: values["split"],
)
def test_a_run_as_published_says_in_its_card_what_it_is(
    recipe: Recipe, pages: PageSet, tmp_path: Path, values: dict[str, object]
) -> None:
    chosen = as_published(with_values(recipe, early_stopping={"share": 0.3}, comparison={}), **values)
    folder = new_folder(tmp_path, chosen)
    events = run(chosen, pages, folder, tmp_path)
    assert isinstance(events[0], Started)
    assert len(events[0].fits) == chosen.fold_count + 1  # no comparison: everything is by file already
    assert isinstance(events[-1], Finished)
    metrics = json.loads(folder.metrics.read_text())
    assert "as_published" in metrics
    assert "honest" not in metrics
    card = read_card(folder.pack)
    assert card.overrides == ('Protocol "as published": to compare',)
    assert "Override: Protocol &quot;as published&quot;: to compare" in folder.report.read_text()
    assert all("NOT an honest figure" in figure.protocol for figure in card.figures)
    assert card.training_data[0].pages == 40


def test_the_sound_protocol_ignores_what_the_paper_did(
    recipe: Recipe, pages: PageSet, tmp_path: Path
) -> None:
    folders = []
    for number, published in enumerate(({}, {"balance_to": 99, "test_selects": True})):
        chosen = with_values(recipe, epochs=1, published=published)
        folders.append(new_folder(tmp_path / str(number), chosen))
        run(chosen, pages, folders[-1], tmp_path)
    assert folders[0].metrics.read_text() == folders[1].metrics.read_text()
    assert read_card(folders[0].pack).overrides == ()


@pytest.mark.real_data
def test_the_real_set_is_split_as_the_papers_count(data_folder: Path) -> None:
    def fold_sizes(name: str) -> list[tuple[int, int]]:
        chosen = read_recipe(RECIPES / f"{name}.toml").model_copy(update={"protocol": "as published"})
        files = published_files(load_pages(chosen.data, data_folder), chosen.published, 0).pages
        return [(len(fold.train), len(fold.held_out)) for fold in folds_of(files, chosen)]

    assert fold_sizes("c-fusion-cnn") == [(3840, 960)]
    of_class = {"MI": 175, "HMI": 132, "AHB": 191, "Normal": 216}  # 714 of the 928 files are at hand
    assert fold_sizes("b-baseline-cnn") == [(sum(of_class.values()) * 3 + of_class["MI"], 714)]
    assert fold_sizes("d-simcardionet") == [(476, 238)] * 3
