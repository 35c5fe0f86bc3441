"""How a page looks in the list: picture, name, sign and short result, and the rate on a line of its own."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ecgdesk.services.entry import Entry
from ecgdesk.ui.icons import icon
from ecgdesk.ui.pages.model import ENTRY_ROLE, IMAGE_ROLE, RESULT_ROLE
from ecgdesk.ui.theme import TextSize, current_theme, space, tabular
from ecgdesk.ui.wording import rate, sign_of

PICTURE = QSize(64, 46)
SMALL_PICTURE = QSize(48, 35)
NARROW_PX = 200
"""In a list that is narrower, the words get room from the picture."""
SIGN_PX = 16


class PageDelegate(QStyledItemDelegate):
    """Paints a row; everything it says is also in the row's accessible text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Three lines of text or the picture, whichever is taller, on the grid."""
        small = QFontMetrics(_small(option.font)).height()
        lines = option.fontMetrics.height() + 2 * max(small, SIGN_PX)
        return QSize(space(24), max(PICTURE.height(), lines) + space(2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, picture and up to three lines of text."""
        entry: Entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        inner = option.rect.adjusted(space(1.5), space(), -space(1.5), -space())
        size = PICTURE if inner.width() >= NARROW_PX else SMALL_PICTURE
        picture = QRect(inner.topLeft(), size)
        picture.moveTop(inner.center().y() - size.height() // 2)
        text = inner.adjusted(size.width() + space(1.5), 0, 0, 0)
        picture, text = _mirrored(option, inner, picture), _mirrored(option, inner, text)
        self._picture(painter, picture, index.data(IMAGE_ROLE))
        measured = rate(entry.analysis.measurements) if entry.analysis and not entry.stale else ""
        title, result, below = _lines(option, text, 3 if measured else 2)
        self._title(painter, option, title, index.data(Qt.ItemDataRole.DisplayRole))
        self._result(painter, option, result, entry, index.data(RESULT_ROLE))
        if measured:
            self._words(painter, option, below, measured)
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

    def _title(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, title: str) -> None:
        painter.setFont(option.font)
        painter.setPen(current_theme().color("text"))
        short = option.fontMetrics.elidedText(title, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, _edge(option) | Qt.AlignmentFlag.AlignVCenter, short)

    def _result(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, entry: Entry, result: str
    ) -> None:
        sign = sign_of(entry)
        place = QRect(line.left(), line.center().y() - SIGN_PX // 2, SIGN_PX, SIGN_PX)
        icon(sign.icon, sign.role).paint(painter, _mirrored(option, line, place))
        self._words(painter, option, line, result)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, said: str) -> None:
        words = _mirrored(option, line, line.adjusted(SIGN_PX + space(0.75), 0, 0, 0))
        painter.setFont(_small(option.font))
        painter.setPen(current_theme().color("muted"))
        short = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _edge(option) | Qt.AlignmentFlag.AlignVCenter, short)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(small.pointSizeF() * TextSize.SMALL.value)
    return tabular(small)


def _lines(option: QStyleOptionViewItem, text: QRect, count: int) -> tuple[QRect, QRect, QRect]:
    """Return the lines of a row, the name above; those that are there stand in the middle together."""
    title = option.fontMetrics.height()
    below = max(QFontMetrics(_small(option.font)).height(), SIGN_PX)
    gap = space(0.5) if count == 2 else 0
    top = text.top() + max(0, (text.height() - title - (count - 1) * (below + gap)) // 2)
    first = QRect(text.left(), top, text.width(), title)
    second = QRect(text.left(), top + title + gap, text.width(), below)
    return first, second, second.translated(0, below)


def _edge(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft


def _mirrored(option: QStyleOptionViewItem, whole: QRect, part: QRect) -> QRect:
    return QStyle.visualRect(option.direction, whole, part)
