"""What the report says: the facts of an analysis as short texts, before any of them has a place."""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from ecgdesk import __version__
from ecgdesk.core import measured as words
from ecgdesk.core.analysis import Analysis, Explanation, Measurements, Prediction, Status
from ecgdesk.core.figures import probability_text
from ecgdesk.core.geometry import Crop
from ecgdesk.core.methods import method_name
from ecgdesk.core.placing import done_by_itself
from ecgdesk.core.sentence import Language, Sentence, joined, say, say_count, verbatim

NOT_MEASURED: Final = say("not measured")

LIGHT_SIGNS: Final = MappingProxyType({"green": "✓", "amber": "▲", "red": "✕"})
"""Shapes beside the words, as colour alone must not say it."""
CHECKED: Final = (
    ("randomised_correlation", say("likeness to the map of a model without learning")),
    ("erasing_gain", say("better than chance at finding what matters, by")),
    ("jitter_correlation", say("likeness when the crop moves by 1 %")),
    ("jitter_probability", say("change of the probability then, at most")),
)

_HASH_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """The headline and the line below it, yet to be said in a language; `sure` False is shown in grey."""

    headline: str
    detail: str
    sure: bool


def verdict(analysis: Analysis) -> Verdict:
    """Return the class with its probability, or "Not sure" with the classes that are possible."""
    prediction = analysis.prediction
    if analysis.status is not Status.OK or prediction is None:
        return Verdict(say("No result"), analysis.reason or say("This page was not analysed."), sure=False)
    if prediction.labels and not prediction.uncertain:
        return Verdict(_names(analysis, prediction.labels), _each(prediction), sure=True)
    others = [c for c in prediction.prediction_set if c != prediction.label]
    if prediction.unlike_training:
        unlike = say("This page is unlike the pages this model was trained on.")
        return Verdict(say("Not sure"), prediction.unread or unlike, sure=False)
    if prediction.label is None or prediction.uncertain:
        return Verdict(say("Not sure"), _possible(analysis, prediction), sure=False)
    chance = say(
        "Probability {probability}", probability=probability_text(prediction.probabilities[prediction.label])
    )
    also = say("also possible: {classes}", classes=_names(analysis, tuple(others))) if others else ""
    return Verdict(class_name(analysis, prediction.label), joined((chance, also), "; "), sure=True)


def _each(prediction: Prediction) -> Sentence:
    if len(prediction.labels) > 1:
        return say("each likely enough to be named")
    number = probability_text(prediction.probabilities[prediction.labels[0]])
    return say("Probability {probability}; likely enough to be named", probability=number)


def _possible(analysis: Analysis, prediction: Prediction) -> Sentence:
    if not prediction.prediction_set:
        return say("none of the classes stands out")
    return say("Possible: {classes}", classes=_names(analysis, prediction.prediction_set))


def class_name(analysis: Analysis, class_id: str) -> Sentence:
    """Return the name of a class for people."""
    return verbatim(analysis.model.classes.get(class_id, class_id) if analysis.model else class_id)


def measured(measurements: Measurements | None) -> list[tuple[str, str]]:
    """Return name and value of every measurement that has a place in the report, or why it has none."""
    m = measurements or Measurements()
    values: list[tuple[str, str, Sentence | None]] = [
        (say("Heart rate"), "heart_rate_bpm", _rate(m)),
        ("PR", "pr_ms", words.milliseconds(m.pr_ms)),
        ("QRS", "qrs_ms", words.milliseconds(m.qrs_ms)),
        ("QT", "qt_ms", words.milliseconds(m.qt_ms)),
        (f"QTc ({m.qtc_formula})" if m.qtc_formula else "QTc", "qtc_ms", _corrected(m)),
        (say("QRS axis"), "axis_deg", words.axis(m)),
        (say("ST at J + 60 ms"), "st", words.st_levels(m)),
    ]
    return [(name, value or _missing(m, field)) for name, field, value in values]


