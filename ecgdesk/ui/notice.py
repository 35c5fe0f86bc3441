"""Slim bars above the page that say what happened and offer the next step; nothing has to be clicked away."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import prose
from ecgdesk.ui.theme import current_theme, space

SHOWN_AT_ONCE = 3
FADES_AFTER_MS = 10_000


class Tone(Enum):
    """What kind of news it is: icon and colour role."""

    INFO = ("info", "accent")
    CAUTION = ("status-caution", "caution")
    ERROR = ("status-error", "error")


@dataclass(frozen=True, slots=True)
class Notice:
    """`key` replaces an older notice of the same kind; `steps` are button texts with what they do."""

    key: str
    text: str
    tone: Tone = Tone.INFO
    steps: tuple[tuple[str, Callable[[], None]], ...] = ()
    stays: bool = True


class NoticeBar(QWidget):
    """One notice with its buttons."""

    closed = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setAccessibleName(notice.text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(1.5), space(0.5), space(1.5), space(0.5))
        row.setSpacing(space())
        row.addWidget(IconLabel(*notice.tone.value, parent=self))
        row.addWidget(prose(notice.text, self), 1)
        for text, act in notice.steps:
            row.addWidget(self._step(text, act))
        row.addWidget(self._close_button())
        if not notice.stays:
            QTimer.singleShot(FADES_AFTER_MS, self, self.closed.emit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and a stripe in the colour of the tone."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("raised"))
        stripe = QRectF(0, 0, space(0.5), self.height())
        if self.isRightToLeft():
            stripe.moveRight(self.width())
        painter.fillRect(stripe, theme.color(self.notice.tone.value[1]))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("hairline"))

    def _step(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(self.closed)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("close", "muted"))
        button.setToolTip(self.tr("Close this message"))
        button.setAccessibleName(self.tr("Close this message"))
        button.clicked.connect(self.closed)
        return button


class NoticeArea(QWidget):
    """The newest notices, one of each kind, the newest at the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[NoticeBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    @property
    def notices(self) -> list[Notice]:
        """What is shown, the newest first."""
        return [bar.notice for bar in self._bars]

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; when there are too many the oldest of the least weight gives way."""
        self.withdraw(notice.key)
        bar = NoticeBar(notice, self)
        bar.closed.connect(lambda: self._remove(bar))
        self._bars.insert(0, bar)
        self._column.insertWidget(0, bar)
        while len(self._bars) > SHOWN_AT_ONCE:
            self._remove(min(reversed(self._bars[1:]), key=lambda bar: _weight(bar.notice)))
        self.show()

    def withdraw(self, key: str) -> None:
        """Take back what is no longer true."""
        for bar in [b for b in self._bars if b.notice.key == key]:
            self._remove(bar)

    def _remove(self, bar: NoticeBar) -> None:
        if bar not in self._bars:
            return
        self._bars.remove(bar)
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))


def _weight(notice: Notice) -> int:
    """What fades gives way first, errors last."""
    return int(notice.stays) + int(notice.tone is Tone.ERROR)
