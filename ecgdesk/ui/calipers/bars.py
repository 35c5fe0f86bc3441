"""The bar of the tool in the hand, between the page and its toolbar."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecgdesk.ui.calipers.caliper_bar import CaliperBar
from ecgdesk.ui.calipers.corner_bar import CornerBar
from ecgdesk.ui.calipers.lead_bar import LeadBar
from ecgdesk.ui.calipers.scale_bar import ScaleBar
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.canvas.mode import Mode


class ModeBars(QWidget):
    """Shows the bar that belongs to the mode; none while the crop or its masks are changed.

    Complete after the last `step`.
    """

    calipers: CaliperBar
    leads: LeadBar
    scale: ScaleBar
    corners: CornerBar

    def __init__(self, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._steps = self._built(canvas)

    def step(self) -> bool:
        """Build the next bar; whether there was one."""
        return next(self._steps, False)

    def _built(self, canvas: PageCanvas) -> Iterator[bool]:
        self.calipers = CaliperBar(canvas, self)
        yield True
        self.leads = LeadBar(canvas, self)
        yield True
        self.scale = ScaleBar(canvas, self)
        yield True
        self.corners = CornerBar(canvas, self)
        self._bars: dict[Mode, CaliperBar | LeadBar | ScaleBar | CornerBar] = {
            Mode.CALIPERS: self.calipers,
            Mode.LEADS: self.leads,
            Mode.SCALE: self.scale,
            Mode.CORNERS: self.corners,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for bar in self._bars.values():
            bar.hide()
            column.addWidget(bar)
        canvas.state.mode_changed.connect(self.show_mode)
        yield True

    def show_mode(self, mode: Mode) -> None:
        """Show the bar of a mode."""
        for one, bar in self._bars.items():
            bar.setVisible(one is mode)
        self.setVisible(mode in self._bars)
        if mode in self._bars:
            self._bars[mode].refresh()
