"""A run becomes a model that is at once in use; a model is put to the test on a clinic's own pages."""

import shutil
from pathlib import Path

import pytest

from ecgdesk.core.findings import Evaluated, Progress, Refused
from ecgdesk.models.pack import read_card
from ecgdesk.ui.training.evaluate_page import EvaluatePage
from ecgdesk.ui.training.save_page import SavePage
from ecgdesk.ui.training.steps import Step
from ecgdesk.ui.training.wizard import Wizard
from tests.conftest import ROOT
from tests.fakes.evaluations import MEASURED
from tests.fakes.services import FAKE_MODEL
from tests.fakes.training import labelled_folder, made_run, metrics
from tests.fakes.window import Rig
from tests.ui.training.conftest import Say, runs_of

PACK = ROOT / "resources" / "models" / "cardiac-4.ecgmodel"
FIGURES = metrics(0.5)["honest"]
RESULT = MEASURED.model_dump(mode="json", by_alias=True)
EVALUATED = Evaluated(6, 0.5, 0.2, 0.8, ("Few pages.",), {}, RESULT)


@pytest.fixture
def save(rig: Rig, wizard: Wizard) -> SavePage:
    files = made_run(runs_of(rig), figures=metrics())
    shutil.copy(PACK, files.pack)
    wizard.follow(files)
    wizard.go(Step.SAVE)
    page = wizard.pages[Step.SAVE]
    assert isinstance(page, SavePage)
    rig.qtbot.waitUntil(lambda: page.save.isEnabled(), timeout=10_000)
    return page


def test_the_card_is_shown_under_the_name_that_is_typed(save: SavePage) -> None:
    save.name.setText("Our own model")
    assert save.card.accessibleName() == "Our own model"
    accuracy = next(figure for figure in read_card(PACK).figures if figure.name == "Accuracy")
    words = f"Accuracy {accuracy.value:.3f}, 95 % interval {accuracy.low:.3f} to {accuracy.high:.3f}"
    assert words in save.card._figures.text()
    assert save.id.text() == "Its id: our-own-model"


def test_a_model_needs_a_name(save: SavePage) -> None:
    save.name.setText(" ")
    assert save.error.text == "The model needs a name."
    assert not save.save.isEnabled()


def test_a_saved_model_is_at_once_in_use(rig: Rig, wizard: Wizard, save: SavePage) -> None:
    save.name.setText("Ours")
    save.description.setPlainText("For our recorder.")
    save.save.click()
    rig.qtbot.waitUntil(lambda: save.is_ready, timeout=10_000)
    assert "is saved and in use" in save.message.text
    chosen = rig.services.models.chosen
    assert chosen is not None
    assert chosen.id == "ours"
    assert wizard.files is not None
    card = read_card(wizard.files.path / "ours.ecgmodel")
    assert (card.id, card.name, card.description) == ("ours", "Ours", "For our recorder.")
    assert card.figures == read_card(PACK).figures


def test_a_name_that_is_taken_asks_before_it_replaces(rig: Rig, save: SavePage) -> None:
    save.name.setText("Same")
    save.save.click()
    rig.qtbot.waitUntil(lambda: "Another model is called like that" in save.message.text, timeout=10_000)
    assert not save.is_ready
    save.message._step.click()
    rig.qtbot.waitUntil(lambda: save.is_ready, timeout=10_000)


def test_a_refused_pack_is_told_in_place(rig: Rig, save: SavePage) -> None:
    save.name.setText("Bad one")
    save.save.click()
    rig.qtbot.waitUntil(lambda: "is damaged" in save.message.text, timeout=10_000)
    assert save.save.isEnabled()


@pytest.fixture
def evaluate(rig: Rig, wizard: Wizard, tmp_path: Path) -> EvaluatePage:
    wizard.go(Step.EVALUATE)
    page = wizard.pages[Step.EVALUATE]
    assert isinstance(page, EvaluatePage)
    page.choose(labelled_folder(tmp_path / "pages", classes=("MI", "Normal")))
    rig.qtbot.waitUntil(lambda: page.go.isEnabled(), timeout=10_000)
    return page


