"""Calipers on the page: legs, bar, what they measure, and the steps of a march."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform

from ecgdesk.core.calipers import Caliper, CaliperKind, steps_of
from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import Scale
from ecgdesk.ui.calipers.words import caliper_words
from ecgdesk.ui.canvas.foreground import line_colour
from ecgdesk.ui.theme import Theme, tabular

_LEG_PX: Final = 44.0
_TICK_PX: Final = 14.0
_GRIP_PX: Final = 4.0
_PAD_PX: Final = 6.0
_GAP_PX: Final = 6.0


def paint_caliper(
    painter: QPainter, to_screen: QTransform, area: Rect, caliper: Caliper, scale: Scale | None,
    theme: Theme, *, chosen: bool, steady: bool,
) -> None:  # fmt: skip
    """Paint one caliper; `area` is the crop, `steady` where calipers are only looked at."""
    colour = line_colour()
    start, end = (to_screen.map(QPointF(*point)) for point in caliper.ends)
    time = caliper.kind is CaliperKind.TIME
    for line in _steps(caliper, to_screen, area, long=chosen):
        _line(painter, line, theme, colour, 1.0, Qt.PenStyle.DashLine)
    reach = _leg_reach(caliper, to_screen, area) if chosen else None
    for point in (start, end):
        _line(painter, _leg(point, time, reach), theme, colour, 1.75 if chosen else 1.25)
    _line(painter, QLineF(start, end), theme, colour, 1.75 if chosen else 1.25)
    if chosen and not steady:
        painter.setBrush(QColor(theme.paper))
        painter.setPen(QPen(colour, 1.5))
        for point in (start, end):
            painter.drawEllipse(point, _GRIP_PX, _GRIP_PX)
    paint_label(painter, _label_at(start, end, time), caliper_words(caliper, scale), theme, filled=chosen)


def paint_label(painter: QPainter, at: QPointF, text: str, theme: Theme, *, filled: bool = False) -> None:
    """Paint words on a small plate whose middle of the lower edge is at a place of the screen."""
    font = tabular(QFont(painter.font()))
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 2 * _PAD_PX, metrics.height() + 2
    plate = QRectF(at.x() - width / 2, at.y() - height, width, height)
    room = QRectF(painter.window())
    plate.moveLeft(min(max(plate.left(), 2.0), max(room.width() - width - 2, 2.0)))
    plate.moveTop(max(plate.top(), 2.0))
    colour = line_colour()
    ground, ink = (colour, QColor(theme.paper)) if filled else (QColor(theme.paper), QColor(theme.ink))
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, 3, 3)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def _label_at(start: QPointF, end: QPointF, time: bool) -> QPointF:
    middle = (start + end) / 2
    if time:
        return middle - QPointF(0, _GAP_PX)
    return QPointF(middle.x(), min(start.y(), end.y()) - _GAP_PX)


def _leg(point: QPointF, time: bool, reach: tuple[float, float] | None) -> QLineF:
    low, high = reach or ((point.y() if time else point.x()) + by * _LEG_PX / 2 for by in (-1, 1))
    return QLineF(point.x(), low, point.x(), high) if time else QLineF(low, point.y(), high, point.y())


def _leg_reach(caliper: Caliper, to_screen: QTransform, area: Rect) -> tuple[float, float]:
    """Return from where to where the legs of the chosen caliper go: through all rows of the crop."""
    frame = to_screen.mapRect(QRectF(area.x0, area.y0, area.width, area.height))
    if caliper.kind is CaliperKind.TIME:
        return frame.top(), frame.bottom()
    middle = to_screen.map(QPointF(*caliper.ends[0])).x()
    return middle - 2 * _LEG_PX, middle + 2 * _LEG_PX


def _steps(caliper: Caliper, to_screen: QTransform, area: Rect, *, long: bool) -> list[QLineF]:
    time = caliper.kind is CaliperKind.TIME
    reach = _leg_reach(caliper, to_screen, area) if long and time else None
    lines = []
    for place in steps_of(caliper, area):
        point = to_screen.map(QPointF(place, caliper.at) if time else QPointF(caliper.at, place))
        lines.append(_leg(point, time, reach))
    return lines


def _line(
    painter: QPainter, line: QLineF, theme: Theme, colour: QColor, width: float,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:  # fmt: skip
    # A light line under the coloured one keeps it visible on ink.
    halo = QColor(theme.paper)
    halo.setAlphaF(0.75)
    painter.setPen(QPen(halo, width + 2))
    painter.drawLine(line)
    painter.setPen(QPen(colour, width, style))
    painter.drawLine(line)
