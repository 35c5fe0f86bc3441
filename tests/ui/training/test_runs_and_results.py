"""Old runs are listed, compared and handed on; figures, gaps and mistakes of one are shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel

from ecgdesk.core.run_events import Failed
from ecgdesk.ui.training.results_page import ResultsPage
from ecgdesk.ui.training.runs_page import RunsPage
from ecgdesk.ui.training.steps import Step
from ecgdesk.ui.training.wizard import Wizard
from tests.fakes.pages import write_page
from tests.fakes.run_events import started
from tests.fakes.training import labelled_folder, made_run, metrics
from tests.fakes.window import Rig
from tests.ui.training.conftest import runs_of


@pytest.fixture
def runs(rig: Rig, wizard: Wizard) -> RunsPage:
    made_run(runs_of(rig), "First", figures=metrics(0.75), epochs=2)
    made_run(runs_of(rig), "Second", figures=metrics(0.99, "as_published"), epochs=9, protocol="as published")
    made_run(runs_of(rig), "Third", events=(started(), Failed("The disk is full.", "Free some space.")))
    wizard.go(Step.RUNS)
    page = wizard.pages[Step.RUNS]
    assert isinstance(page, RunsPage)
    rig.qtbot.waitUntil(lambda: len(page.records) == 3, timeout=10_000)
    return page


def choose(page: RunsPage, *names: str) -> None:
    selection = page.table.selectionModel()
    selection.clearSelection()
    for row, record in enumerate(page.records):
        if any(name in record.name for name in names):
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            selection.select(page._rows.index(row, 0), flags)


def test_runs_are_listed_with_state_protocol_and_figure(runs: RunsPage) -> None:
    rows = [[runs._rows.item(row, column).text() for column in range(1, 5)] for row in range(3)]
    assert ["Finished", "page-resnet", "sound", "0.750  (0.650 – 0.850)"] in rows
    assert ["Finished", "page-resnet", "as published", "0.990  (0.890 – 1.000)"] in rows
    assert ["Failed", "page-resnet", "sound", "–"] in rows


def test_only_what_fits_the_choice_can_be_done(runs: RunsPage) -> None:
    choose(runs, "third")
    assert runs.resume.isEnabled()
    choose(runs, "first")
    assert not runs.resume.isEnabled()
    choose(runs, "first", "second")
    assert not runs.open.isEnabled()


def test_several_runs_stand_in_one_table_with_what_differs(runs: RunsPage) -> None:
    choose(runs, "first", "second")
    rows = {row[0]: row[1:] for row in runs.compared.texts}
    assert set(rows["Accuracy"]) == {"0.750  (0.650 – 0.850)", "0.990  (0.890 – 1.000)"}
    assert set(rows["Epochs"]) == {"2", "9"}
    assert set(rows["Protocol"]) == {"sound", "as published"}
    assert "Batch" not in rows  # the same in both


def test_a_run_is_handed_on_as_one_archive(rig: Rig, runs: RunsPage, tmp_path: Path) -> None:
    choose(runs, "first")
    runs.export_to(runs.chosen()[0], tmp_path / "first.zip")
    rig.qtbot.waitUntil(lambda: runs.message.text == "Saved as first.zip.", timeout=10_000)
    assert (tmp_path / "first.zip").is_file()


def test_an_archive_that_cannot_be_written_is_a_sentence(rig: Rig, runs: RunsPage, tmp_path: Path) -> None:
    choose(runs, "first")
    (tmp_path / "a file").touch()
    runs.export_to(runs.chosen()[0], tmp_path / "a file" / "first.zip")
    rig.qtbot.waitUntil(lambda: "could not be written" in runs.message.text, timeout=10_000)


def test_resuming_a_run_whose_pages_are_not_known_asks_for_them(runs: RunsPage) -> None:
    choose(runs, "third")
    runs.resume.click()
    assert "not known where the pages" in runs.message.text
    assert runs.message._step.text() == "Choose…"


def test_an_empty_list_says_how_to_begin(rig: Rig, wizard: Wizard) -> None:
    wizard.go(Step.RUNS)
    page = wizard.pages[Step.RUNS]
    assert isinstance(page, RunsPage)
    rig.qtbot.waitUntil(lambda: "Nothing was trained here yet" in page.message.text, timeout=10_000)


def results(rig: Rig, wizard: Wizard) -> ResultsPage:
    page = wizard.pages[Step.RESULTS]
    assert isinstance(page, ResultsPage)
    wizard.go(Step.RESULTS)
    rig.qtbot.waitUntil(lambda: bool(page.compared.texts), timeout=10_000)
    return page


def test_figures_stand_with_intervals_and_the_unsound_one_beside(rig: Rig, wizard: Wizard) -> None:
    wizard.follow(made_run(runs_of(rig), figures=metrics(0.75)))
    page = results(rig, wizard)
    assert page.figures.summary.texts[0] == ["Accuracy", "0.750  (0.650 – 0.850)"]
    assert [row[0] for row in page.figures.classes.texts] == ["Few", "Many"]
    assert page.compared.texts[0] == ["Accuracy", "0.750  (0.650 – 0.850)", "0.990  (0.890 – 1.000)"]
    assert page.shifts.texts == [["darker", "8", "0.750", "0.500"]]
    assert "none of them seen" in page.message.text


def test_a_run_as_published_is_called_not_honest(rig: Rig, wizard: Wizard) -> None:
    made_run(runs_of(rig), figures=metrics(0.75))
    wizard.follow(made_run(runs_of(rig), figures=metrics(0.99, "as_published"), protocol="as published"))
    page = results(rig, wizard)
    assert "not honest" in page.message.text
    assert page.compared.texts[0][1:] == ["0.990  (0.890 – 1.000)", "0.750  (0.650 – 0.850)"]


def test_mistakes_are_shown_with_the_heat_map_of_the_run(rig: Rig, wizard: Wizard, tmp_path: Path) -> None:
    data = labelled_folder(tmp_path / "pages")
    files = made_run(runs_of(rig), pages_at=data.parent, figures=metrics())
    drawn = files.mistake_map("Few", "Few-0.png")
    drawn.parent.mkdir(parents=True)
    write_page(drawn, width=120, height=80)
    wizard.follow(files)
    page = results(rig, wizard)
    shown = [page.mistakes.flow.itemAt(n).widget() for n in range(page.mistakes.flow.count())]
    assert [one.text() for one in shown] == ["Few\nsaid Many, 0.90", "Many\nsaid Few, 0.59"]
    assert shown[0].has_picture
    assert shown[0].path == data / "Few" / "Few-0.png"
    rig.qtbot.waitUntil(lambda: shown[1].has_picture, timeout=10_000)


def test_a_mistake_opens_its_page_in_the_window(rig: Rig, wizard: Wizard, tmp_path: Path) -> None:
    data = labelled_folder(tmp_path / "pages")
    wizard.follow(made_run(runs_of(rig), pages_at=data.parent, figures=metrics()))
    page = results(rig, wizard)
    page.mistakes.flow.itemAt(0).widget().click()
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None, timeout=10_000)
    assert rig.services.current.page.ref.path.name == "Few-0.png"


def test_damaged_figures_are_a_sentence(rig: Rig, wizard: Wizard) -> None:
    files = made_run(runs_of(rig), figures=metrics())
    files.metrics.write_text("{")
    wizard.follow(files)
    wizard.go(Step.RESULTS)
    page = wizard.pages[Step.RESULTS]
    assert isinstance(page, ResultsPage)
    rig.qtbot.waitUntil(lambda: "cannot be read" in page.message.text, timeout=10_000)
    assert not page.is_ready
