"""The page in the middle with its tools below it; crop numbers and the model's view beside it when wanted."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecgdesk.ui.actions import Actions
from ecgdesk.ui.calipers.bars import ModeBars
from ecgdesk.ui.calipers.corner_bar import StraightView
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.canvas.mode import Mode
from ecgdesk.ui.crop import CropPanel, CropPreview, connect_crop_panel
from ecgdesk.ui.explain.compare_pane import ComparePane
from ecgdesk.ui.explain.panel import HeatPanel
from ecgdesk.ui.explain.twin_area import TwinArea
from ecgdesk.ui.flow import FlowBar
from ecgdesk.ui.menus import page_menu
from ecgdesk.ui.result.message import Message, MessageView
from ecgdesk.ui.side_panel import SidePanel
from ecgdesk.ui.signal.controller import SignalControls
from ecgdesk.ui.signal.pane import SignalPane
from ecgdesk.ui.text import heading
from ecgdesk.ui.theme import space

TOOLS = (
    "rotate_left", "rotate_right", "-", "zoom_out", "zoom_in", "fit", "actual_size", "-",
    "crop_panel", "corners", "mask", "reset_crop", "-", "calipers", "leads", "scale", "traces", "signal", "-",
    "preview", "overlay", "heat_panel",
)  # fmt: skip
ICON = QSize(20, 20)
MESSAGE_PX = 400
LEAST_PX = 384
_PAGE_SHARE = 62
NARROW_PX = 560
"""In a page view that is narrower, the model's view stands below the page."""
LEAST_PREVIEW_PX = 128
_BESIDE_SHARE, _BELOW_SHARE = 34, 24
"""How much of the width, or of the height, the model's view takes at most, in per cent."""
_UNLIMITED = 16_777_215
"""Hundredths of the height that the page keeps above the signal."""


