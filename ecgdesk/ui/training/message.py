"""A sentence in place that says what is wrong or worth knowing, with the next step beside it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import prose
from ecgdesk.ui.theme import current_theme, space


class Message(QWidget):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._sign = IconLabel(parent=self)
        self._text = prose("", self)
        self._step = QPushButton(self)
        self._step.hide()
        self._act: Callable[[], None] = _nothing
        self._step.clicked.connect(lambda _checked=False: self._act())
        row = QHBoxLayout(self)
        row.setContentsMargins(space(1.5), space(), space(1.5), space())
        row.setSpacing(space())
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._step, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty while it is hidden."""
        return self._text.text() if not self.isHidden() else ""

    def say(
        self, text: str, tone: Tone = Tone.INFO, step: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Say something, with a button if there is a step."""
        self._tone = tone
        self._sign.show_icon(*tone.value)
        self._text.setText(text)
        self._act = act or _nothing
        self._step.setText(step)
        self._step.setVisible(bool(step))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def show_error(self, error: EcgdeskError) -> None:
        """Say what is wrong and what to do."""
        self.say(f"{said(error.problem)} {said(error.advice)}".strip(), Tone.ERROR)

    def clear(self) -> None:
        """Have nothing to say."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and a stripe in the colour of the tone."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        stripe = QRectF(0, 0, space(0.5), self.height())
        if self.isRightToLeft():
            stripe.moveRight(self.width())
        painter.setBrush(theme.color(self._tone.value[1]))
        painter.drawRoundedRect(stripe, 2, 2)


class FieldError(QWidget):
    """The sentence beside a field that says what is wrong with what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(space(0.5))
        row.addWidget(IconLabel("status-error", "error", 16, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        column.addLayout(row)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty while nothing is wrong."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str) -> None:
        """Say what is wrong, or nothing."""
        if text:
            self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


def _nothing() -> None:
    """What a message without a step does."""
