"""Every choice has its sentence and is checked while one types; a recipe goes in and out as a file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from ecgdesk.core.recipe import read_recipe, recipe_toml
from ecgdesk.core.recipe_form import form_sections
from ecgdesk.services.training.estimate import Pace, pace_key
from ecgdesk.ui.training.network_page import NetworkPage
from ecgdesk.ui.training.recipe_page import ELSEWHERE, RecipePage
from ecgdesk.ui.training.steps import Step
from ecgdesk.ui.training.wizard import Wizard
from tests.fakes.training import labelled_list, small_recipe
from tests.fakes.window import Rig


@pytest.fixture
def recipe(rig: Rig, wizard: Wizard, tmp_path: Path) -> RecipePage:
    data = wizard.pages[Step.DATA]
    data.choose(labelled_list(tmp_path / "data"))  # type: ignore[attr-defined]
    rig.qtbot.waitUntil(lambda: data.is_ready)
    wizard.go(Step.RECIPE)
    page = wizard.pages[Step.RECIPE]
    assert isinstance(page, RecipePage)
    return page


def typed(page: RecipePage, path: str, text: str) -> None:
    editor = page.row(path).editor
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    editor.textEdited.emit(text)


def test_every_field_of_a_recipe_has_a_row_with_a_sentence(recipe: RecipePage) -> None:
    paths = [field.path for section in form_sections() for field in section.fields]
    for path in paths:
        if path not in ELSEWHERE:
            sentence = recipe.row(path).editor.accessibleDescription()
            assert sentence.endswith((".", ")")), path
            assert len(sentence) > 8, path


def test_a_wrong_value_is_told_beside_its_field_and_stops_the_start(
    wizard: Wizard, recipe: RecipePage
) -> None:
    assert wizard.next.isEnabled()
    typed(recipe, "epochs", "none")
    assert recipe.row("epochs").error.text == "Must be a whole number."
    assert not wizard.next.isEnabled()
    typed(recipe, "epochs", "3")
    assert recipe.row("epochs").error.text == ""
    assert wizard.next.isEnabled()


def test_a_wrong_field_in_a_closed_section_opens_it(wizard: Wizard, recipe: RecipePage) -> None:
    section = next(one for one in recipe.sections if one.section.path == "optimiser")
    section.title.setChecked(False)
    wizard.draft.set("optimiser.weight_decay", -1)
    assert section.title.isChecked()


def test_a_section_that_may_be_left_out_has_a_switch(wizard: Wizard, recipe: RecipePage) -> None:
    section = next(one for one in recipe.sections if one.section.path == "early_stopping")
    assert isinstance(section.switch, QCheckBox)
    section.switch.setChecked(True)
    assert wizard.draft.recipe.early_stopping is not None
    section.switch.setChecked(False)
    assert wizard.draft.recipe.early_stopping is None


def test_a_paper_s_recipe_fills_the_fields_and_keeps_the_pages(wizard: Wizard, recipe: RecipePage) -> None:
    recipe.choose_preset("c-fusion-cnn")
    assert wizard.draft.recipe.model.architecture == "fusion-cnn"
    assert wizard.draft.recipe.data.source == "pages.csv"
    assert "as published" in recipe.message.text


def test_every_recipe_has_a_name_of_its_own(recipe: RecipePage) -> None:
    words = [recipe.presets.itemText(row) for row in range(recipe.presets.count())]
    assert len(set(words)) == len(words)
    assert words[0] == "Recommended, for any page layout"
    assert "As the bundled model: Cardiac patients, four classes" in words


def test_a_recipe_for_one_layout_says_so(recipe: RecipePage) -> None:
    recipe.choose_preset("cardiac-4")
    assert "for 3×4 leads with a rhythm strip" in recipe.message.text


def test_what_is_exported_is_what_is_imported(wizard: Wizard, recipe: RecipePage, tmp_path: Path) -> None:
    typed(recipe, "epochs", "9")
    recipe.export_file(tmp_path / "recipe.toml")
    exported = read_recipe(tmp_path / "recipe.toml")
    assert exported.epochs == 9
    recipe.choose_preset("c-fusion-cnn")
    recipe.import_file(tmp_path / "recipe.toml")
    assert wizard.draft.recipe == exported
    assert recipe.presets.currentIndex() == -1  # no longer what comes with the program


def test_a_file_that_is_no_recipe_changes_nothing(wizard: Wizard, recipe: RecipePage, tmp_path: Path) -> None:
    before = wizard.draft.recipe
    (tmp_path / "bad.toml").write_text("epochs = 0\n")
    recipe.import_file(tmp_path / "bad.toml")
    assert "bad.toml" in recipe.message.text
    recipe.import_file(tmp_path / "missing.toml")
    assert "missing.toml cannot be read" in recipe.message.text
    assert wizard.draft.recipe == before


def test_the_command_line_that_does_the_same_is_shown_and_copied(
    wizard: Wizard, recipe: RecipePage, tmp_path: Path
) -> None:
    recipe.command._copy.click()
    said = QApplication.clipboard().text()
    assert said.startswith("ecgdesk train --config recipe.toml --data ")
    assert str(tmp_path / "data") in said
    assert str(wizard.runs.folder) in said


def test_a_time_is_named_only_where_the_network_was_trained_here(wizard: Wizard, recipe: RecipePage) -> None:
    assert "not known" in recipe._time.text()
    key = pace_key(wizard.draft.recipe)
    recipe.show_paces({key: Pace(key, 0.5, "20260101-000000-mine")})
    assert recipe._time.text().endswith("at the pace of 20260101-000000-mine.")


def test_another_network_is_chosen_from_the_table(wizard: Wizard) -> None:
    page = wizard.pages[Step.NETWORK]
    assert isinstance(page, NetworkPage)
    wizard.draft.set("model.options", {"width": 12})
    wizard.go(Step.NETWORK)
    assert wizard.draft.recipe.model.options == {"width": 12}  # looking at the table changes nothing
    page.search.setText("fusion")
    page._fill()
    page.table.selectRow(0)
    assert wizard.draft.recipe.model.architecture == "fusion-cnn"


def test_a_search_without_a_hit_says_what_to_do(wizard: Wizard) -> None:
    page = wizard.pages[Step.NETWORK]
    assert isinstance(page, NetworkPage)
    page.search.setText("no such network")
    page._fill()
    assert "Search timm too" in page.message.text


def test_weights_that_are_not_here_are_named(wizard: Wizard) -> None:
    page = wizard.pages[Step.NETWORK]
    assert isinstance(page, NetworkPage)
    wizard.draft.use_network("resnet50")
    wizard.go(Step.NETWORK)
    assert "Not on this computer: timm:resnet50" in page._weights.text()
    page.pretrained.setChecked(True)
    assert wizard.draft.recipe.model.pretrained == "if available"


def test_a_recipe_from_elsewhere_comes_in_whole(recipe: RecipePage, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(recipe_toml(small_recipe(epochs=5, batch=8)))
    recipe.import_file(tmp_path / "own.toml")
    editor = recipe.row("batch").editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "8"
