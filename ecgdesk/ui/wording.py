"""The words and numbers that lists, panels and bars share."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from ecgdesk.core.analysis import Analysis, Measurements, Stage, Trust
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.figures import DECIMALS, rounded_probability
from ecgdesk.core.page import PageRef
from ecgdesk.core.sentence import verbatim
from ecgdesk.services.entry import Entry, EntryStatus
from ecgdesk.services.session import Session
from ecgdesk.ui.i18n import said


@dataclass(frozen=True, slots=True)
class Sign:
    """How a state is shown: an icon, the theme role of its colour, and a word."""

    icon: str
    role: str
    word: str


def disclaimer() -> str:
    """The sentence of `core.constants.DISCLAIMER`, in the language of the window."""
    return said(DISCLAIMER)


def probability(value: float) -> str:
    """Two decimals in the language's own writing; never a bare 0 or 1."""
    sign, shown = rounded_probability(value)
    return sign + QLocale().toString(shown, "f", DECIMALS)


def time_left(seconds: float) -> str:
    """Whole seconds or minutes."""
    if seconds < 90:
        text = QCoreApplication.translate("wording", "{n} s left")
        return text.format(n=max(1, round(seconds)))
    return QCoreApplication.translate("wording", "{n} min left").format(n=round(seconds / 60))


def page_title(page: PageRef, page_count: int = 1) -> str:
    """File name, with the page number where the file has several."""
    if page_count == 1:
        return page.title
    return QCoreApplication.translate("wording", "{name}, page {n}").format(
        name=page.path.name, n=page.number
    )


def how_far(session: Session) -> str:
    """How many pages are finished, of how many, and how many of them failed."""
    if not len(session):
        return ""
    words = f"{sum(1 for e in session if e.is_finished)}/{len(session)}"
    failed = sum(1 for e in session if e.status is EntryStatus.FAILED)
    if not failed:
        return words
    return words + " · " + QCoreApplication.translate("wording", "{n} failed").format(n=failed)


def step_words(stage: Stage | None) -> str:
    """What is done to a page of which a stage is whole."""
    translate = QCoreApplication.translate
    match stage:
        case Stage.PAGE:
            return translate("wording", "finding the class…")
        case Stage.CLASS:
            return translate("wording", "checking the result…")
        case _:
            return translate("wording", "reading the page…")


def class_name(classes: Mapping[str, str], class_id: str) -> str:
    """The name of a class, translated where it is a usual one; its id where the model names none."""
    return said(verbatim(classes.get(class_id, class_id)))


def class_names(classes: Mapping[str, str], ids: tuple[str, ...]) -> str:
    """Names of classes, joined for a sentence."""
    return ", ".join(class_name(classes, one) for one in ids)


def sign_of(entry: Entry) -> Sign:
    """The one sign an open page has in the list."""
    translate = QCoreApplication.translate
    match entry.status:
        case EntryStatus.RUNNING:
            return Sign("status-running", "accent", translate("wording", "Analysing"))
        case EntryStatus.REFUSED:
            return Sign("status-refused", "caution", translate("wording", "No result"))
        case EntryStatus.FAILED:
            return Sign("status-error", "error", translate("wording", "Problem"))
        case EntryStatus.DONE if entry.analysis is not None:
            return _sign_of_result(entry.analysis)
        case _:
            return Sign("status-waiting", "muted", translate("wording", "Waiting"))


def _sign_of_result(analysis: Analysis) -> Sign:
    translate = QCoreApplication.translate
    if analysis.prediction is not None and analysis.prediction.uncertain:
        return Sign("status-unsure", "muted", translate("wording", "Not sure"))
    if analysis.trust is Trust.AMBER:
        return Sign("status-caution", "caution", translate("wording", "Take care"))
    return Sign("status-ok", "accent", translate("wording", "Done"))


def short_result(entry: Entry, short_names: Mapping[str, str]) -> str:
    """A few words for the list: the class with its probability, or the state."""
    analysis = entry.analysis
    word = sign_of(entry).word
    if entry.status is not EntryStatus.DONE or analysis is None or analysis.prediction is None:
        return word
    prediction = analysis.prediction
    if prediction.uncertain:
        return word
    ids = prediction.labels if prediction.label is None else (prediction.label,)
    names = class_names(short_names, ids)
    if not names:
        return QCoreApplication.translate("wording", "None of the classes")
    if len(ids) > 1:
        return names
    return f"{names} {probability(prediction.probabilities[ids[0]])}"


def rate(measurements: Measurements | None) -> str:
    """The heart rate with its unit, or nothing."""
    if measurements is None or measurements.heart_rate_bpm is None:
        return ""
    text = QCoreApplication.translate("wording", "{n} bpm")
    return text.format(n=round(measurements.heart_rate_bpm))


def intervals(measurements: Measurements | None) -> str:
    """What is asked for most in one line: rate, PR, QRS and QTc (QT where there is none)."""
    if measurements is None:
        return ""
    last = ("QTc", measurements.qtc_ms) if measurements.qtc_ms is not None else ("QT", measurements.qt_ms)
    pairs = [("PR", measurements.pr_ms), ("QRS", measurements.qrs_ms), last]
    parts = [f"{name} {value:.0f}" for name, value in pairs if value is not None]
    if parts:
        parts[-1] = QCoreApplication.translate("wording", "{text} ms").format(text=parts[-1])
    return " · ".join(part for part in (rate(measurements), *parts) if part)
