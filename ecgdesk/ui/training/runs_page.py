"""All runs: open one, compare several in one table, resume, export, discard."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.core.run_history import RunRecord, RunState
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.export import export_run
from ecgdesk.services.training.results import Value
from ecgdesk.services.training.runs import TrainingRuns
from ecgdesk.ui.icons import icon
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import heading
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.compare import comparison_rows
from ecgdesk.ui.training.figure_table import FigureTable, aligned, value_words
from ecgdesk.ui.training.message import Message
from ecgdesk.ui.training.page import WizardPage
from ecgdesk.ui.training.run_controls import confirm_discard
from ecgdesk.ui.training.state_words import state_sign

_RESUMABLE = (RunState.PAUSED, RunState.STOPPED, RunState.FAILED, RunState.INTERRUPTED)
NAME, STATE, NETWORK, PROTOCOL, ACCURACY = range(5)


class RunsPage(WizardPage):
    """A table of runs, the newest first; several rows can be chosen to compare them."""

    run_wanted = Signal(object)
    """The RunRecord of a run to open."""

    def __init__(self, services: Services, runs: TrainingRuns, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("Training runs"))
        self.setAccessibleName(self.title.text())
        self.lead.setText(self.tr("Choose several rows to compare them."))
        self._services, self._runs = services, runs
        self._records: tuple[RunRecord, ...] = ()
        self.message = Message(self)
        self._rows, self.table = QStandardItemModel(self), QTableView(self)
        self.compared = FigureTable(self.tr("Runs compared"), self)
        self._heading = heading(self.tr("Compared"), self)
        self.open = QPushButton(icon("open"), self.tr("Open"), self)
        self.resume = QPushButton(icon("play"), self.tr("Resume"), self)
        self.export = QPushButton(icon("save"), self.tr("Export…"), self)
        self.discard = QPushButton(icon("trash"), self.tr("Discard…"), self)
        self._lay_out()
        self._connect()

    @property
    def records(self) -> tuple[RunRecord, ...]:
        """The runs in the table."""
        return self._records

    def enter(self) -> None:
        """Read the runs anew."""
        self._runs.list(self._on_listed)

    def chosen(self) -> list[RunRecord]:
        """The runs whose rows are chosen."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [record for row, record in enumerate(self._records) if row in rows]

    def _lay_out(self) -> None:
        self.table.setModel(self._rows)
        self.table.setAccessibleName(self.title.text())
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(space(3.75))
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setMinimumHeight(space(26))
        row = QHBoxLayout()
        row.setSpacing(space())
        for button in (self.open, self.resume, self.export, self.discard):
            row.addWidget(button)
        row.addStretch(1)
        self.add(self.message)
        self.add(self.table, 1)
        self.add_layout(row)
        self.add(self._heading)
        self.add(self.compared)
        self._on_selection()

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.table.doubleClicked.connect(lambda _: self._on_open())
        self.open.clicked.connect(self._on_open)
        self.resume.clicked.connect(self._on_resume)
        self.export.clicked.connect(self._on_export)
        self.discard.clicked.connect(self._on_discard)
        # A method of this page, not a lambda: the connection ends with the page, and the runs live on.
        self._runs.changed.connect(self._on_runs_changed)
        self._runs.failed.connect(self.message.show_error)

    def _on_runs_changed(self) -> None:
        if self.isVisible():
            self.enter()

    def _on_listed(self, records: Sequence[RunRecord]) -> None:
        self._records = tuple(records)
        self._rows.clear()
        heads = (self.tr("Run"), self.tr("State"), self.tr("Network"), self.tr("Protocol"))
        self._rows.setHorizontalHeaderLabels([*heads, self.tr("Accuracy")])
        for record in records:
            self._rows.appendRow(self._row(record))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(aligned(as_number=False))
        self._rows.horizontalHeaderItem(ACCURACY).setTextAlignment(aligned(as_number=True))
        if records:
            self.message.clear()
            self.table.selectRow(0)
        else:
            self.message.say(self.tr("Nothing was trained here yet. Begin with Data."))
        self._on_selection()

    def _row(self, record: RunRecord) -> list[QStandardItem]:
        recipe, sign = record.recipe, state_sign(record.state)
        state = QStandardItem(icon(sign.icon, sign.role), sign.word)
        state.setToolTip(record.problem)
        protocol = (
            self.tr("sound") if recipe is None or not recipe.is_as_published else self.tr("as published")
        )
        accuracy = QStandardItem(_accuracy(record))
        accuracy.setTextAlignment(aligned(as_number=True))
        name = QStandardItem(record.name)
        name.setToolTip(record.name)
        network = QStandardItem("" if recipe is None else recipe.model.architecture)
        return [name, state, network, QStandardItem(protocol), accuracy]

    def _on_selection(self) -> None:
        chosen = self.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        self.open.setEnabled(one is not None)
        self.export.setEnabled(one is not None)
        self.discard.setEnabled(one is not None)
        self.resume.setEnabled(one is not None and one.state in _RESUMABLE)
        several = len(chosen) > 1
        self._heading.setVisible(several)
        self.compared.setVisible(several)
        if several:
            self.compared.show_rows(*comparison_rows(chosen))

    def _on_open(self) -> None:
        for record in self.chosen()[:1]:
            self.run_wanted.emit(record)

    def _on_resume(self) -> None:
        for record in self.chosen()[:1]:
            self._resume(record.files)

    def _resume(self, files: RunFiles, data: Path | None = None) -> None:
        try:
            self._runs.resume(files, data)
        except EcgdeskError as error:
            self.message.say(str(error), Tone.ERROR, self.tr("Choose…"), lambda: self._on_choose_data(files))

    def _on_choose_data(self, files: RunFiles) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("The folder that the recipe's paths begin at"))
        if name:
            self._resume(files, Path(name))

    def _on_export(self) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        record = chosen[0]
        kinds = self.tr("Archives (*.zip)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export the run"), f"{record.name}.zip", kinds)
        if name:
            self.export_to(record, Path(name))

    def export_to(self, record: RunRecord, target: Path) -> None:
        """Write a run's figures, report, recipe and model into one archive."""
        words = self.tr("Saved as {name}.").format(name=target.name)
        self._services.jobs.submit(
            lambda: export_run(record.files, target), lambda _: self.message.say(words),
            self.message.show_error,
        )  # fmt: skip

    def _on_discard(self) -> None:
        for record in self.chosen()[:1]:
            if confirm_discard(self, record.name):
                self._runs.discard(record.files)


def _accuracy(record: RunRecord) -> str:
    if record.accuracy is None:
        return "–"
    low, high = record.interval or (None, None)
    return value_words(Value(record.accuracy, low, high))
