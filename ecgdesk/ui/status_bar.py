"""The foot of the window: which page, how the batch goes, where the pointer is, what computes."""

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from ecgdesk.services.batch import Progress
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.theme import space, tabular
from ecgdesk.ui.wording import step_words, time_left

BAR_WIDTH_PX = 160


class StatusBar(QStatusBar):
    """Labels and a progress bar; knows no service."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._page, self._running = QLabel(self), QLabel(self)
        self._cursor, self._place, self._zoom = QLabel(self), QLabel(self), QLabel(self)
        self._count = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR_WIDTH_PX)
        self._bar.setAccessibleName(self.tr("Progress of the batch"))
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setToolTip(actions["cancel"].toolTip())
        self._cancel.clicked.connect(actions["cancel"].trigger)
        self._lay_out()
        self.show_progress(None)

    def show_page(self, title: str, number: int, total: int) -> None:
        """Name the shown page and its place."""
        self._page.setText(title)
        self._place.setText(f"{number}/{total}" if total else "")

    def show_cursor(self, place: QPointF | None) -> None:
        """Say where on the page the pointer is."""
        self._cursor.setText(
            "" if place is None else self.tr("{x}, {y} px").format(x=int(place.x()), y=int(place.y()))
        )

    def show_place(self, words: str) -> None:
        """Say it in the words of a grid that is known."""
        self._cursor.setText(words)

    def show_zoom(self, zoom: float | None) -> None:
        """Say how large the page is shown."""
        self._zoom.setText("" if zoom is None else self.tr("{n} %").format(n=round(100 * zoom)))

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far a batch is; None takes it away."""
        for part in (self._bar, self._count, self._cancel):
            part.setVisible(progress is not None)
        self._show_running(progress)
        if progress is None:
            return
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        words = self.tr("{done} of {total}").format(done=progress.done, total=progress.total)
        if progress.seconds_left is not None and progress.done < progress.total:
            words += " · " + time_left(progress.seconds_left)
        self._count.setText(words)

    def _show_running(self, progress: Progress | None) -> None:
        page = progress.page if progress is not None else None
        self._page.setVisible(page is None)
        words = "" if progress is None or page is None else f"{page.title} · {step_words(progress.stage)}"
        self._running.setText(words)
        self._running.setToolTip(words)

    def _lay_out(self) -> None:
        self.setContentsMargins(space(), 0, space(), 0)
        for label in (self._cursor, self._place, self._zoom, self._count):
            label.setFont(tabular(label.font()))
        self.addWidget(self._page)
        # A long name is cut here; it must not widen the window.
        self._running.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._running, 1)
        for part in (self._bar, self._count, self._cancel, self._cursor, self._zoom, self._place):
            self.addPermanentWidget(part)
