"""What is known about how far the heat map may be trusted, each with a sign and words."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.constants import ATTRIBUTION_OUTSIDE_TRACE_WARN
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.theme import space


class CheckLines(QWidget):
    """One line so far: the share of the evidence that lies inside the tracing area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel(side=16, parent=self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(space())
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.hide()

    def show_explanation(self, explanation: Explanation | None) -> None:
        """Say what is known; nothing where nothing was measured."""
        share = explanation.outside_trace_share if explanation else None
        self.setVisible(share is not None)
        if share is None:
            return
        good = share <= ATTRIBUTION_OUTSIDE_TRACE_WARN
        self._sign.show_icon("status-ok" if good else "status-caution", "ok" if good else "caution")
        text = (
            self.tr("{n} % of the evidence lies inside the tracing area")
            if good
            else self.tr(
                "Only {n} % of the evidence lies inside the tracing area. Treat the result with care."
            )
        )
        self._text.setText(text.format(n=round(100 * (1 - share))))
