"""What was measured as rows of a table: name, value with its unit, beats, and why where there is none.

Below the window they are sentences, so that report and window say the same in any language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ecgdesk.core.analysis import Measurements
from ecgdesk.core.figures import Figure
from ecgdesk.core.sentence import Sentence, joined, say, verbatim

NOT_MEASURABLE: Final = say("not measurable")
_REGULAR, _IRREGULAR = say("regular"), say("irregular")
_MINUS: Final = "−"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: `value` None where it is not measurable, then `reason` says why, if it is known."""

    name: Sentence
    value: Sentence | None
    beats: int = 0
    reason: str = ""


def rows(measured: Measurements) -> Iterator[Row]:
    """Yield a row for everything that is measured on a page, measurable or not."""
    yield _row(measured, say("Heart rate"), "heart_rate_bpm", heart_rate(measured))
    yield _row(measured, say("Lowest to highest"), "heart_rate_low_bpm", heart_rate_range(measured))
    yield _row(measured, say("Mean of all beats"), "heart_rate_mean_bpm", _bpm(measured.heart_rate_mean_bpm))
    yield _row(measured, say("RR interval"), "rr_ms", milliseconds(measured.rr_ms))
    yield _row(measured, say("Rhythm"), "regular", regularity(measured))
    yield _row(measured, say("P wave"), "p_ms", milliseconds(measured.p_ms))
    for name, field in (("PR", "pr_ms"), ("QRS", "qrs_ms"), ("QT", "qt_ms")):
        yield _row(measured, verbatim(name), field, milliseconds(getattr(measured, field)))
    formula = verbatim(f"QTc ({measured.qtc_formula or 'Bazett'})")
    yield _row(measured, formula, "qtc_ms", milliseconds(measured.qtc_ms))
    yield _row(
        measured, verbatim("QTc (Fridericia)"), "qtc_fridericia_ms", milliseconds(measured.qtc_fridericia_ms)
    )
    yield _row(measured, say("QRS axis"), "axis_deg", axis(measured))
    yield from _st_rows(measured)


def st_field(lead: str) -> str:
    """Return under which name among the reasons it stands why a lead has no ST level."""
    return f"st_{lead}"


def heart_rate(measured: Measurements) -> Sentence | None:
    """Return the heart rate with its unit."""
    return _bpm(measured.heart_rate_bpm)


def heart_rate_range(measured: Measurements) -> Sentence | None:
    """Return the rates of the longest and of the shortest interval."""
    low, high = measured.heart_rate_low_bpm, measured.heart_rate_high_bpm
    if low is None or high is None:
        return None
    return say("{low:.0f}–{high:.0f} bpm", low=low, high=high)


def regularity(measured: Measurements) -> Sentence | None:
    """Return whether the beats are regular."""
    if measured.regular is None:
        return None
    return _REGULAR if measured.regular else _IRREGULAR


def milliseconds(value: float | None) -> Sentence | None:
    """Return an interval with its unit."""
    return None if value is None else say("{n:.0f} ms", n=value)


def axis(measured: Measurements) -> Sentence | None:
    """Return the axis with its unit."""
    if measured.axis_deg is None:
        return None
    return say("{sign}{n:.0f}°", sign=_sign(measured.axis_deg, 0, ""), n=abs(measured.axis_deg))


def st_levels(measured: Measurements) -> Sentence | None:
    """Return the ST levels of all leads in one line."""
    parts = [
        say("{lead}\N{NO-BREAK SPACE}{level}", lead=lead, level=_level(level.millivolts))
        for lead, level in measured.st.items()
        if level.millivolts is not None
    ]
    return say("{levels} mV", levels=joined(parts, ", ")) if parts else None


def _row(measured: Measurements, name: Sentence, field: str, value: Sentence | None) -> Row:
    return Row(name, value, measured.beats_used.get(field, 0), measured.reasons.get(field, ""))


def _st_rows(measured: Measurements) -> Iterator[Row]:
    if not measured.st:
        yield Row(say("ST at J + 60 ms"), None, 0, measured.reasons.get("st", ""))
    for lead, level in measured.st.items():
        value = None
        if level.millivolts is not None:
            value = say("{level} mV", level=_level(level.millivolts))
        why = measured.reasons.get(st_field(lead), "")
        yield Row(say("ST in {lead}", lead=lead), value, level.beats, why)


def _level(millivolts: float) -> Figure:
    return Figure(f"{_sign(millivolts, 2, '+')}{abs(millivolts):.2f}")


def _sign(value: float, digits: int, positive: str) -> str:
    rounded = round(value, digits)
    return _MINUS if rounded < 0 else positive if rounded > 0 else ""


def _bpm(value: float | None) -> Sentence | None:
    return None if value is None else say("{n:.0f} bpm", n=value)
