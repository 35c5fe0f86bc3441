"""How far the heat map may be trusted: a light with one sentence, and the figures behind it on demand."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.constants import ATTRIBUTION_OUTSIDE_TRACE_WARN
from ecgdesk.core.figures import percent_text
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.text import prose, small
from ecgdesk.ui.theme import space

_SIGNS = {
    "green": ("status-ok", "ok"),
    "amber": ("status-caution", "caution"),
    "red": ("status-error", "error"),
}


class CheckLines(QWidget):
    """The verdict on the map; before there is one, how much of the evidence lies inside the tracing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel(side=16, parent=self)
        self._text = prose("", self)
        self._more = QToolButton(self)
        self._more.setCheckable(True)
        self._more.setAutoRaise(True)
        self._more.setArrowType(Qt.ArrowType.DownArrow)
        self._more.setAccessibleName(self.tr("Show what was checked"))
        self._more.setToolTip(self.tr("Show what was checked"))
        self._details = small("", self)
        self._details.setWordWrap(True)
        self._more.toggled.connect(self._details.setVisible)
        self._lay_out()

    def show_explanation(self, explanation: Explanation | None, unlike: bool = False) -> None:
        """Say how the map stood its checks; nothing where nothing is known that is worth a word.

        Of a page `unlike` those the model knows nothing good is said.
        """
        light = explanation.light if explanation else ""
        self._more.setVisible(bool(light))
        self._details.setVisible(bool(light) and self._more.isChecked())
        if explanation is not None and light in _SIGNS:
            self._show(*_SIGNS[light], said(explanation.verdict))
            self._details.setText("\n".join(self._lines(explanation.checks)))
            return
        share = explanation.outside_trace_share if explanation else None
        if share is None or round(100 * share) == 0:
            self.hide()
            return
        good = share <= ATTRIBUTION_OUTSIDE_TRACE_WARN
        if good and unlike:
            self.hide()
            return
        text = (
            self.tr("{percent} of the evidence inside the tracing")
            if good
            else self.tr("Only {percent} of the evidence inside the tracing. Treat the result with care.")
        )
        self._show(*_SIGNS["green" if good else "amber"], text.format(percent=percent_text(1 - share)))

    def _show(self, icon: str, role: str, text: str) -> None:
        self._sign.show_icon(icon, role)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def _lines(self, figures: Mapping[str, float | str | bool | None]) -> Iterator[str]:
        for name, words in (
            ("randomised_correlation", self.tr("Likeness to the map of a model without learning: {n}")),
            ("erasing_gain", self.tr("Better than chance at finding what matters, by {n}")),
            ("jitter_correlation", self.tr("Likeness when the crop moves by 1 %: {n}")),
            ("jitter_probability", self.tr("Change of the probability then, at most: {n}")),
        ):
            value = figures.get(name)
            if isinstance(value, float):
                yield words.format(n=f"{value:.2f}")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(space())
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addLayout(row)
        column.addWidget(self._details)
        self._details.hide()
        self.hide()
