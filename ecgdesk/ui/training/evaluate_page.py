"""How good an installed model is on a clinic's own labelled pages."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.findings import Evaluated
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.evaluation import Evaluation, result_of
from ecgdesk.services.training.preview import DataPreview, pages_root
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icons import icon
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.evaluation_view import EvaluationView
from ecgdesk.ui.training.folder_page import FolderPage
from ecgdesk.ui.training.meanings import Meanings
from ecgdesk.ui.training.message import Message
from ecgdesk.ui.training.pages_chooser import PagesChooser
from ecgdesk.ui.training.pictures import Pictures
from ecgdesk.ui.training.progress_line import ProgressLine
from ecgdesk.ui.training.recalibrating import Recalibrating


class EvaluatePage(FolderPage):
    """Runs `ecgdesk evaluate` as a process and shows what it found."""

    def __init__(self, services: Services, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("How good is a model on your pages?"))
        self.setAccessibleName(self.title.text())
        self.lead.setText(
            self.tr(
                "Choose a model and pages whose classes you know, such as pages of your own recorder. You "
                "see how often it is right on them, and how far they are from the pages it learned from."
            )
        )
        self._services, self._evaluation = services, Evaluation(self)
        self.model, self.chooser = QComboBox(self), PagesChooser(services, self)
        self.go, self.cancel = QPushButton(self.tr("Evaluate"), self), QPushButton(self)
        self._line = ProgressLine(self.tr("Progress of the evaluation"), self)
        self.bar, self.stage, self.message = self._line.bar, self._line.stage, Message(self)
        self.view, self.meanings = EvaluationView(pictures, self), Meanings(self)
        self.recalibrating = Recalibrating(services, self)
        self._lay_out()
        self._connect()
        self._show_models()
        self._show_running(False)

    @property
    def evaluation(self) -> Evaluation:
        """The work beside the window."""
        return self._evaluation

    def choose(self, source: Path) -> None:
        """Look at a folder or list in the background."""
        self.chooser.choose(source)

    def stop(self) -> None:
        """End an evaluation that is at work."""
        self._evaluation.cancel()
        self.recalibrating.stop()

    def _lay_out(self) -> None:
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setMinimumWidth(space(30))
        self.cancel.setIcon(icon("cancel"))
        self.cancel.setText(self.tr("Cancel"))
        self.go.setDefault(True)
        label, row, foot = QLabel(self.tr("Model"), self), QHBoxLayout(), QHBoxLayout()
        label.setBuddy(self.model)
        for layout, parts in ((row, (label, self.model)), (foot, (self.go, self.cancel))):
            layout.setSpacing(space())
            for part in parts:
                layout.addWidget(part)
            layout.addStretch(1)
        self.add_layout(row)
        self.add(self.chooser)
        self.add(self.meanings)
        self.add_layout(foot)
        for widget in (self.bar, self.stage, self.message, self.view, self.recalibrating):
            self.add(widget)
        for hidden in (self.view, self.recalibrating, self.meanings):
            hidden.hide()

    def _connect(self) -> None:
        self.go.clicked.connect(self._on_go)
        self.cancel.clicked.connect(self._evaluation.cancel)
        self.chooser.looked.connect(self._on_looked)
        self.model.activated.connect(lambda _: self._on_other_model())
        self._services.models.changed.connect(self._show_models)
        self.meanings.changed.connect(self._judge)
        self.view.page_wanted.connect(lambda path: self._services.opener.open([path], remember=False))
        self._evaluation.begun.connect(self._on_begun)
        self._evaluation.progressed.connect(self._line.show_progress)
        self._evaluation.evaluated.connect(self._on_evaluated)
        self._evaluation.failed.connect(self._on_failed)

    def _show_models(self) -> None:
        models, wanted = self._services.models, self.model.currentData()
        self.model.clear()
        for choice in models.choices:
            self.model.addItem(choice.name, choice.id)
        chosen = models.chosen
        index = self.model.findData(wanted)
        if index < 0 and chosen is not None:
            index = self.model.findData(chosen.id)
        self.model.setCurrentIndex(index)
        self._judge()

    def _on_other_model(self) -> None:
        self.view.hide()
        self.recalibrating.hide()
        self.message.clear()
        self._judge()

    def _on_looked(self, found: DataPreview) -> None:
        if found.missing:
            text = self.tr("{n} files of the list are not there. Check the folder of the pages.")
            self.chooser.message.say(text.format(n=len(found.missing)), Tone.ERROR)
        self._on_other_model()

    def _judge(self) -> None:
        pages = self.chooser.preview
        known = self._classes()
        unknown = [name for name in pages.per_class if name not in known] if pages and known else []
        self.meanings.ask(unknown, known)
        ready = pages is not None and not pages.missing and self.model.currentIndex() >= 0
        self.go.setEnabled(ready and self.meanings.is_whole)

    def _classes(self) -> dict[str, str]:
        wanted = self.model.currentData()
        return next((dict(one.classes) for one in self._services.models.choices if one.id == wanted), {})

    def _on_go(self) -> None:
        if self.chooser.preview is not None:
            wanted = str(self.model.currentData())
            self._evaluation.run(wanted, self.chooser.preview, self.meanings.chosen)

    def _on_begun(self) -> None:
        self._on_other_model()
        self._line.begin()
        self._show_running(True)

    def _on_failed(self, error: EcgdeskError) -> None:
        self._show_running(False)
        self.message.show_error(error)

    def _on_evaluated(self, found: Evaluated | None) -> None:
        self._show_running(False)
        if found is None:
            if not self.message.text:
                self.message.say(self.tr("The evaluation was cancelled."), Tone.CAUTION)
            return
        words = self.tr("Accuracy {accuracy} on {n} pages, 95 % interval {low} to {high}.")
        text = words.format(
            accuracy=f"{found.accuracy:.3f}", n=found.pages, low=f"{found.low:.3f}", high=f"{found.high:.3f}"
        )
        lines = [text, *(said(warning) for warning in found.warnings)]
        self.message.say("\n".join(lines), Tone.CAUTION if found.warnings else Tone.INFO)
        result, pages = result_of(found), self.chooser.preview
        if result is not None and pages is not None:
            self.view.show_result(result, pages_root(pages))
            self.view.show()
            self.recalibrating.offer(str(self.model.currentData()), result, pages, self.meanings.chosen)

    def _show_running(self, running: bool) -> None:
        for part in (self.bar, self.cancel, self.stage):
            part.setVisible(running)
        self.go.setVisible(not running)
