"""What is painted over the page in screen pixels: masks, the dimmed outside, frames and grips."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from ecgdesk.core.geometry import Rect
from ecgdesk.ui.canvas.corner_tool import shown_corners, shown_masks
from ecgdesk.ui.canvas.crop_geometry import Handle
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.crop_tool import turn_grip
from ecgdesk.ui.canvas.mode import Mode
from ecgdesk.ui.theme import LIGHT, Theme, current_theme

_GRIP_PX: Final = 9.0
_TURN_GRIP_RADIUS_PX: Final = 5.0
_CORNER_RADIUS_PX: Final = 8.0
_DIM: Final = 0.62


def paint_foreground(painter: QPainter, to_screen: QTransform, area: QRectF, state: CropState) -> None:
    """Paint the tools over the page; `to_screen` maps page pixels to the painter's, `area` is all of it."""
    theme = current_theme()
    crop = state.crop
    if state.mode is Mode.CORNERS:
        _paint_corners(painter, to_screen, area, state, theme)
        return
    frame = on_screen(crop.rect, to_screen)
    for index, mask in enumerate(crop.masks):
        _paint_mask(painter, on_screen(mask, to_screen), theme, chosen=index == state.selected_mask)
    _paint_outside(painter, area, frame, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_frame(painter, frame, theme)
    if state.mask_mode:
        _paint_chosen_mask(painter, to_screen, state, theme)
    if state.mode is not Mode.CROP:
        return
    _paint_turn_grip(painter, frame, to_screen.map(turn_grip(crop.rect, 1 / to_screen.m11())), theme)
    paint_grips(painter, crop.rect, to_screen, theme)


def on_screen(rect: Rect, to_screen: QTransform) -> QRectF:
    """Return a page rectangle on the screen."""
    return to_screen.mapRect(QRectF(rect.x0, rect.y0, rect.width, rect.height))


def _paint_outside(painter: QPainter, area: QRectF, frame: QRectF, theme: Theme) -> None:
    veil = QColor(theme.well)
    veil.setAlphaF(_DIM)
    inside = frame.intersected(area)
    if inside.isEmpty():
        painter.fillRect(area, veil)
        return
    for part in (
        QRectF(area.topLeft(), QPointF(area.right(), inside.top())),
        QRectF(QPointF(area.left(), inside.bottom()), area.bottomRight()),
        QRectF(QPointF(area.left(), inside.top()), inside.bottomLeft()),
        QRectF(inside.topRight(), QPointF(area.right(), inside.bottom())),
    ):
        painter.fillRect(part, veil)


def paint_frame(painter: QPainter, frame: QRectF, theme: Theme) -> None:
    """Paint the frame around what can be changed."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # A light line under the coloured one keeps the frame visible on ink and on paper.
    painter.setPen(QPen(QColor(theme.paper), 3.0))
    painter.drawRect(frame)
    painter.setPen(QPen(line_colour(), 1.5))
    painter.drawRect(frame)


def paint_grips(painter: QPainter, rect: Rect, to_screen: QTransform, theme: Theme) -> None:
    """Paint the eight grips of a rectangle of the page."""
    painter.setPen(QPen(line_colour(), 1.5))
    painter.setBrush(QColor(theme.paper))
    for handle in Handle:
        at = to_screen.map(QPointF(*handle.on(rect)))
        half = _GRIP_PX / 2
        painter.drawRoundedRect(QRectF(at.x() - half, at.y() - half, _GRIP_PX, _GRIP_PX), 2, 2)


def _paint_turn_grip(painter: QPainter, frame: QRectF, at: QPointF, theme: Theme) -> None:
    stem = QLineF(QPointF(frame.center().x(), frame.top()), at)
    painter.setPen(QPen(QColor(theme.paper), 3.0))
    painter.drawLine(stem)
    painter.setPen(QPen(line_colour(), 1.5))
    painter.drawLine(stem)
    painter.setBrush(QColor(theme.paper))
    painter.drawEllipse(at, _TURN_GRIP_RADIUS_PX, _TURN_GRIP_RADIUS_PX)


def _paint_mask(painter: QPainter, box: QRectF, theme: Theme, *, chosen: bool) -> None:
    painter.save()
    painter.fillRect(box, QColor(theme.paper))
    hatch = QColor(theme.ink)
    hatch.setAlphaF(0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrushOrigin(box.topLeft())
    painter.fillRect(box, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(line_colour() if chosen else hatch, 1.5 if chosen else 1.0))
    painter.drawRect(box)
    painter.restore()


def _paint_chosen_mask(painter: QPainter, to_screen: QTransform, state: CropState, theme: Theme) -> None:
    if state.selected_mask is not None:
        mask = state.crop.masks[state.selected_mask]
        paint_frame(painter, on_screen(mask, to_screen), theme)
        paint_grips(painter, mask, to_screen, theme)


def _paint_corners(
    painter: QPainter, to_screen: QTransform, area: QRectF, state: CropState, theme: Theme
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.paper))
    for mask in shown_masks(state):
        painter.drawPolygon(QPolygonF([to_screen.map(QPointF(*place)) for place in mask]))
    places = [to_screen.map(QPointF(*corner)) for corner in shown_corners(state)]
    sheet, outside = QPainterPath(), QPainterPath()
    sheet.addPolygon(QPolygonF(places))
    sheet.closeSubpath()
    outside.addRect(area)
    veil = QColor(theme.well)
    veil.setAlphaF(_DIM)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(outside.subtracted(sheet), veil)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(theme.paper), 3.5), (line_colour(), 1.75)):
        painter.setPen(QPen(colour, width))
        painter.drawPath(sheet)
    painter.setPen(QPen(line_colour(), 2.0))
    for index, place in enumerate(places):
        chosen = index == state.selected_corner
        painter.setBrush(line_colour() if chosen else QColor(theme.paper))
        painter.drawEllipse(place, _CORNER_RADIUS_PX, _CORNER_RADIUS_PX)


def line_colour() -> QColor:
    """Return the colour of lines over the page, which is white in either theme: the light theme's accent."""
    return QColor(LIGHT.accent)
