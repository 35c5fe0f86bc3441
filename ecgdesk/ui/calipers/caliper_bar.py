"""The calipers as a bar below the page: which there are, what they measure, and what else they can do."""

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from ecgdesk.ui.calipers.parts import choice, hint, tool_button
from ecgdesk.ui.calipers.words import caliper_kind, caliper_words
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.flow import FlowBar
from ecgdesk.ui.theme import space, tabular


class CaliperBar(FlowBar):
    """Shows the calipers of the page and changes them through the canvas."""

    def __init__(self, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent, space())
        self._canvas, self._marks = canvas, canvas.marks
        self.setAccessibleName(self.tr("Calipers"))
        self._hint = hint(self.tr("Draw along the trace for time, up or down for voltage."), self)
        self.list = choice(self.tr("Chosen caliper (Page down: the next one)"), self)
        self.list.setFont(tabular(self.list.font()))
        self.march = QCheckBox(self.tr("March through"), self)
        self.march.setToolTip(self.tr("Repeat the distance to both sides (R)"))
        self.add_time = tool_button("caliper", self.tr("Add a time caliper (Insert)"), self)
        self.add_voltage = tool_button("voltage", self.tr("Add a voltage caliper (Shift+Insert)"), self)
        self.delete = tool_button("trash", self.tr("Delete the chosen caliper (Delete)"), self)
        self.add(self._hint, self.list, self.march, self.add_time, self.add_voltage, self.delete)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the calipers as they are now."""
        marks = self._marks
        with QSignalBlocker(self.list), QSignalBlocker(self.march):
            self._fill()
            self.list.setCurrentIndex(-1 if marks.chosen is None else marks.chosen)
            chosen = self._chosen_march()
            self.march.setChecked(bool(chosen))
        self.list.setHidden(not marks.calipers)
        self._hint.setHidden(bool(marks.calipers))
        self.march.setHidden(not marks.calipers)
        self.march.setEnabled(chosen is not None)
        self.delete.setEnabled(marks.chosen is not None)
        self.flow.invalidate()

    def toggle_march(self) -> None:
        """March the chosen caliper through, or stop."""
        self._canvas.view.tool.open()

    def changeEvent(self, event: QEvent) -> None:
        """Take another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _fill(self) -> None:
        words = [
            f"{number}. {caliper_kind(one)} · {caliper_words(one, self._marks.scale)}"
            for number, one in enumerate(self._marks.calipers, start=1)
        ]
        if [self.list.itemText(row) for row in range(self.list.count())] != words:
            self.list.clear()
            self.list.addItems(words)

    def _chosen_march(self) -> bool | None:
        index, calipers = self._marks.chosen, self._marks.calipers
        return None if index is None or index >= len(calipers) else calipers[index].march

    def _connect(self) -> None:
        view = self._canvas.view
        self._marks.changed.connect(self._on_changed)
        self.list.activated.connect(self._marks.choose)
        self.march.clicked.connect(self.toggle_march)
        self.add_time.clicked.connect(view.insert_usual)
        self.add_voltage.clicked.connect(view.insert_other)
        self.delete.clicked.connect(view.remove_chosen)

    def _on_changed(self) -> None:
        if not self.isHidden():
            self.refresh()
