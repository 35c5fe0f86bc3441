"""Pages are counted and judged; findings appear as cards with remedies that can be taken back."""

from pathlib import Path

import pytest

from ecgdesk.core.findings import (
    Examined,
    Finding,
    FindingCode,
    Progress,
    Refused,
    Remedy,
    RemedyKind,
    Severity,
)
from ecgdesk.ui.training.check_page import CheckPage
from ecgdesk.ui.training.data_page import DataPage
from ecgdesk.ui.training.steps import Step
from ecgdesk.ui.training.wizard import Wizard
from tests.fakes.training import labelled_folder, labelled_list
from tests.fakes.window import Rig
from tests.ui.training.conftest import Say

KEEP_ONE = Remedy(RemedyKind.LEAVE_OUT, "Keep one of each", "Leaves copies out.", ("Few/Few-1.png",))
COPIES = Finding(
    FindingCode.COPIES, Severity.BLOCKS, 1, "1 file is a byte copy.", ("Few/Few-0.png",), (KEEP_ONE,)
)
EVEN = Remedy(
    RemedyKind.RECIPE, "Show rare classes more often", "Oversamples.", settings={"balance": "oversample"}
)
IMBALANCE = Finding(FindingCode.IMBALANCE, Severity.WARNS, 4, "One class is rare.", remedies=(EVEN,))
EXAMINED = Examined(6, 6, 5, {"Few": 3, "Many": 3}, 1, 2)


@pytest.fixture
def data(wizard: Wizard) -> DataPage:
    page = wizard.pages[Step.DATA]
    assert isinstance(page, DataPage)
    return page


@pytest.fixture
def check(wizard: Wizard, rig: Rig, data: DataPage, tmp_path: Path) -> CheckPage:
    page = wizard.pages[Step.CHECK]
    assert isinstance(page, CheckPage)
    data.choose(labelled_folder(tmp_path / "pages"))
    rig.qtbot.waitUntil(lambda: data.is_ready)
    return page


def checked(rig: Rig, wizard: Wizard, page: CheckPage) -> None:
    wizard.go(Step.CHECK)
    rig.qtbot.waitUntil(lambda: not wizard.doctor.is_running, timeout=10_000)


def test_few_pages_are_told_and_do_not_stand_in_the_way(rig: Rig, data: DataPage, tmp_path: Path) -> None:
    data.choose(labelled_folder(tmp_path / "pages", pages=3))
    rig.qtbot.waitUntil(lambda: data.is_ready)
    assert data.message == "Fewer than 10 pages: Few, Many. Every figure of such a class will be uncertain."


def test_one_class_alone_cannot_be_trained_on(rig: Rig, data: DataPage, tmp_path: Path) -> None:
    data.choose(labelled_folder(tmp_path / "pages", classes=("Few",)))
    rig.qtbot.waitUntil(lambda: "only one class" in data.message)
    assert not data.is_ready


def test_what_is_no_data_is_a_sentence(rig: Rig, data: DataPage, tmp_path: Path) -> None:
    data.choose(tmp_path)
    rig.qtbot.waitUntil(lambda: "no folder with pages" in data.message)


def test_a_list_offers_its_columns_and_counts_again(rig: Rig, data: DataPage, tmp_path: Path) -> None:
    data.choose(labelled_list(tmp_path / "data"))
    rig.qtbot.waitUntil(lambda: data.is_ready)
    columns = data.chooser.columns
    assert columns.isVisibleTo(data)
    box = columns._boxes["group_column"]
    box.setCurrentIndex(box.findData(""))
    box.activated.emit(box.currentIndex())
    preview = data._draft
    rig.qtbot.waitUntil(lambda: preview.preview is not None and preview.preview.chosen.group_column == "")


def test_choosing_again_leaves_no_large_hole(rig: Rig, data: DataPage, tmp_path: Path) -> None:
    data.choose(labelled_folder(tmp_path / "pages", pages=3))
    rig.qtbot.waitUntil(lambda: data.is_ready)
    rig.qtbot.wait(50)
    assert data.chooser.zone.height() < 100
    assert data.gallery.height() < 300  # its pages stand in rows, not in a column


