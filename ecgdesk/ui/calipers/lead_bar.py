"""The leads as a bar below the page: the layout, the chosen lead's name, the way back to what was read."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from ecgdesk.core.lead_boxes import renamed
from ecgdesk.core.tracing import LEAD_NAMES, UNKNOWN_LAYOUT
from ecgdesk.ui.calipers.parts import choice, hint, tool_button, word_button
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.flow import FlowBar
from ecgdesk.ui.theme import space


class LeadBar(FlowBar):
    """Shows the leads of the page and changes them through the canvas."""

    def __init__(self, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent, space())
        self._canvas, self._marks = canvas, canvas.marks
        self.setAccessibleName(self.tr("Leads"))
        self._count = hint("", self)
        self.name = choice(self.tr("Name of the chosen lead (F2)"), self)
        for name in LEAD_NAMES:
            self.name.addItem(name, name)
        self.name.addItem(self.tr("Not known"), "")
        self.rhythm = QCheckBox(self.tr("Rhythm strip"), self)
        self.rhythm.setToolTip(self.tr("A strip over the whole width that repeats a lead"))
        self.add_box = tool_button("add", self.tr("Add a box (Insert), or draw one"), self)
        self.delete = tool_button("trash", self.tr("Delete the chosen box (Delete)"), self)
        self.reset = word_button(self.tr("As read"), self.tr("Go back to the boxes that were read"), self)
        self.add(self._count, self.name, self.rhythm, self.add_box, self.delete, self.reset)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the leads as they are now."""
        marks, lead = self._marks, None
        if marks.chosen is not None and marks.chosen < len(marks.leads):
            lead = marks.leads[marks.chosen]
        self._count.setText(self._words())
        with QSignalBlocker(self.name), QSignalBlocker(self.rhythm):
            self.name.setCurrentIndex(-1 if lead is None else max(self.name.findData(lead.name), 0))
            self.rhythm.setChecked(lead is not None and lead.rhythm)
        for part in (self.name, self.rhythm, self.delete):
            part.setEnabled(lead is not None)
        self.reset.setEnabled(marks.marks.leads is not None)
        self.flow.invalidate()

    def _words(self) -> str:
        marks = self._marks
        count = self.tr("{n} leads").format(n=len(marks.leads))
        layout = marks.reading.layout if marks.reading is not None else None
        if marks.marks.leads is not None:
            return self.tr("{count}, set by hand").format(count=count)
        if not marks.leads:
            return self.tr("No leads were read. Draw a box around each one.")
        if layout is None or layout.name == UNKNOWN_LAYOUT:
            return self.tr("{count}, unusual layout").format(count=count)
        sure = round(100 * layout.confidence)
        return self.tr("{count}, layout {name} ({n} % sure)").format(count=count, name=layout.name, n=sure)

    def _connect(self) -> None:
        view = self._canvas.view
        self._marks.changed.connect(lambda: None if self.isHidden() else self.refresh())
        self._marks.rename_asked.connect(self._on_rename_asked)
        self.name.activated.connect(self._on_named)
        self.rhythm.clicked.connect(self._on_rhythm)
        self.add_box.clicked.connect(view.insert_usual)
        self.delete.clicked.connect(view.remove_chosen)
        self.reset.clicked.connect(self._on_reset)

    def _on_rename_asked(self) -> None:
        self.refresh()
        self.name.setFocus()
        self.name.showPopup()

    def _on_named(self) -> None:
        marks = self._marks
        if marks.chosen is not None:
            leads = renamed(marks.leads, marks.chosen, self.name.currentData())
            marks.commit(marks.with_leads(leads), EditKind.LEAD)
            self._canvas.view.setFocus()

    def _on_rhythm(self, on: bool) -> None:
        marks, index = self._marks, self._marks.chosen
        if index is not None:
            change = replace(marks.leads[index], rhythm=on)
            leads = (*marks.leads[:index], change, *marks.leads[index + 1 :])
            marks.commit(marks.with_leads(leads), EditKind.LEAD)

    def _on_reset(self) -> None:
        self._marks.choose(None)
        self._marks.commit(self._marks.with_leads(None), EditKind.LEAD)
