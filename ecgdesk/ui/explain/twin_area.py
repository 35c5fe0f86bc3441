"""Two views of a page that share a room: beside each other where it is wide, else below each other."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

WIDE = 1.9
"""From this width to height on, two pages stand side by side: pages are about half as high as wide."""
LEAST = QSize(160, 120)


class TwinArea(QWidget):
    """Gives both views the same room, or all of it to the first while the second is hidden.

    A box layout would give the one whose title wraps all the height it asks for.
    """

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views = first, second
        for view in self._views:
            view.setParent(self)
            view.installEventFilter(self)
        self.setMinimumSize(LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the views anew."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the views anew when one comes or goes."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._place()
        return False

    def _place(self) -> None:
        first, second = self._views
        whole = self.rect()
        if second.isHidden():
            first.setGeometry(whole)
            return
        near, far = QRect(whole), QRect(whole)
        if whole.width() > WIDE * whole.height():
            near.setRight(whole.width() // 2 - 1)
            far.setLeft(whole.width() // 2 + 1)
        else:
            near.setBottom(whole.height() // 2 - 1)
            far.setTop(whole.height() // 2 + 1)
        if self.isRightToLeft() and near.height() == far.height() == whole.height():
            near, far = far, near
        first.setGeometry(near)
        second.setGeometry(far)
