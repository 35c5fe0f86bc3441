"""What a run found: figures with their intervals, calibration, what unsound splits would say, mistakes."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.mistakes import Mistake, worst_mistakes
from ecgdesk.services.training.results import RunResults, read_results
from ecgdesk.services.training.twins import Twin, twins_of
from ecgdesk.ui.icons import icon
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.figure_table import FigureTable, value_words
from ecgdesk.ui.training.figure_words import figure_name
from ecgdesk.ui.training.figures_view import FiguresView
from ecgdesk.ui.training.gallery import Gallery
from ecgdesk.ui.training.message import Message
from ecgdesk.ui.training.page import WizardPage
from ecgdesk.ui.training.pictures import Pictures
from ecgdesk.ui.wording import probability

_COMPARED = ("accuracy", "macro_f1", "auroc", "ece")


class ResultsPage(WizardPage):
    """The figures of one run; read from its folder each time it is shown."""

    def __init__(self, services: Services, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("Results"))
        self.setAccessibleName(self.title.text())
        self._services = services
        self._files: RunFiles | None = None
        self.message = Message(self)
        self.figures = FiguresView(self)
        self.compared = FigureTable(self.tr("Sound and unsound figures"), self)
        self.shifts = FigureTable(self.tr("Changed pages"), self)
        self.mistakes = Gallery(pictures, self)
        self.mistakes.page_wanted.connect(lambda path: services.opener.open([path], remember=False))
        self._gap, self._none = prose("", self), prose("", self)
        self._lay_out()

    def show_run(self, files: RunFiles) -> None:
        """Show a run's figures."""
        self._files = files
        self.lead.setText(files.path.name)
        jobs = self._services.jobs
        jobs.submit(lambda: _read(files), lambda found: self._on_read(files, *found), self._on_failed)

    def _lay_out(self) -> None:
        self.add(self.message)
        row = QHBoxLayout()
        report = QPushButton(icon("report"), self.tr("Open the whole report"), self)
        folder = QPushButton(icon("folder"), self.tr("Open the run's folder"), self)
        report.clicked.connect(lambda: self._open("report.html"))
        folder.clicked.connect(lambda: self._open(""))
        row.setSpacing(space())
        row.addWidget(report)
        row.addWidget(folder)
        row.addStretch(1)
        self.add(self.figures)
        self.add_heading(self.tr("Sound beside unsound"))
        self.add(self._gap)
        self.add(self.compared)
        self._shift_heading = heading(self.tr("Pages that were changed"), self)
        self.add(self._shift_heading)
        self.add(self.shifts)
        self.add_heading(self.tr("Most confident mistakes"))
        self.add(self._none)
        self.add(self.mistakes)
        self.add_layout(row)

    def _on_read(
        self, files: RunFiles, results: RunResults, mistakes: tuple[Mistake, ...], twins: tuple[Twin, ...]
    ) -> None:
        if files is not self._files:
            return
        self._say_protocol(results)
        self._show_figures(results)
        self._show_gap(results, twins)
        self._show_mistakes(mistakes)
        self.set_ready(files.pack.is_file())

    def _on_failed(self, error: EcgdeskError) -> None:
        self.message.show_error(error)
        self.set_ready(False)

    def _say_protocol(self, results: RunResults) -> None:
        if results.is_honest:
            words = self.tr("{n} pages, none of them seen by the network that judged it.")
            self.message.say(words.format(n=results.pages))
        else:
            words = self.tr("These are not honest figures: they follow the paper, copies and all.")
            self.message.say(words, Tone.CAUTION)

    def _show_figures(self, results: RunResults) -> None:
        words = self.tr("Calibrated with temperature {t}. {protocol}")
        protocol = results.protocol and f"{results.protocol}."
        remark = words.format(t=f"{results.temperature:.2f}", protocol=protocol).strip()
        self.figures.show_figures(results.main, results.reliability, remark)
        self._show_shifts(results)

    def _show_shifts(self, results: RunResults) -> None:
        for part in (self._shift_heading, self.shifts):
            part.setVisible(bool(results.shifts))
        heads = (self.tr("Change"), self.tr("Pages"), self.tr("Unchanged"), self.tr("Changed"))
        self.shifts.show_rows(
            heads,
            [(s.name, str(s.pages), f"{s.unchanged:.3f}", f"{s.accuracy:.3f}") for s in results.shifts],
        )

    def _show_gap(self, results: RunResults, twins: Sequence[Twin]) -> None:
        columns: list[tuple[str, dict[str, str]]] = [
            (
                self.tr("This run, sound") if results.is_honest else self.tr("This run, as published"),
                {key: value_words(results.summary.get(key)) for key in _COMPARED},
            )
        ]
        if results.file_level:
            values = {key: value_words(results.file_level.get(key)) for key in _COMPARED}
            columns.append((self.tr("Split by file, unsound"), values))
        for twin in twins:
            values = {key: value_words(twin.results.summary.get(key)) for key in _COMPARED}
            name = self.tr("{run}, sound") if twin.results.is_honest else self.tr("{run}, as published")
            columns.append((name.format(run=twin.name), values))
        heads = (self.tr("Figure"), *(name for name, _ in columns))
        rows = [(figure_name(key), *(values[key] for _, values in columns)) for key in _COMPARED]
        baseline = [(f"{name}", f"{value:.3f}") for name, value in results.baselines.items()]
        rows += [
            (self.tr("Baseline: {name}").format(name=name), value, *("–" for _ in columns[1:]))
            for name, value in baseline
        ]
        self.compared.show_rows(heads, rows)
        self._gap.setText(self._gap_words(len(columns)))

    def _gap_words(self, columns: int) -> str:
        if columns > 1:
            return self.tr("Unsound figures are shown so that they can be told apart, never to be believed.")
        return self.tr(
            "Only this run is here. Train the same recipe by the other protocol to see both side by side."
        )

    def _show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        words = self.tr("{true}\nsaid {guess}, {p}")
        shown = [
            (m.picture, words.format(true=m.label, guess=m.predicted, p=probability(m.probability)), m)
            for m in mistakes
            if m.picture or m.heat_map
        ]
        self.mistakes.show_pictures((path, text, m.heat_map) for path, text, m in shown)
        self._none.setText(self._mistake_words(mistakes, bool(shown)))

    def _mistake_words(self, mistakes: Sequence[Mistake], any_shown: bool) -> str:
        if not mistakes:
            return self.tr("There are none.")
        if not any_shown:
            return self.tr("Their pages are not where they were.")
        if any(m.heat_map for m in mistakes):
            return self.tr(
                "Each as the network that made the mistake saw it, with the places that spoke for its "
                "answer. Click one to look at the page."
            )
        return self.tr("Click one to look at the page.")

    def _open(self, name: str) -> None:
        if self._files is not None:
            target = self._files.path / name if name else self._files.path
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))


def _read(files: RunFiles) -> tuple[RunResults, tuple[Mistake, ...], tuple[Twin, ...]]:
    results = read_results(files)
    return results, worst_mistakes(files, results.temperature), twins_of(files)
