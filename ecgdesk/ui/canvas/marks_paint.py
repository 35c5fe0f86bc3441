"""What lies on the page besides the crop, painted in screen pixels: calipers, lead boxes, ruler, moment."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from ecgdesk.core.tracing import LeadBox
from ecgdesk.ui.calipers.words import lead_words, ruler_words
from ecgdesk.ui.canvas.caliper_paint import paint_caliper, paint_label
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.foreground import line_colour, on_screen, paint_frame, paint_grips
from ecgdesk.ui.canvas.marks_state import MarksState
from ecgdesk.ui.canvas.mode import Mode
from ecgdesk.ui.theme import Theme, current_theme

_DOT_PX: Final = 5.0
_END_PX: Final = 9.0
_TAG_DROP_PX: Final = 4.0


def paint_marks(
    painter: QPainter, to_screen: QTransform, area: QRectF, state: CropState, marks: MarksState
) -> None:
    """Paint all marks as the mode wants them seen; while corners are set, none."""
    if state.mode is Mode.CORNERS:
        return
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_leads(painter, to_screen, marks, theme)
    _paint_calipers(painter, to_screen, state, marks, theme)
    if marks.mode is Mode.SCALE and marks.ruler is not None:
        _paint_ruler(painter, to_screen, marks, theme)
    if marks.moment is not None:
        _paint_moment(painter, to_screen.map(marks.moment), theme)


def _paint_leads(painter: QPainter, to_screen: QTransform, marks: MarksState, theme: Theme) -> None:
    if marks.mode is not Mode.LEADS:
        if marks.hovered is not None:
            _paint_lead(painter, to_screen, marks.hovered, theme)
        return
    for index, lead in enumerate(marks.leads):
        if index != marks.chosen:
            _paint_lead(painter, to_screen, lead, theme)
    if marks.chosen is not None:
        lead = marks.leads[marks.chosen]
        paint_frame(painter, on_screen(lead.box, to_screen), theme)
        paint_grips(painter, lead.box, to_screen, theme)
        _paint_tag(painter, to_screen, lead, theme, chosen=True)


def _paint_lead(painter: QPainter, to_screen: QTransform, lead: LeadBox, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line_colour(), 1.25))
    painter.drawRect(on_screen(lead.box, to_screen))
    _paint_tag(painter, to_screen, lead, theme)


def _paint_tag(
    painter: QPainter, to_screen: QTransform, lead: LeadBox, theme: Theme, *, chosen: bool = False
) -> None:
    frame = on_screen(lead.box, to_screen)
    words = lead_words(lead)
    half = painter.fontMetrics().horizontalAdvance(words) / 2 + 10
    at = QPointF(frame.left() + half, frame.top() + painter.fontMetrics().height() + _TAG_DROP_PX)
    paint_label(painter, at, words, theme, filled=chosen)


def _paint_calipers(
    painter: QPainter, to_screen: QTransform, state: CropState, marks: MarksState, theme: Theme
) -> None:
    steady = marks.mode is not Mode.CALIPERS
    order = sorted(range(len(marks.calipers)), key=lambda index: index == marks.chosen)
    for index in order:
        paint_caliper(
            painter, to_screen, state.crop.rect, marks.calipers[index], marks.scale, theme,
            chosen=not steady and index == marks.chosen, steady=steady,
        )  # fmt: skip


def _paint_ruler(painter: QPainter, to_screen: QTransform, marks: MarksState, theme: Theme) -> None:
    if marks.ruler is None or marks.scale is None:
        return
    start, end = (to_screen.map(point) for point in marks.ruler)
    level = abs(end.x() - start.x()) >= abs(end.y() - start.y())
    half = QPointF(0, _END_PX) if level else QPointF(_END_PX, 0)
    for colour, width in ((QColor(theme.paper), 4.0), (line_colour(), 2.0)):
        painter.setPen(QPen(colour, width))
        for line in (QLineF(start, end), QLineF(start - half, start + half), QLineF(end - half, end + half)):
            painter.drawLine(line)
    top = QPointF((start.x() + end.x()) / 2, min(start.y(), end.y()) - _END_PX - 4)
    paint_label(painter, top, ruler_words(marks.scale), theme, filled=True)


def _paint_moment(painter: QPainter, at: QPointF, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.paper), 4.0))
    painter.drawEllipse(at, _DOT_PX, _DOT_PX)
    painter.setPen(QPen(line_colour(), 2.0))
    painter.drawEllipse(at, _DOT_PX, _DOT_PX)
