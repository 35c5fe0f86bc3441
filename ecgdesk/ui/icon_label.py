"""An icon that keeps up with the theme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgdesk.ui.icons import icon


class IconLabel(QWidget):
    """Paints an icon anew each time, so that another theme recolours it; a QLabel keeps old pixels."""

    def __init__(
        self, name: str = "", role: str = "text", side: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon(name, role) if name else QIcon()
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, role: str = "text") -> None:
        """Show another icon."""
        self._icon = icon(name, role)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon in the theme's colours of this moment."""
        self._icon.paint(QPainter(self), self.rect())
