"""The right-hand panel: one of its states at a time, and the disclaimer at its foot."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ecgdesk.ui.result.message import MessageView
from ecgdesk.ui.result.messages import message_for
from ecgdesk.ui.result.result_view import ResultView
from ecgdesk.ui.result.skeleton import Skeleton
from ecgdesk.ui.result.state import PanelState, Situation, panel_state
from ecgdesk.ui.text import small
from ecgdesk.ui.theme import space
from ecgdesk.ui.wording import disclaimer

WIDTH_PX = 344
NARROWEST_PX = 232
_WORKING = {PanelState.STARTING, PanelState.ANALYSING, PanelState.RESTARTING}


class ResultPanel(QWidget):
    """Shows the situation it is told; asks through signals."""

    target_chosen = Signal(str)
    opacity_changed = Signal(float)
    step_chosen = Signal(str)
    """The name of an action."""

    def __init__(self, overlay: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = PanelState.EMPTY
        self.setAccessibleName(self.tr("Result"))
        self.result = ResultView(overlay)
        self._message = MessageView()
        self._skeleton = Skeleton()
        self._scroll, self._content = QScrollArea(self), QWidget()
        self._lay_out()
        self.result.target_chosen.connect(self.target_chosen)
        self.result.opacity_changed.connect(self.opacity_changed)
        self._message.step_chosen.connect(self.step_chosen)

    def sizeHint(self) -> QSize:
        """Wide enough for class names in one line."""
        return QSize(WIDTH_PX, space(70))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the content may become without being cut."""
        content = (
            self._content.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width()
        )
        return QSize(max(NARROWEST_PX, content), space(20))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room when a later stage brings something wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def show_situation(self, now: Situation) -> None:
        """Show the state that belongs to a situation."""
        self.state = panel_state(now)
        showing_result = self.state is PanelState.RESULT
        if showing_result and now.entry is not None:
            self.result.show_entry(now.entry)
        self.result.setVisible(showing_result)
        self._skeleton.setVisible(self.state in _WORKING)
        message = message_for(self.state, now.entry)
        self._message.setVisible(message is not None)
        if message is not None:
            self._message.show_message(message)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(space(2), space(2), space(2), space(2))
        column.setSpacing(space(2))
        for part in (self._message, self._skeleton, self.result):
            column.addWidget(part)
            part.hide()
        column.addStretch(1)
        self._content.installEventFilter(self)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = small(disclaimer(), self)
        foot.setWordWrap(True)
        foot.setContentsMargins(space(2), space(), space(2), space())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)
