"""What is known about how far the heat map may be trusted, each with a sign and words."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.constants import ATTRIBUTION_OUTSIDE_TRACE_WARN
from ecgdesk.core.figures import percent_text
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.theme import space


class CheckLines(QWidget):
    """One line so far: the share of the evidence inside the tracing area that was found on the page."""

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
        """Say how much lies inside; nothing where no evidence lies outside, as in a crop within that area."""
        share = explanation.outside_trace_share if explanation else None
        told = share is not None and round(100 * share) > 0
        self.setVisible(told)
        if share is None or not told:
            return
        good = share <= ATTRIBUTION_OUTSIDE_TRACE_WARN
        self._sign.show_icon("status-ok" if good else "status-caution", "ok" if good else "caution")
        text = (
            self.tr("{percent} of the evidence inside the tracing")
            if good
            else self.tr("Only {percent} of the evidence inside the tracing. Treat the result with care.")
        )
        self._text.setText(text.format(percent=percent_text(1 - share)))
