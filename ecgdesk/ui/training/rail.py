"""The steps at the side of the wizard: where one is, what is done, where one may go."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ecgdesk.ui.icons import icon
from ecgdesk.ui.theme import current_theme, space
from ecgdesk.ui.training.steps import BESIDE, IN_ORDER, Step, step_name

_ICON_PX = 18
_BESIDE_ICONS = {Step.RUNS: "log", Step.EVALUATE: "report"}


class Rail(QWidget):
    """A column of checkable buttons, one a step."""

    chosen = Signal(object)
    """A Step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Steps of training"))
        self._buttons: dict[Step, QToolButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(1.5), space(2), space(1.5), space(2))
        column.setSpacing(space(0.5))
        for step in (*IN_ORDER, *BESIDE):
            if step is BESIDE[0]:
                column.addStretch(1)
            button = self._button(step)
            group.addButton(button)
            column.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_step(self, current: Step, done: Iterable[Step], open_: Iterable[Step]) -> None:
        """Mark where one is, what is done, and where one may go."""
        finished, reachable = set(done), set(open_)
        for number, step in enumerate((*IN_ORDER, *BESIDE), start=1):
            button = self._buttons[step]
            button.setChecked(step is current)
            button.setEnabled(step in reachable or step is current)
            if step in BESIDE:
                continue
            is_done = step in finished and step is not current
            button.setIcon(icon("status-ok", "ok") if is_done else icon(f"step-{number}", "muted"))
            word = self.tr("{step}, done") if is_done else "{step}"
            button.setAccessibleName(word.format(step=step_name(step)))

    def button(self, step: Step) -> QToolButton:
        """The button of a step."""
        return self._buttons[step]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line towards the page."""
        painter, theme = QPainter(self), current_theme()
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), theme.color("hairline"))

    def _button(self, step: Step) -> QToolButton:
        button = QToolButton(self)
        button.setText(step_name(step))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if step in _BESIDE_ICONS:
            button.setIcon(icon(_BESIDE_ICONS[step], "muted"))
        button.clicked.connect(lambda _checked=False: self.chosen.emit(step))
        self._buttons[step] = button
        return button
