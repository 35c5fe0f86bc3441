"""How much of the evidence lies in each lead: a bar each, and a click to look at the lead."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from ecgdesk.core.figures import percent_text
from ecgdesk.core.lead_keys import in_order, lead_of, short_key
from ecgdesk.ui.theme import current_theme, space, tabular

_COLUMNS = 2


class LeadBar(QAbstractButton):
    """One lead: name, bar, share."""

    hovered = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._share = name, 0.0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(tabular(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_share(self, share: float, longest: float) -> None:
        """Show a share in [0, 1]; the bar of `longest` fills its room."""
        self._share = share / longest if longest > 0 else 0.0
        self.setText(percent_text(share))
        words = self.tr("Lead {name}: {share} of the evidence. Click to look at it.")
        told = words.format(name=lead_of(self._name), share=percent_text(share))
        self.setAccessibleName(told)
        self.setToolTip(told)

    def sizeHint(self) -> QSize:
        """Room for the longest name, a short bar and two digits."""
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance("aVR  100 %") + space(6), max(space(2.5), metrics.height() + 4)
        )

    def minimumSizeHint(self) -> QSize:
        """Room for a name, a very short bar and two digits."""
        return self.sizeHint() - QSize(space(5), 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the lead is pointed at."""
        super().enterEvent(event)
        self.hovered.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Say that it no longer is."""
        super().leaveEvent(event)
        self.hovered.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, bar and share in one line."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, height = self.fontMetrics(), self.height()
        shown = short_key(self._name)
        name = max(metrics.horizontalAdvance("aVR "), metrics.horizontalAdvance(shown + " "))
        number = metrics.horizontalAdvance("100 % ")
        if self.underMouse() or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selected"))
            painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(2, 0, name, height), middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(theme.color("muted"))
        painter.drawText(
            QRectF(self.width() - number, 0, number - 2, height),
            middle | Qt.AlignmentFlag.AlignRight,
            self.text(),
        )
        room = self.width() - name - number - 6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hairline"))
        painter.drawRoundedRect(QRectF(name + 3, height / 2 - 3, room, 6), 3, 3)
        painter.setBrush(theme.color("accent"))
        if self._share > 0:
            painter.drawRoundedRect(QRectF(name + 3, height / 2 - 3, max(4.0, room * self._share), 6), 3, 3)


class LeadBars(QWidget):
    """A bar for each lead that was found, as on paper: limb leads left, chest leads right."""

    lead_chosen = Signal(str)
    """The lead's key in the shares."""
    lead_hovered = Signal(str)
    """The key of the lead under the pointer, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, LeadBar] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(2))
        self._grid.setVerticalSpacing(0)
        self.hide()

    def show_shares(self, shares: Mapping[str, float] | None) -> None:
        """Show the shares by lead; none hides the bars."""
        self.setVisible(bool(shares))
        shares = shares or {}
        if in_order(shares) != list(self._bars):
            self._rebuild(list(shares))
        longest = max(shares.values(), default=0.0)
        for key, bar in self._bars.items():
            bar.show_share(shares[key], longest)

    def _rebuild(self, keys: list[str]) -> None:
        for bar in self._bars.values():
            bar.hide()
            bar.deleteLater()
        self._bars = {key: LeadBar(key, self) for key in in_order(keys)}
        rows = -(-len(self._bars) // _COLUMNS)
        for at, (key, bar) in enumerate(self._bars.items()):
            self._grid.addWidget(bar, at % rows, at // rows)
            bar.clicked.connect(lambda _=False, k=key: self.lead_chosen.emit(k))
            bar.hovered.connect(lambda on, k=key: self.lead_hovered.emit(k if on else ""))
