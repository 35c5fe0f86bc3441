"""What is said about calipers, leads and the scale, always with units."""

from PySide6.QtCore import QCoreApplication

from ecgdesk.core.calipers import Caliper, CaliperKind, value_of
from ecgdesk.core.tracing import LeadBox, Scale


def caliper_words(caliper: Caliper, scale: Scale | None) -> str:
    """Return what a caliper measures: "812 ms · 74 bpm", "0.42 mV", or pixels without a scale."""
    value = value_of(caliper, scale)
    if value is None:
        return _tr("{n} px").format(n=round(caliper.span))
    if value.ms is not None:
        time = _tr("{n} ms").format(n=round(value.ms))
        return time if value.bpm is None else f"{time} · " + _tr("{n} bpm").format(n=rate_words(value.bpm))
    return _tr("{n} mV").format(n=f"{value.mv or 0.0:.2f}")


def rate_words(bpm: float) -> str:
    """Return a rate without decimals; what is too fast to be one as a dash."""
    return str(round(bpm)) if bpm < 1000 else "–"


def caliper_kind(caliper: Caliper) -> str:
    """Return what kind of caliper it is."""
    return _tr("Time") if caliper.kind is CaliperKind.TIME else _tr("Voltage")


def lead_words(lead: LeadBox) -> str:
    """Return a lead's name, marked where it is a rhythm strip or not known."""
    name = lead.name or "?"
    return _tr("{lead} rhythm").format(lead=name) if lead.rhythm else name


def ruler_words(scale: Scale) -> str:
    """Return what a line over squares came to."""
    return _tr("{n} px per mm").format(n=f"{scale.px_per_mm_x:.2f}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("calipers", text)