def evaluated(rig: Rig, page: EvaluatePage) -> None:
    page.go.click()
    rig.qtbot.waitUntil(lambda: not page.evaluation.is_running, timeout=10_000)


def test_a_model_is_evaluated_on_the_chosen_pages(rig: Rig, evaluate: EvaluatePage, say: Say) -> None:
    asked = say(Progress("Reading pages", 1, 6), EVALUATED)
    evaluated(rig, evaluate)
    assert asked[0][:2] == ["evaluate", FAKE_MODEL.id]
    assert "Accuracy 0.500 on 6 pages, 95 % interval 0.200 to 0.800." in evaluate.message.text
    assert "Few pages." in evaluate.message.text
    view = evaluate.view
    assert view.isVisibleTo(evaluate)
    assert view.figures.summary.texts == [["Accuracy", "0.500  (0.400 – 0.600)"]]
    assert view.subgroups.texts == [["sex: F", "3", "0.500  (0.400 – 0.600)", "0.900", "yes"]]
    assert view.drift.texts == [["Not sure", "0.050", "0.400"]]
    assert view.mistakes.flow.itemAt(0).widget().path.is_file()
    assert view.left_out.text() == "MI/MI-2.png: The file is cut off."


def test_labels_of_other_names_are_given_a_meaning_first(
    rig: Rig, evaluate: EvaluatePage, tmp_path: Path, say: Say
) -> None:
    evaluate.choose(labelled_folder(tmp_path / "others", classes=("MI", "Flutter")))
    rig.qtbot.waitUntil(lambda: list(evaluate.meanings.boxes) == ["Flutter"])
    assert not evaluate.go.isEnabled()
    box = evaluate.meanings.boxes["Flutter"]
    box.setCurrentIndex(box.findData("AHB"))
    box.activated.emit(box.currentIndex())
    asked = say(EVALUATED)
    evaluated(rig, evaluate)
    assert asked[0][-2:] == ["--class", "Flutter=AHB"]


def test_a_result_of_another_version_still_tells_the_figure(
    rig: Rig, evaluate: EvaluatePage, say: Say
) -> None:
    say(Evaluated(6, 0.5, 0.2, 0.8, (), {}, {"of": "another version"}))
    evaluated(rig, evaluate)
    assert "Accuracy 0.500" in evaluate.message.text
    assert not evaluate.view.isVisibleTo(evaluate)


def test_a_refusal_and_cancelling_leave_the_page_ready(rig: Rig, evaluate: EvaluatePage, say: Say) -> None:
    say(Refused("pack", "The model is damaged.", "Import it again."), code=2)
    evaluated(rig, evaluate)
    assert evaluate.message.text == "The model is damaged. Import it again."
    say(Progress("Reading pages", 1, 6), wait_s=30)
    evaluate.go.click()
    rig.qtbot.waitUntil(lambda: "1 of 6" in evaluate.stage.text(), timeout=10_000)
    evaluate.cancel.click()
    assert "cancelled" in evaluate.message.text
    assert evaluate.go.isVisibleTo(evaluate)
    assert not evaluate.view.isVisibleTo(evaluate)


def test_recalibrating_makes_a_model_that_is_at_once_in_use(
    rig: Rig, evaluate: EvaluatePage, say: Say, tmp_path: Path
) -> None:
    say(EVALUATED)
    evaluated(rig, evaluate)
    box = evaluate.recalibrating
    assert box.table.texts == [["Calibration error (ECE)", *["0.500  (0.400 – 0.600)"] * 2]]
    box.name.setText("Ours, fitted")
    pack = tmp_path / "ours-fitted.ecgmodel"
    shutil.copy(PACK, pack)
    asked = say(Evaluated(6, 0.5, 0.2, 0.8, (), {"pack": str(pack)}, RESULT))
    box.make.click()
    rig.qtbot.waitUntil(lambda: "is saved and in use" in box.message.text, timeout=10_000)
    assert "--recalibrate" in asked[0]
    assert rig.services.models.chosen is not None
    assert rig.services.models.chosen.id == "ours-fitted"
