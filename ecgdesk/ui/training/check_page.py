"""What the data doctor says of the pages, before anything is trained on them."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.findings import Examined, Finding, Severity
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.doctor import Doctor
from ecgdesk.services.training.draft import Draft
from ecgdesk.ui.icons import icon
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.finding_card import FindingCard
from ecgdesk.ui.training.message import Message
from ecgdesk.ui.training.page import WizardPage
from ecgdesk.ui.training.pictures import Pictures
from ecgdesk.ui.training.progress_line import ProgressLine

OVERRIDE = "split.override"
_WEIGHT = {Severity.BLOCKS: 0, Severity.WARNS: 1, Severity.NOTES: 2}


class CheckPage(WizardPage):
    """Runs the doctor as a process; findings appear as they come, the gravest first."""

    def __init__(
        self,
        services: Services,
        draft: Draft,
        doctor: Doctor,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("Are these pages sound?"))
        self.setAccessibleName(self.title.text())
        self.lead.setText(
            self.tr(
                "The check looks for copies, pages of another kind, groups that cross a split, and anything "
                "beside the tracing that gives the class away. Your files are never changed."
            )
        )
        self._services, self._draft, self._doctor, self._pictures = services, draft, doctor, pictures
        self.cards: list[FindingCard] = []
        self.message = Message(self)
        self._line = ProgressLine(self.tr("Progress of the check"), self)
        self.bar, self.stage = self._line.bar, self._line.stage
        self.cancel = QPushButton(icon("cancel"), self.tr("Cancel"), self)
        self.again = QPushButton(icon("reset"), self.tr("Check again"), self)
        self.anyway, self.reason = QWidget(self), QLineEdit(self)
        self._list = QVBoxLayout()
        self._lay_out()
        self.cancel.clicked.connect(doctor.cancel)
        self.again.clicked.connect(doctor.run)
        self.reason.textChanged.connect(self._on_reason)
        doctor.begun.connect(self._on_begun)
        doctor.progressed.connect(self._line.show_progress)
        doctor.found.connect(self._on_found)
        doctor.examined.connect(self._on_examined)
        doctor.failed.connect(self._on_failed)

    def enter(self) -> None:
        """Check the pages unless they were checked."""
        if not self._doctor.is_up_to_date:
            self._doctor.run()

    def stop(self) -> None:
        """End a check that is at work."""
        self._doctor.cancel()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(space())
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.again)
        row.addStretch(0)
        self.add_layout(row)
        self.add(self.stage)
        self.add(self.message)
        self._list.setSpacing(space(1.5))
        self.add_layout(self._list)
        inside = QVBoxLayout(self.anyway)
        inside.setContentsMargins(0, space(), 0, 0)
        inside.setSpacing(space())
        inside.addWidget(heading(self.tr("Train all the same"), self.anyway))
        inside.addWidget(
            prose(
                self.tr("Say why. The reason is written into the model's card, beside every figure."),
                self.anyway,
            )
        )
        self.reason.setAccessibleName(self.tr("Reason for training all the same"))
        self.reason.setPlaceholderText(self.tr("For example: to repeat a published figure"))
        inside.addWidget(self.reason)
        self.add(self.anyway)
        self.anyway.hide()

    def _on_begun(self) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards.clear()
        self.message.clear()
        self._line.begin()
        self._show_running(True)
        self.set_ready(False)

    def _on_found(self, finding: Finding) -> None:
        card = FindingCard(finding, self._doctor.root, self._pictures, self)
        card.remedy_toggled.connect(lambda *_: self._on_remedies())
        card.page_wanted.connect(lambda path: self._services.opener.open([path], remember=False))
        lighter = [c for c in self.cards if _WEIGHT[c.finding.severity] > _WEIGHT[finding.severity]]
        place = self.cards.index(lighter[0]) if lighter else len(self.cards)
        self.cards.insert(place, card)
        self._list.insertWidget(place, card)

    def _on_examined(self, result: Examined | None) -> None:
        self._show_running(False)
        if result is None:
            self.stage.clear()
            if not self.message.text:
                self.message.say(self.tr("The check was cancelled. Check again to go on."), Tone.CAUTION)
            return
        words = self.tr("{files} files, {readable} readable, {distinct} distinct pages")
        self.stage.setText(
            words.format(files=result.files, readable=result.readable, distinct=result.distinct)
        )
        self._judge()

    def _on_failed(self, error: EcgdeskError) -> None:
        self._show_running(False)
        self.message.show_error(error)
        # A doctor that cannot look must not stand in the way for ever: saying why lets one go on.
        self.anyway.show()
        self._on_reason(self.reason.text())

    def _on_remedies(self) -> None:
        self._doctor.apply([remedy for card in self.cards for remedy in card.chosen])
        self._judge()

    def _on_reason(self, text: str) -> None:
        self._draft.set(OVERRIDE, text.strip())
        if self._doctor.result is not None:
            self._judge()
        else:
            self.set_ready(bool(text.strip()) and not self._doctor.is_running)

    def _judge(self) -> None:
        open_ = [card for card in self.cards if not card.is_settled]
        self.anyway.setVisible(bool(open_))
        if open_:
            one = self.tr("One finding would make every figure wrong. Choose a remedy for it.")
            more = self.tr("{n} findings would make every figure wrong. Choose a remedy for each.")
            self.message.say(one if len(open_) == 1 else more.format(n=len(open_)), Tone.ERROR)
        elif not self.cards:
            self.message.say(self.tr("Nothing stands in the way of a sound training."))
        else:
            self.message.say(self.tr("Nothing is left that would make the figures wrong."))
        self.set_ready(not open_ or bool(self.reason.text().strip()))

    def _show_running(self, running: bool) -> None:
        for part in (self.bar, self.cancel):
            part.setVisible(running)
        self.again.setVisible(not running)
