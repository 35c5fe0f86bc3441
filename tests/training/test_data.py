"""Pages from folders and CSV files, and sentences for what cannot be used."""

import shutil
from pathlib import Path

import pytest

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import DataSettings, Recipe
from training.data import PageSet, load_pages


def test_a_folder_per_class_is_read(tiny_data: Path, tmp_path: Path) -> None:
    for name, number in (("few", 1), ("many", 0), ("many", 2)):
        (tmp_path / "set" / name).mkdir(parents=True, exist_ok=True)
        shutil.copy(tiny_data / f"{number}.png", tmp_path / "set" / name)
    (tmp_path / "set" / "many" / "notes.txt").write_text("not a page")
    pages = load_pages(DataSettings(source="set"), tmp_path)
    assert pages.class_ids == ("few", "many")
    assert pages.per_class() == {"few": 1, "many": 2}


def test_classes_keep_the_order_of_the_recipe(recipe: Recipe, tiny_data: Path) -> None:
    named = [{"id": "many", "name": "Many"}, {"id": "few", "name": "Few"}]
    settings = DataSettings.model_validate({**recipe.data.model_dump(), "classes": named})
    assert load_pages(settings, tiny_data).class_ids == ("many", "few")


def test_the_hash_of_a_set_does_not_depend_on_order(pages: PageSet) -> None:
    assert PageSet(pages.pages[::-1], pages.classes).sha256 == pages.sha256
    assert PageSet(pages.pages[1:], pages.classes).sha256 != pages.sha256


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"source": "nowhere"}, "nowhere"),
        ({"label_column": "diagnosis"}, "no column 'diagnosis'"),
        ({"pages_folder": "elsewhere"}, r"\.png cannot be used"),
        ({"classes": [{"id": "few", "name": "Few"}]}, "class 'many'"),
        ({"copies_column": "label"}, "cannot be used"),
    ],
)
def test_what_cannot_be_used_is_named(
    recipe: Recipe, tiny_data: Path, change: dict[str, object], said: str
) -> None:
    settings = DataSettings.model_validate({**recipe.data.model_dump(), **change})
    with pytest.raises(RecipeError, match=said):
        load_pages(settings, tiny_data)
