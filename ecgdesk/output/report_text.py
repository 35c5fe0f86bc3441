"""What the report says: the facts of an analysis as short texts, before any of them has a place."""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from ecgdesk import __version__
from ecgdesk.core.analysis import Analysis, Measurements, Status
from ecgdesk.core.figures import probability_text
from ecgdesk.core.geometry import Crop

NOT_MEASURED: Final = "not measured"

_HASH_SHOWN: Final = 12
_METHOD_NAMES: Final = MappingProxyType({"gradcam": "Grad-CAM"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The headline and the line below it; `sure` False is shown in grey."""

    headline: str
    detail: str
    sure: bool


def verdict(analysis: Analysis) -> Verdict:
    """Return the class with its probability, or "Not sure" with the classes that are possible."""
    prediction = analysis.prediction
    if analysis.status is not Status.OK or prediction is None:
        return Verdict("No result", analysis.reason or "This page was not analysed.", sure=False)
    if prediction.labels:
        return Verdict(_names(analysis, prediction.labels), "each over its own threshold", sure=True)
    others = [c for c in prediction.prediction_set if c != prediction.label]
    if prediction.unlike_training:
        return Verdict("Not sure", "This page is unlike the pages this model was trained on.", sure=False)
    if prediction.label is None or prediction.uncertain:
        possible = _names(analysis, prediction.prediction_set) or "none of the classes stands out"
        return Verdict(
            "Not sure", f"Possible: {possible}" if prediction.prediction_set else possible, sure=False
        )
    chance = f"Probability {probability_text(prediction.probabilities[prediction.label])}"
    also = f"; also possible: {_names(analysis, tuple(others))}" if others else ""
    return Verdict(class_name(analysis, prediction.label), chance + also, sure=True)


def class_name(analysis: Analysis, class_id: str) -> str:
    """Return the name of a class for people."""
    return analysis.model.classes.get(class_id, class_id) if analysis.model else class_id


def measured(measurements: Measurements | None) -> list[tuple[str, str]]:
    """Return name and value of every measurement that has a place in the report."""
    m = measurements or Measurements()
    qtc = f"QTc ({m.qtc_formula})" if m.qtc_formula else "QTc"
    rows = (("Heart rate", m.heart_rate_bpm, "bpm"), ("PR", m.pr_ms, "ms"), ("QRS", m.qrs_ms, "ms"),
            ("QT", m.qt_ms, "ms"), (qtc, m.qtc_ms, "ms"))  # fmt: skip
    return [(name, NOT_MEASURED if value is None else f"{value:.0f} {unit}") for name, value, unit in rows]


def facts(analysis: Analysis, when: datetime, file: str | None) -> list[tuple[str, str]]:
    """Return what was analysed, with what and when; `file` only where it was asked for."""
    rows = [("Date", f"{when:%d %B %Y, %H:%M}")]
    if file is not None:
        rows.append(("File", file))
    if analysis.file_sha256:
        rows.append(("File hash", _shortened(analysis.file_sha256)))
    if analysis.model is not None:
        rows.append(("Model", f"{analysis.model.name} ({analysis.model.id})"))
        rows.append(("Model hash", _shortened(analysis.model.sha256)))
    if analysis.explanation is not None:
        method = analysis.explanation.method
        target = class_name(analysis, analysis.explanation.target)
        rows.append(("Explanation", f"{_METHOD_NAMES.get(method, method)}, {target}"))
    if analysis.crop is not None:
        rows.append(("Crop", described(analysis.crop)))
    rows.append(("Program", f"ecgdesk {__version__}" + (f" on {analysis.device}" if analysis.device else "")))
    return rows


def _shortened(sha256: str) -> str:
    return f"{sha256[:_HASH_SHOWN]} (SHA-256, first {_HASH_SHOWN})"


def page_mark(analysis: Analysis) -> str:
    """Return which page it is, known by what its file holds: no path, no name that may be a patient's."""
    return f"{analysis.file_sha256[:_HASH_SHOWN]} (page {analysis.page.number})"


def described(crop: Crop) -> str:
    """Return a crop in pixels of the straightened page, with what else was done to it."""
    x0, y0, x1, y1 = crop.rect.rounded()
    parts = [f"({x0}, {y0}) to ({x1}, {y1}) px"]
    if crop.corners is not None:
        parts.append("corners straightened")
    if crop.rotation_deg:
        parts.append(f"turned {crop.rotation_deg:.1f}°")
    if crop.masks:
        parts.append(f"{len(crop.masks)} area{'s' if len(crop.masks) > 1 else ''} masked")
    return ", ".join(parts)


def _names(analysis: Analysis, classes: tuple[str, ...]) -> str:
    return ", ".join(class_name(analysis, class_id) for class_id in classes)
