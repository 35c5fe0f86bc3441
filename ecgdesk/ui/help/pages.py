"""The help pages with fixed words: guide, training, keyboard."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ecgdesk.ui.actions import Actions, plain_text
from ecgdesk.ui.help.code_line import CodeLine
from ecgdesk.ui.help.frame import COLUMN_PX, HelpPage
from ecgdesk.ui.theme import space


class GuidePage(HelpPage):
    """How to get from a page to a result, and how to read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("help", "Guide"), parent)
        for heading, text in self._parts():
            self.add_heading(heading)
            self.add_text(text)

    def _parts(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Open pages"), self.tr(
                "Drop pictures, PDF files or folders anywhere in the window, or paste a picture. "
                "Each page is analysed as soon as it is open.")),
            (self.tr("Check the crop"), self.tr(
                "Only what lies inside the frame is analysed. Drag its handles, or use the arrow keys. "
                "Mask names with boxes: what is masked leaves the page before anything else sees it.")),
            (self.tr("Read the result"), self.tr(
                "The bar is a probability. Of the model's own test pages given 0.80, about 80 in 100 were "
                "right; pages of another kind may do worse. "
                "“Not sure” means that the model does not choose; it then names what it could be. "
                "A caution above the result says why this page may mislead the model.")),
            (self.tr("See why"), self.tr(
                "The heat map shows where on the page the evidence for a class lies. "
                "Choose another class to see what speaks for it. "
                "A heat map outside the tracing is a reason for doubt.")),
            (self.tr("Measure"), self.tr(
                "Draw calipers along the trace for time, up or down for voltage; they snap to the trace and "
                "the grid. Where the leads, the grid or the corners of the sheet were read wrongly, set them "
                "by hand: the page is read again with what you set.")),
            (self.tr("Keep it"), self.tr(
                "Save a one-page report, the page with the heat map, the result as JSON, "
                "or a table of all pages. What you masked is in none of them.")),
        )  # fmt: skip


class TrainingPage(HelpPage):
    """Training from the command line, as the wizard does it."""

    COMMAND = "ecgdesk train --config recipe.toml"
    CHECK = "ecgdesk check-data FOLDER"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("help", "Train from the command line"), parent)
        self.add_text(
            self.tr(
                "The wizard writes a recipe and starts this very command; so can you. "
                "The same recipe gives the same figures either way."
            )
        )
        self.add_heading(self.tr("1. Write a recipe"))
        self.add_text(
            self.tr(
                "A recipe is a small text file: where pages and labels are, how to split, which network. "
                "The project's folder training/recipes has examples to start from."
            )
        )
        self.add_heading(self.tr("2. Train"))
        self.add(self._code(self.COMMAND))
        self.add_text(
            self.tr(
                "Pages of one patient or day stay on one side of each split. "
                "The run ends with a report and a model pack (model.ecgmodel)."
            )
        )
        self.add_heading(self.tr("3. Use it here"))
        self.add_text(self.tr("Drop the model pack on this window, or choose Analyse › Import a model."))

    def _code(self, command: str) -> CodeLine:
        line = CodeLine(command, self)
        line.setMaximumWidth(COLUMN_PX)
        return line


class ShortcutsPage(HelpPage):
    """Every key, drawn from the actions themselves, and what the canvas answers to."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("help", "Keyboard shortcuts"), parent)
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space())
        grid.setColumnStretch(1, 1)
        for row, (keys, words) in enumerate([*self._on_the_page(), *self._of(actions)]):
            label = QLabel(keys, table)
            label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            grid.addWidget(label, row, 0)
            grid.addWidget(QLabel(words, table), row, 1)
        self.add(table)

    def _of(self, actions: Actions) -> list[tuple[str, str]]:
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (", ".join(keys.toString(native) for keys in action.shortcuts()), plain_text(action))
            for action in actions
            if action.shortcuts()
        ]

    def _on_the_page(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Arrows"), self.tr("Move the crop, or what is chosen, by one pixel")),
            (self.tr("Shift+Arrows"), self.tr("Move it by ten pixels")),
            (self.tr("Ctrl+Arrows"), self.tr("Resize it; of a caliper, move the second leg")),
            (self.tr("Ctrl+Drag"), self.tr("Draw or move a caliper without snapping")),
            (self.tr("Page Down, Page Up"), self.tr("Choose the next mask, caliper, lead or corner")),
            (self.tr("Insert"), self.tr("Add a mask, a time caliper or a lead box")),
            (self.tr("Shift+Insert"), self.tr("Add a voltage caliper or a long lead box")),
            (self.tr("Return"), self.tr("March the chosen caliper through, rename the chosen lead")),
            (self.tr("Esc"), self.tr("Let go of what is chosen, then put the tool down")),
            (self.tr("Ctrl+Wheel"), self.tr("Zoom at the pointer")),
            (self.tr("Space+Drag"), self.tr("Move the page")),
            (self.tr("Delete"), self.tr("Remove what is chosen on the page or in the list")),
            (self.tr("Ctrl+Z, Ctrl+Shift+Z"), self.tr("Undo and redo")),
        ]
