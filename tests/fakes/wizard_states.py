"""Every page of the wizard with something on it, to be drawn and looked at."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ecgdesk.core.findings import Examined, Finding, FindingCode, Remedy, RemedyKind, Severity
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.services.training.launching import Launch, keep_launch
from ecgdesk.ui.training.data_page import DataPage
from ecgdesk.ui.training.evaluate_page import EvaluatePage
from ecgdesk.ui.training.results_page import ResultsPage
from ecgdesk.ui.training.runs_page import RunsPage
from ecgdesk.ui.training.save_page import SavePage
from ecgdesk.ui.training.steps import Step
from ecgdesk.ui.training.wizard import Wizard
from tests.conftest import ROOT
from tests.fakes.evaluations import MEASURED
from tests.fakes.run_events import epoch, started
from tests.fakes.training import labelled_folder, labelled_list, made_run, metrics
from tests.fakes.window import Rig

Make = Callable[..., Rig]
State = tuple[Rig, QWidget, str]
PACK = ROOT / "resources" / "models" / "cardiac-4.ecgmodel"

COPIES = Finding(
    FindingCode.COPIES, Severity.BLOCKS, 12, "12 files are byte copies of others: 40 files hold 28 pages.",
    ("Few/Few-0.png", "Few/Few-1.png"),
    (Remedy(RemedyKind.LEAVE_OUT, "Keep one of each", "The list leaves out all copies but one."),),
)  # fmt: skip
IMBALANCE = Finding(
    FindingCode.IMBALANCE, Severity.WARNS, 3.2, "Many has 30 pages and Few 9: figures of Few are uncertain.",
    remedies=(Remedy(RemedyKind.RECIPE, "Show rare classes more often", "Oversamples training pages."),),
)  # fmt: skip


def opened(make: Make) -> tuple[Rig, Wizard]:
    rig = make()
    rig.window.actions_["train"].trigger()
    rig.qtbot.waitUntil(lambda: rig.window.training.wizard is not None, timeout=30_000)
    wizard = rig.window.training.wizard
    assert wizard is not None
    return rig, wizard


def with_run(make: Make, folder: Path, **changes: object) -> tuple[Rig, Wizard, RunFiles]:
    rig, wizard = opened(make)
    labelled_folder(folder / "pages")
    given = {"figures": metrics(), "pages_at": folder} | changes
    files = made_run(rig.services.training.runs_folder, "Two classes", **given)  # type: ignore[arg-type]
    wizard.follow(files)
    return rig, wizard, files


def wizard_before_data(make: Make, folder: Path) -> State:
    rig, wizard = opened(make)
    wizard.go(Step.DATA)
    return rig, rig.window, "Drop a folder or a CSV list here"


def wizard_data(make: Make, folder: Path) -> State:
    rig, wizard = opened(make)
    page = wizard.pages[Step.DATA]
    assert isinstance(page, DataPage)
    page.choose(labelled_list(folder / "data"))
    rig.qtbot.waitUntil(lambda: page.is_ready)
    rig.qtbot.wait(50)
    return rig, rig.window, "Patient or date"


def wizard_check(make: Make, folder: Path) -> State:
    rig, wizard = opened(make)
    wizard.go(Step.CHECK)
    doctor = wizard.doctor
    doctor.root = labelled_folder(folder / "pages")
    doctor.begun.emit()
    for finding in (COPIES, IMBALANCE):
        doctor.found.emit(finding)
    doctor.result = Examined(40, 40, 28, {"Few": 9, "Many": 31}, 1, 2)
    doctor.examined.emit(doctor.result)
    return rig, rig.window, "Keep one of each"


def wizard_network(make: Make, folder: Path) -> State:
    rig, wizard = opened(make)
    wizard.draft.use_network("resnet50")
    wizard.go(Step.NETWORK)
    return rig, rig.window, "Which network?"


def wizard_recipe(make: Make, folder: Path) -> State:
    rig, wizard = opened(make)
    wizard.draft.set("epochs", 0)
    wizard.go(Step.RECIPE)
    return rig, rig.window, "Must be 1 or more."


def wizard_run(make: Make, folder: Path) -> State:
    events = (started(), *epoch("fold 1", 1), *epoch("fold 1", 2))
    rig, wizard, files = with_run(make, folder, events=events, figures=None)
    keep_launch(files, Launch(str(folder), pid=2**22 + 1, born=1.0))
    (files.path / "process.log").write_text("MemoryError: no more\n")
    wizard.go(Step.RUN)
    return rig, rig.window, "Interrupted"


def wizard_results(make: Make, folder: Path) -> State:
    rig, wizard, _ = with_run(make, folder)
    wizard.go(Step.RESULTS)
    page = wizard.pages[Step.RESULTS]
    assert isinstance(page, ResultsPage)
    rig.qtbot.waitUntil(lambda: bool(page.compared.texts), timeout=10_000)
    return rig, rig.window, "Most confident mistakes"


def wizard_save(make: Make, folder: Path) -> State:
    rig, wizard, files = with_run(make, folder)
    shutil.copy(PACK, files.pack)
    wizard.go(Step.SAVE)
    page = wizard.pages[Step.SAVE]
    assert isinstance(page, SavePage)
    rig.qtbot.waitUntil(lambda: page.save.isEnabled(), timeout=10_000)
    return rig, rig.window, "What the card says"


def wizard_runs(make: Make, folder: Path) -> State:
    rig, wizard, _ = with_run(make, folder)
    made_run(rig.services.training.runs_folder, "Another", figures=metrics(0.5), epochs=9)
    wizard.go(Step.RUNS)
    page = wizard.pages[Step.RUNS]
    assert isinstance(page, RunsPage)
    rig.qtbot.waitUntil(lambda: len(page.records) == 2, timeout=10_000)
    page.table.selectAll()
    return rig, rig.window, "Compared"


def wizard_evaluate(make: Make, folder: Path) -> State:
    rig, wizard = opened(make)
    wizard.go(Step.EVALUATE)
    page = wizard.pages[Step.EVALUATE]
    assert isinstance(page, EvaluatePage)
    page.choose(labelled_folder(folder / "pages", classes=("MI", "Flutter")))
    rig.qtbot.waitUntil(lambda: bool(page.meanings.boxes))
    page.view.show_result(MEASURED, folder / "pages")
    page.view.show()
    assert page.chooser.preview is not None
    page.recalibrating.offer("fake-1", MEASURED, page.chooser.preview, {})
    return rig, rig.window, "Recalibrate"


WIZARD_STATES = [
    wizard_before_data, wizard_data, wizard_check, wizard_network, wizard_recipe, wizard_run, wizard_results,
    wizard_save, wizard_runs, wizard_evaluate,
]  # fmt: skip