def test_a_sound_set_may_go_on(rig: Rig, wizard: Wizard, check: CheckPage, say: Say) -> None:
    asked = say(Progress("Reading pages", 3, 6), Examined(6, 6, 6, {"Few": 3, "Many": 3}, 0, 0))
    checked(rig, wizard, check)
    assert check.is_ready
    assert check.message.text == "Nothing stands in the way of a sound training."
    assert asked[0][0] == "check-data"
    assert asked[0][-1] == "--json"


def test_the_gravest_finding_comes_first_and_stands_in_the_way(
    rig: Rig, wizard: Wizard, check: CheckPage, say: Say
) -> None:
    say(IMBALANCE, COPIES, EXAMINED)
    checked(rig, wizard, check)
    assert [card.finding.code for card in check.cards] == [FindingCode.COPIES, FindingCode.IMBALANCE]
    assert not check.is_ready
    assert check.anyway.isVisibleTo(check)


def remedy_button(check: CheckPage, label: str) -> object:
    from PySide6.QtWidgets import QPushButton

    buttons = [b for card in check.cards for b in card.findChildren(QPushButton)]
    return next(button for button in buttons if button.text().startswith(label))


def test_a_remedy_changes_the_list_and_can_be_taken_back(
    rig: Rig, wizard: Wizard, check: CheckPage, say: Say
) -> None:
    say(COPIES, EXAMINED)
    checked(rig, wizard, check)
    button = remedy_button(check, "Keep one")
    button.click()  # type: ignore[attr-defined]
    rig.qtbot.waitUntil(lambda: wizard.draft.preview is not None and wizard.draft.preview.pages == 5)
    assert check.is_ready
    button.click()  # type: ignore[attr-defined]
    rig.qtbot.waitUntil(lambda: wizard.draft.preview is not None and wizard.draft.preview.pages == 6)
    assert not check.is_ready


def test_a_remedy_of_the_recipe_is_taken_back_to_what_was_before(
    rig: Rig, wizard: Wizard, check: CheckPage, say: Say
) -> None:
    say(IMBALANCE, EXAMINED)
    checked(rig, wizard, check)
    button = remedy_button(check, "Show rare")
    button.click()  # type: ignore[attr-defined]
    rig.qtbot.waitUntil(lambda: wizard.draft.recipe.balance == "oversample")
    button.click()  # type: ignore[attr-defined]
    rig.qtbot.waitUntil(lambda: wizard.draft.recipe.balance == "no")


def test_training_all_the_same_needs_a_reason_that_goes_into_the_recipe(
    rig: Rig, wizard: Wizard, check: CheckPage, say: Say
) -> None:
    say(COPIES, EXAMINED)
    checked(rig, wizard, check)
    check.reason.setText("To repeat a published figure")
    assert check.is_ready
    assert wizard.draft.recipe.split.override == "To repeat a published figure"


def test_cancelling_leaves_a_way_to_check_again(rig: Rig, wizard: Wizard, check: CheckPage, say: Say) -> None:
    say(Progress("Reading pages", 1, 6), wait_s=30)
    wizard.go(Step.CHECK)
    rig.qtbot.waitUntil(lambda: "1 of 6" in check.stage.text(), timeout=10_000)
    check.cancel.click()
    assert "cancelled" in check.message.text
    assert check.again.isVisibleTo(check)
    assert not check.is_ready


def test_a_refusal_is_told_and_a_reason_lets_one_go_on(
    rig: Rig, wizard: Wizard, check: CheckPage, say: Say
) -> None:
    say(Refused("recipe", "The pages cannot be read.", "Choose others."), code=2)
    checked(rig, wizard, check)
    assert check.message.text == "The pages cannot be read. Choose others."
    assert check.stage.text() == ""
    assert not check.is_ready


def test_going_back_and_forth_does_not_check_again(
    rig: Rig, wizard: Wizard, check: CheckPage, say: Say
) -> None:
    asked = say(COPIES, EXAMINED)
    checked(rig, wizard, check)
    remedy_button(check, "Keep one").click()  # type: ignore[attr-defined]
    rig.qtbot.waitUntil(lambda: wizard.draft.preview is not None and wizard.draft.preview.pages == 5)
    wizard.go(Step.NETWORK)
    wizard.go(Step.CHECK)
    assert len(asked) == 1
