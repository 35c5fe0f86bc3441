"""What a screen reader hears of the page: the tool in the hand, what it holds, and the keys it answers to."""

from PySide6.QtCore import QCoreApplication

from ecgdesk.core.geometry import Crop
from ecgdesk.ui.calipers.words import caliper_kind, caliper_words, lead_words, ruler_words
from ecgdesk.ui.canvas.marks_state import MarksState
from ecgdesk.ui.canvas.mode import Mode


def mode_words(mode: Mode, crop: Crop, marks: MarksState) -> str:
    """Return one or two sentences about what the hand works on."""
    if mode is Mode.CALIPERS:
        return _calipers(marks)
    if mode is Mode.LEADS:
        return _leads(marks)
    if mode is Mode.CORNERS:
        return _tr("Corners of the page. Page down chooses the next one, arrow keys move it.")
    if mode is Mode.SCALE:
        known = ruler_words(marks.scale) if marks.scale is not None else _tr("not known")
        return _tr("Scale: {scale}. Draw a line over squares of the grid.").format(scale=known)
    x0, y0, x1, y1 = crop.rect.rounded()
    words = _tr(
        "Crop from {x0}, {y0} to {x1}, {y1} pixels. Arrow keys move it, Ctrl and arrow keys resize it."
    )
    return words.format(x0=x0, y0=y0, x1=x1, y1=y1)


def _calipers(marks: MarksState) -> str:
    index, calipers = marks.chosen, marks.calipers
    if index is None or index >= len(calipers):
        words = _tr("{n} calipers. Insert adds one, Page down chooses the next one.")
        return words.format(n=len(calipers))
    chosen = calipers[index]
    words = _tr("{kind} caliper: {value}. Arrow keys move it, Ctrl and arrow keys its second leg.")
    return words.format(kind=caliper_kind(chosen), value=caliper_words(chosen, marks.scale))


def _leads(marks: MarksState) -> str:
    index, leads = marks.chosen, marks.leads
    if index is None or index >= len(leads):
        words = _tr("{n} leads. Insert adds a box, Page down chooses the next one.")
        return words.format(n=len(leads))
    words = _tr("Lead {name}. Arrow keys move its box, Ctrl and arrow keys resize it, F2 renames it.")
    return words.format(name=lead_words(leads[index]))


def _tr(text: str) -> str:
    return QCoreApplication.translate("calipers", text)
