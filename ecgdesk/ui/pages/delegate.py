"""How a page looks in the list: picture, name, sign and short result, rate."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ecgdesk.services.entry import Entry
from ecgdesk.ui.icons import icon
from ecgdesk.ui.pages.model import ENTRY_ROLE, IMAGE_ROLE, RESULT_ROLE
from ecgdesk.ui.theme import TextSize, current_theme, space, tabular
from ecgdesk.ui.wording import rate, sign_of

PICTURE = QSize(64, 46)
SIGN_PX = 16


class PageDelegate(QStyledItemDelegate):
    """Paints a row; everything it says is also in the row's accessible text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Three lines of text or the picture, whichever is taller, on the grid."""
        lines = option.fontMetrics.height() * 2 + space()
        return QSize(space(24), max(PICTURE.height(), lines) + space(2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, picture and two lines of text."""
        entry: Entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        inner = option.rect.adjusted(space(1.5), space(), -space(1.5), -space())
        picture = QRect(inner.topLeft(), PICTURE)
        picture.moveTop(inner.center().y() - PICTURE.height() // 2)
        text = inner.adjusted(PICTURE.width() + space(1.5), 0, 0, 0)
        picture, text = _mirrored(option, inner, picture), _mirrored(option, inner, text)
        self._picture(painter, picture, index.data(IMAGE_ROLE))
        self._title(painter, option, text, index.data(Qt.ItemDataRole.DisplayRole))
        self._result(painter, option, text, entry, index.data(RESULT_ROLE))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = current_theme()
        state = option.state
        box = option.rect.adjusted(space(0.5), 1, -space(0.5), -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.color("selected"))
            painter.drawRoundedRect(box, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(box, 6, 6)

    def _picture(self, painter: QPainter, box: QRect, image: QImage | None) -> None:
        theme = current_theme()
        if image is None:
            painter.setPen(theme.color("hairline"))
            painter.setBrush(theme.color("well"))
            painter.drawRoundedRect(box, 4, 4)
            icon("page", "muted").paint(painter, box.adjusted(20, 11, -20, -11))
            return
        fitted = QRect(box)
        fitted.setSize(image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio))
        fitted.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(fitted, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("hairline"))
        painter.drawRect(fitted)

    def _title(self, painter: QPainter, option: QStyleOptionViewItem, text: QRect, title: str) -> None:
        painter.setFont(option.font)
        painter.setPen(current_theme().color("text"))
        line = QRect(text.left(), text.top(), text.width(), text.height() // 2)
        short = option.fontMetrics.elidedText(title, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(line, _edge(option) | Qt.AlignmentFlag.AlignVCenter, short)

    def _result(
        self, painter: QPainter, option: QStyleOptionViewItem, text: QRect, entry: Entry, result: str
    ) -> None:
        line = QRect(text.left(), text.center().y() + 1, text.width(), text.height() // 2)
        sign = sign_of(entry)
        place = QRect(line.left(), line.center().y() - SIGN_PX // 2, SIGN_PX, SIGN_PX)
        words = line.adjusted(SIGN_PX + space(0.75), 0, 0, 0)
        icon(sign.icon, sign.role).paint(painter, _mirrored(option, line, place))
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * TextSize.SMALL.value)
        painter.setFont(tabular(font))
        painter.setPen(current_theme().color("muted"))
        measured = rate(entry.analysis.measurements) if entry.analysis and not entry.stale else ""
        said = " · ".join(part for part in (result, measured) if part)
        short = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, words.width())
        where = _edge(option) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(_mirrored(option, line, words), where, short)


def _edge(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft


def _mirrored(option: QStyleOptionViewItem, whole: QRect, part: QRect) -> QRect:
    return QStyle.visualRect(option.direction, whole, part)
