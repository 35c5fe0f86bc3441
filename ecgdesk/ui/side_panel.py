"""What stands beside the page: as wide as its parts, and scrolled where they do not fit above each other."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ecgdesk.ui.theme import space


class SidePanel(QScrollArea):
    """Parts above each other; it asks for the room that those which are shown need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = QWidget(self)
        self._inner.installEventFilter(self)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, parts: Iterable[QWidget]) -> None:
        """Put these parts in, the first on top."""
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(space(1.5), space(1.5), space(1.5), space(1.5))
        column.setSpacing(space(2))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another size when the parts do."""
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Ask for the parts as they are, and for a scroll bar where there is one."""
        bar = self.verticalScrollBar()
        return self._inner.sizeHint() + QSize(bar.sizeHint().width() if bar.maximum() > 0 else 0, 0)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width; the height is scrolled."""
        return QSize(self._inner.minimumSizeHint().width(), space(12))
