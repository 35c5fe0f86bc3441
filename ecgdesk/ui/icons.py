"""The window's icons: own strokes on a 24 px grid, drawn in the theme's colours at any scale."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from ecgdesk.core.resources import resources_folder
from ecgdesk.ui.theme import current_theme

ICON_FOLDER: Final = resources_folder() / "icons"
_FADED: Final = 0.4


def icon(name: str, role: str = "text") -> QIcon:
    """Return an icon that takes its colour from the theme whenever it is painted.

    `name` is a file of the icons folder without its suffix, `role` a colour of the theme. Raises
    FileNotFoundError for an unknown name and AttributeError for an unknown role.
    """
    current_theme().color(role)
    return QIcon(_StrokeEngine(name, role, _drawing(name)))


@cache
def _drawing(name: str) -> str:
    return (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


class _StrokeEngine(QIconEngine):
    """Paints one drawing; asking the theme at each paint lets open windows change theme."""

    def __init__(self, name: str, role: str, drawing: str) -> None:
        super().__init__()
        self._parts = (name, role, drawing)

    def iconName(self) -> str:
        return self._parts[0]

    def clone(self) -> QIconEngine:
        return _StrokeEngine(*self._parts)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setOpacity(painter.opacity() * (_FADED if mode is QIcon.Mode.Disabled else 1))
        coloured = self._parts[2].replace("currentColor", self._colour(state))
        renderer = QSvgRenderer(QByteArray(coloured.encode()))
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        renderer.render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Every repaint of a button asks; to read and draw strokes anew takes a millisecond each time.
        faded = mode is QIcon.Mode.Disabled
        key = f"ecgdesk {self._parts[0]} {self._colour(state)} {faded} {size.toTuple()} {scale}"
        known = QPixmap()
        if QPixmapCache.find(key, known):
            return known
        picture = self._drawn(size, mode, state, scale)
        QPixmapCache.insert(key, picture)
        return picture

    def _drawn(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        picture = QPixmap(size * scale)
        if picture.isNull():  # a button without any room asks too
            return picture
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def _colour(self, state: QIcon.State) -> str:
        theme, role = current_theme(), self._parts[1]
        if state is QIcon.State.On and role == "text":
            return theme.accent
        return theme.color(role).name()
