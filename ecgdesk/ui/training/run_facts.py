"""What one wants to know at a glance: how long still, how fast, how much memory."""

from PySide6.QtWidgets import QLabel, QWidget

from ecgdesk.core.run_history import RunState
from ecgdesk.services.training.progress import RunProgress
from ecgdesk.ui.flow import Flow
from ecgdesk.ui.text import small
from ecgdesk.ui.theme import space, tabular
from ecgdesk.ui.training.spans import span


class RunFacts(Flow):
    """Short facts in a row that wraps; what is not known is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(space(3), parent)
        self._labels: list[QLabel] = []

    @property
    def texts(self) -> list[str]:
        """What is shown."""
        return [label.text() for label in self._labels if not label.isHidden()]

    def show_progress(self, progress: RunProgress, state: RunState) -> None:
        """Show what is known of a run."""
        facts = self._facts(progress, state)
        while len(self._labels) < len(facts):
            label = small("", self)
            label.setFont(tabular(label.font()))
            self._labels.append(label)
            self.flow.addWidget(label)
        for number, label in enumerate(self._labels):
            label.setVisible(number < len(facts))
            if number < len(facts):
                label.setText(facts[number])
        self.flow.invalidate()

    def _facts(self, progress: RunProgress, state: RunState) -> list[str]:
        facts = []
        if progress.started is not None:
            words = self.tr("{n} pages, {classes} classes")
            facts.append(words.format(n=progress.started.pages, classes=len(progress.started.classes)))
            facts.append(self.tr("{n} % done").format(n=round(100 * progress.share_done)))
        if state is RunState.RUNNING:
            facts += self._while_running(progress)
        if progress.views_per_second:
            speed = self.tr("{n} images a second").format(n=f"{progress.views_per_second:.0f}")
            facts.append(speed)
        if progress.device_memory_mb:
            facts.append(self.tr("{n} MB on the graphics card").format(n=f"{progress.device_memory_mb:.0f}"))
        if progress.started is not None and progress.started.device:
            facts.append(self.tr("on {device}").format(device=progress.started.device))
        return facts

    def _while_running(self, progress: RunProgress) -> list[str]:
        if progress.started is None:
            return [self.tr("Getting ready: libraries are loaded and pages are read.")]
        if progress.share_done >= 1:
            return [self.tr("Figures and the report are being made.")]
        left = progress.seconds_left
        if left is None:
            return [self.tr("time left is known after the first epoch")]
        return [self.tr("{time} left").format(time=span(left))]
