"""Where the pointer is: in pixels, and once the grid is known in millimetres, milliseconds and millivolts."""

from PySide6.QtCore import QCoreApplication, QPointF

from ecgdesk.core.geometry import Rect
from ecgdesk.core.trace_places import Moment, moment_at, trace_at
from ecgdesk.core.tracing import Scale
from ecgdesk.ui.calipers.words import lead_words
from ecgdesk.ui.canvas.marks_state import MarksState


def place_words(place: QPointF, area: Rect, marks: MarksState) -> str:
    """Return where a point of the page is: on its lead where it lies on one, and from the crop's corner."""
    if marks.scale is None:
        return _tr("{x}, {y} px").format(x=int(place.x()), y=int(place.y()))
    moment = moment_under(place, marks)
    on_paper = _on_paper(place, area, marks.scale)
    return on_paper if moment is None else f"{moment_words(moment)}   {on_paper}"


def moment_under(place: QPointF, marks: MarksState) -> Moment | None:
    """Return the moment of a lead under a point of the page."""
    point = (place.x(), place.y())
    trace = trace_at(marks.traces, point)
    return None if trace is None else moment_at(trace, point, marks.scale)


def moment_words(moment: Moment) -> str:
    """Return a moment of a lead with its height, as "V2 · 1240 ms · 0.42 mV"."""
    words = f"{lead_words(moment.trace.lead)} · " + _tr("{n} ms").format(n=round(1000 * moment.seconds))
    if moment.millivolts is None:
        return words
    return f"{words} · " + _tr("{n} mV").format(n=f"{moment.millivolts:.2f}")


def _on_paper(place: QPointF, area: Rect, scale: Scale) -> str:
    x, y = (place.x() - area.x0) / scale.px_per_mm_x, (place.y() - area.y0) / scale.px_per_mm_y
    milliseconds = round(1000 * (place.x() - area.x0) / scale.px_per_s)
    return _tr("{x}, {y} mm · {n} ms").format(x=f"{x:.1f}", y=f"{y:.1f}", n=milliseconds)


def _tr(text: str) -> str:
    return QCoreApplication.translate("calipers", text)