class PageView(QWidget):
    """Canvas, toolbar and side panel; knows the actions but no service. Complete after the last `step`."""

    crowded = Signal(bool)
    """Whether numbers or choices stand beside the page."""

    preview: CropPreview
    heat_panel: HeatPanel
    compare_pane: ComparePane
    mode_bars: ModeBars
    signal_pane: SignalPane

    def __init__(
        self, canvas: PageCanvas, crop_panel: CropPanel, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.canvas, self.crop_panel = canvas, crop_panel
        self._side = SidePanel(self)
        self._message = MessageView()
        self._stage = QStackedWidget(self)
        self._middle: QBoxLayout | None = None
        self._fitted: tuple[QBoxLayout.Direction, QSize, int] | None = None
        self._steps = self._built(actions)

    def step(self) -> bool:
        """Build the next part; whether there was one."""
        return next(self._steps, False)

    def _built(self, actions: Actions) -> Iterator[bool]:
        canvas = self.canvas
        self.preview = CropPreview(self)
        self._crop_part = _titled(self.tr("Crop"), self.crop_panel)
        self._preview_part = _titled(self.tr("What the model sees"), self.preview)
        yield True
        self.heat_panel, self.compare_pane = HeatPanel(self), ComparePane(self)
        self._heat_part = _titled(self.tr("Heat map"), self.heat_panel)
        yield True
        self.mode_bars = ModeBars(canvas, self)
        while self.mode_bars.step():
            yield True
        self.signal_pane = SignalPane(self)
        self._straight = StraightView(canvas, self)
        self._signal = SignalControls(canvas, self.signal_pane, self)
        yield True
        toolbar = self._toolbar(actions)
        yield True
        self._lay_out(toolbar)
        connect_crop_panel(self.crop_panel, canvas)
        self._connect(actions)
        self.setAcceptDrops(False)
        canvas.view.setAcceptDrops(False)
        canvas.view.viewport().setAcceptDrops(False)
        yield True

    def minimumSizeHint(self) -> QSize:
        """Ask for enough to see a page by: in a small window the side panels give way first."""
        return super().minimumSizeHint().expandedTo(QSize(LEAST_PX, 0))

    @property
    def preview_wanted(self) -> bool:
        """Whether the model's view is open."""
        return not self._preview_part.isHidden()

    def show_message(self, message: Message | None) -> None:
        """Say in place of the page why it is not there; None takes it away."""
        self._stage.setCurrentIndex(0 if message is None else 1)
        if message is not None:
            self._message.show_message(message)

    def show_crop_panel(self, on: bool) -> None:
        """Open or close the numbers."""
        self._crop_part.setVisible(on)
        self._show_side()

    def show_preview(self, on: bool) -> None:
        """Open or close the model's view."""
        self._preview_part.setVisible(on)
        self._show_side()

    def show_heat_panel(self, on: bool) -> None:
        """Open or close the choices about the heat map."""
        self._heat_part.setVisible(on)
        self._show_side()

    def show_signal(self, on: bool) -> None:
        """Open or close the signal below the page; the page keeps most of the height."""
        self._signal.show_pane(on)
        height = self._halves.height()
        self._halves.setSizes([height * _PAGE_SHARE // 100, height * (100 - _PAGE_SHARE) // 100])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page its room first."""
        super().resizeEvent(event)
        self._fit_side()

    def _show_side(self) -> None:
        parts = (self._crop_part, self._preview_part, self._heat_part)
        self._side.setVisible(not all(part.isHidden() for part in parts))
        self.crowded.emit(not (self._crop_part.isHidden() and self._heat_part.isHidden()))
        self._fit_side()

    def _fit_side(self) -> None:
        """Keep the model's view from crowding out the page: it shrinks, or goes below in a narrow view."""
        alone = self.preview_wanted and self._crop_part.isHidden() and self._heat_part.isHidden()
        below = alone and self.width() < NARROW_PX
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        beside = self._width_beside()
        if self._middle is None or (way, self.size(), beside) == self._fitted:
            return
        self._fitted = way, self.size(), beside
        self._middle.setDirection(way)
        across = QSizePolicy.Policy.Preferred if below else QSizePolicy.Policy.Fixed
        along = QSizePolicy.Policy.Maximum if below else QSizePolicy.Policy.Preferred
        self._side.setSizePolicy(across, along)
        most = self.height() if below else self.width()
        self.preview.fit_into(
            QSize(_UNLIMITED, most * _BELOW_SHARE // 100)
            if below
            else QSize(max(LEAST_PREVIEW_PX, most * _BESIDE_SHARE // 100, beside), _UNLIMITED)
        )

    def _width_beside(self) -> int:
        """Return the width that other parts beside the page take anyway: the model's view fills it."""
        parts = (self._crop_part, self._heat_part)
        return max((part.sizeHint().width() for part in parts if not part.isHidden()), default=0)

    def _connect(self, actions: Actions) -> None:
        canvas = self.canvas
        actions["rotate_left"].triggered.connect(lambda: canvas.rotate_by(-90))
        actions["rotate_right"].triggered.connect(lambda: canvas.rotate_by(90))
        actions["zoom_in"].triggered.connect(lambda: canvas.zoom_by(1.25))
        actions["zoom_out"].triggered.connect(lambda: canvas.zoom_by(0.8))
        actions["fit"].triggered.connect(canvas.fit)
        actions["actual_size"].triggered.connect(canvas.actual_size)
        actions["reset_crop"].triggered.connect(canvas.reset_crop)
        actions["signal"].toggled.connect(self.show_signal)
        canvas.state.mode_changed.connect(lambda mode: self._straight.setVisible(mode is Mode.CORNERS))
        actions["overlay"].toggled.connect(canvas.set_overlay_visible)
        actions["crop_panel"].toggled.connect(self.show_crop_panel)
        actions["preview"].toggled.connect(self.show_preview)
        actions["heat_panel"].toggled.connect(self.show_heat_panel)
        self.menu = page_menu(actions, self)
        canvas.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.view.customContextMenuRequested.connect(
            lambda place: self.menu.popup(canvas.view.viewport().mapToGlobal(place))
        )

    def _lay_out(self, toolbar: QWidget) -> None:
        self._stage.addWidget(self.canvas)
        self._stage.addWidget(_centred(self._message))
        self._side.fill((self._crop_part, self._preview_part, self._heat_part))
        self._side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        upper = QWidget(self)
        middle = self._middle = QHBoxLayout(upper)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        twins = TwinArea(self._stage, self.compare_pane, self)
        for shown, stretch in ((twins, 1), (self._straight, 1), (self._side, 0)):
            middle.addWidget(shown, stretch)
        halves = self._halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(upper)
        halves.addWidget(self.signal_pane)
        halves.setStretchFactor(0, _PAGE_SHARE)
        halves.setStretchFactor(1, 100 - _PAGE_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(halves, 1)
        column.addWidget(self.mode_bars)
        column.addWidget(toolbar)
        for part in (
            self._crop_part,
            self._preview_part,
            self._heat_part,
            self.compare_pane,
            self._side,
            self._straight,
            self.signal_pane,
        ):
            part.hide()

    def _toolbar(self, actions: Actions) -> QWidget:
        bar = FlowBar(self, 0)
        for name in TOOLS:
            bar.add(_line(bar) if name == "-" else _button(actions[name], bar))
        return bar


def _button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setIconSize(ICON)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.toolTip())
    return button


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.VLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(line.palette().ColorRole.Mid)
    line.setFixedHeight(space(3))
    return line


def _titled(title: str, content: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(space())
    column.addWidget(heading(title, part))
    column.addWidget(content)
    return part


def _centred(content: QWidget) -> QWidget:
    page = QWidget()
    content.setFixedWidth(MESSAGE_PX)
    column = QVBoxLayout(page)
    row = QHBoxLayout()  # with stretches, for an aligned widget does not get the height its width needs
    row.addStretch(1)
    row.addWidget(content)
    row.addStretch(1)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
    return page
