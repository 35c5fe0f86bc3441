"""The recipe that the wizard's pages write together is checked after every letter."""

from pathlib import Path

import pytest

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import parse_recipe, recipe_toml
from ecgdesk.core.recipe_form import FormField, form_sections
from ecgdesk.services.training.draft import Draft, id_for
from ecgdesk.services.training.presets import RECOMMENDED, applied, presets
from ecgdesk.services.training.preview import look_at
from tests.fakes.training import labelled_list, small_recipe

FIELDS = {field.path: field for section in form_sections() for field in section.fields}


def field(path: str) -> FormField:
    return FIELDS[path]


def test_a_new_draft_is_a_whole_recipe() -> None:
    assert Draft().recipe.model.architecture == "page-resnet"


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("epochs", "0", "greater_than_equal"),
        ("epochs", "many", "int_parsing"),
        ("optimiser.rate", "fast", "float_parsing"),
        ("augment.scale_x", "[0.9", "toml"),
        ("calibration.coverage", "1", "less_than"),
    ],
)  # fmt: skip
def test_what_is_typed_wrong_is_known_by_its_field(path: str, text: str, code: str) -> None:
    draft = Draft()
    draft.type(field(path), text)
    assert draft.checked.problems[path].code == code
    with pytest.raises(RecipeError):
        draft.to_toml()


def test_typing_on_takes_the_problem_back() -> None:
    draft = Draft()
    draft.type(field("augment.scale_x"), "[0.9")
    draft.type(field("augment.scale_x"), "[0.9, 1.1]")
    assert draft.checked.problems == {}
    assert draft.recipe.augment is not None


def test_a_name_gives_the_id() -> None:
    draft = Draft()
    draft.rename("Our pages, März 2024")
    assert draft.recipe.card.id == "our-pages-m-rz-2024"
    assert id_for("…") == "my-model"


def test_pages_name_the_recipe_s_data_and_root(tmp_path: Path) -> None:
    draft = Draft()
    draft.take_data(look_at(labelled_list(tmp_path / "data")))
    assert draft.root == tmp_path / "data"
    data = draft.recipe.data
    assert (data.source, data.path_column, data.group_column, data.pages_folder) == (
        "pages.csv", "page", "recording_day", "pages",
    )  # fmt: skip


def test_another_network_brings_its_own_input(tmp_path: Path) -> None:
    draft = Draft()
    draft.set("preprocessing", {"width": 96, "height": 64})
    draft.set("model.options", {"width": 8})
    draft.use_network("page-resnet")
    assert draft.recipe.model.options == {"width": 8}
    draft.use_network("resnet50")
    assert (draft.recipe.model.options, draft.recipe.preprocessing) == ({}, None)


def test_an_exported_recipe_is_the_one_that_is_read_back(tmp_path: Path) -> None:
    draft = Draft()
    draft.take_data(look_at(labelled_list(tmp_path / "data")))
    draft.set("epochs", 7)
    assert parse_recipe(draft.to_toml()) == draft.recipe


def test_an_imported_recipe_keeps_the_pages_that_were_chosen(tmp_path: Path) -> None:
    draft = Draft()
    draft.take_data(look_at(labelled_list(tmp_path / "data")))
    draft.from_toml(recipe_toml(small_recipe(epochs=9)), "recipe.toml")
    assert (draft.recipe.epochs, draft.recipe.data.source) == (9, "pages.csv")
    with pytest.raises(RecipeError, match=r"other\.toml"):
        draft.from_toml("epochs = ", "other.toml")
    assert draft.recipe.epochs == 9


def test_every_preset_is_a_whole_recipe_on_the_chosen_pages(tmp_path: Path) -> None:
    found = presets()
    assert found[0].id == RECOMMENDED
    assert {preset.paper for preset in found} >= {"A", "B", "C", "D"}
    draft = Draft()
    draft.take_data(look_at(labelled_list(tmp_path / "data")))
    for preset in found:
        draft.replace(applied(draft.values, preset))
        if preset.id == "ptbxl-5":  # pages with several classes: these have one each
            continue
        assert draft.checked.problems == {}, preset.id
        assert draft.recipe.data.source == "pages.csv", preset.id
