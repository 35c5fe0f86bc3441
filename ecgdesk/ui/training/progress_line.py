"""How far a process beside the window is: a bar, and its stage in words."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from ecgdesk.core.findings import Progress
from ecgdesk.ui.i18n import said
from ecgdesk.ui.text import sentence_case, small


class ProgressLine:
    """The two widgets of a page that tell how far its work is; the page lays them out."""

    def __init__(self, name: str, page: QWidget) -> None:
        self.bar: QProgressBar = QProgressBar(page)
        self.stage: QLabel = small("", page)
        self.bar.setAccessibleName(name)

    def begin(self) -> None:
        """Say that work begins, nobody knows yet how much."""
        self.bar.setRange(0, 0)
        self.stage.setText(QCoreApplication.translate("ProgressLine", "Getting ready…"))

    def show_progress(self, progress: Progress) -> None:
        """Say how much is done."""
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        words = QCoreApplication.translate("ProgressLine", "{stage}: {done} of {total}")
        stage = sentence_case(said(progress.stage))
        self.stage.setText(words.format(stage=stage, done=progress.done, total=progress.total))