def _rate(m: Measurements) -> Sentence | None:
    """Return the rate with its range and whether it is regular."""
    span, regular = words.heart_rate_range(m), words.regularity(m)
    rate = words.heart_rate(m)
    if rate is None or span is None or regular is None:
        return rate
    return say("{rate} ({range}), {regular}", rate=rate, range=span, regular=regular)


def _corrected(m: Measurements) -> Sentence | None:
    first, second = words.milliseconds(m.qtc_ms), words.milliseconds(m.qtc_fridericia_ms)
    if first is None or second is None:
        return first
    return say("{first}, by Fridericia {second}", first=first, second=second)


def _missing(m: Measurements, field: str) -> Sentence:
    reason = m.reasons.get(field)
    return joined((say("not measurable:"), reason)) if reason else NOT_MEASURED


def facts(analysis: Analysis, when: datetime, file: str | None, language: Language) -> list[tuple[str, str]]:
    """Return what was analysed, with what and when; `file` only where it was asked for."""
    rows: list[tuple[str, str]] = [(say("Date"), say("{moment}", moment=language.moment(when)))]
    if file is not None:
        rows.append((say("File"), say("{file}", file=file)))
    if analysis.file_sha256:
        rows.append((say("File hash"), _shortened(analysis.file_sha256)))
    if analysis.model is not None:
        rows.append((say("Model"), say("{name} ({id})", name=analysis.model.name, id=analysis.model.id)))
        rows.append((say("Model hash"), _shortened(analysis.model.sha256)))
    if analysis.explanation is not None:
        rows.append((say("Explanation"), explained_by(analysis, analysis.explanation)))
    if analysis.crop is not None:
        rows.append((say("Crop"), described(analysis.crop)))
        if done := done_by_itself(analysis.crop):
            rows.append((say("Page"), joined(done)))
    program = f"ecgdesk {__version__}"
    on_device = say("{program} on {device}", program=program, device=analysis.device)
    rows.append((say("Program"), on_device if analysis.device else program))
    return rows


def explained_by(analysis: Analysis, explanation: Explanation) -> Sentence:
    """Return method, class and layer of a heat map."""
    target = class_name(analysis, explanation.target)
    parts = [verbatim(method_name(explanation.method)), target]
    if explanation.layer:
        parts.append(say("layer {name}", name=explanation.layer))
    return joined(parts, ", ")


def lights(explanation: Explanation | None) -> list[Sentence]:
    """Return how a heat map stood its checks: the verdict, then its figures; nothing if unchecked."""
    if explanation is None or not explanation.light:
        return []
    figures = [
        say("{what}: {number}", what=words, number=f"{value:.2f}")
        for name, words in CHECKED
        if isinstance(value := explanation.checks.get(name), float)
    ]
    return [joined((LIGHT_SIGNS[explanation.light], explanation.verdict)), joined(figures, "; ")]


def _shortened(sha256: str) -> Sentence:
    return say("{hash} (SHA-256, first {count})", hash=sha256[:_HASH_SHOWN], count=_HASH_SHOWN)


def page_mark(analysis: Analysis) -> Sentence:
    """Return which page it is, known by what its file holds: no path, no name that may be a patient's."""
    return say(
        "Page {hash} (page {number})", hash=analysis.file_sha256[:_HASH_SHOWN], number=analysis.page.number
    )


def described(crop: Crop) -> Sentence:
    """Return a crop in pixels of the straightened page, with what else was done to it."""
    x0, y0, x1, y1 = crop.rect.rounded()
    parts = [say("({x0}, {y0}) to ({x1}, {y1}) px", x0=x0, y0=y0, x1=x1, y1=y1)]
    if crop.corners is not None:
        parts.append(say("corners straightened"))
    if crop.rotation_deg:
        parts.append(say("turned {angle:.1f}°", angle=crop.rotation_deg))
    if crop.masks:
        parts.append(say_count("{n} area masked", "{n} areas masked", n=len(crop.masks)))
    return joined(parts, ", ")


def _names(analysis: Analysis, classes: tuple[str, ...]) -> Sentence:
    return joined((class_name(analysis, class_id) for class_id in classes), ", ")
