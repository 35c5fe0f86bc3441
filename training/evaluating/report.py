"""An evaluation as one HTML text, a table of predictions, and lines for the console."""

import csv
import io
from collections.abc import Iterator
from html import escape
from typing import Final

from ecgdesk.core.card import Calibration
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.evaluation import Estimate, Evaluation
from training.evaluating.outcome import Outcome
from training.figures import confusion_png, reliability_png
from training.html import document, paragraphs, picture, table
from training.metrics import Metrics

_HEADLINES: Final = {
    "accuracy": "Accuracy",
    "macro_f1": "Macro F1",
    "auroc": "Macro AUROC",
    "ece": "Expected calibration error",
    "brier": "Brier score",
    "log_loss": "Log loss",
}
_HEAD: Final = ("figure", "value", "95 % interval")


def evaluation_html(found: Evaluation, metrics: Metrics) -> str:
    """Return the report; it needs no other file."""
    pictures = {}
    if found.confusion:
        pictures["confusion"] = confusion_png(metrics)
        pictures["reliability"] = reliability_png(Calibration(reliability=found.reliability))
    parts = [
        f"<h1>{escape(found.model.name)} on {escape(found.source)}</h1><p><b>{escape(DISCLAIMER)}</b></p>",
        "".join(f"<p><b>{escape(text)}</b></p>" for text in found.warnings),
        table(_HEAD, (_row(name, value) for name, value in found.summary.items())),
        paragraphs([f"{found.protocol}."]),
        table(_HEAD, (_row(f"program: {name}", value) for name, value in found.sets.items())),
        "".join(picture(name, data) for name, data in pictures.items()),
        "<h2>Classes</h2>", table(("class", "pages", *_HEAD), _class_rows(found)),
        "<h2>Subgroups</h2>", table(("by", "value", "pages", "accuracy", "95 % interval", "others", "p"),
                                    _subgroup_rows(found)),
        "<h2>Drift</h2>", table(("what", "here", "95 % interval", "training", ""), _drift_rows(found)),
        "<h2>Recalibration</h2>", _recalibration(found),
        "<h2>Most confident mistakes</h2>", table(("page", "true", "said", "probability"), (
            (m.file, m.true, m.said, f"{m.probability:.2f}") for m in found.mistakes)),
        "<h2>Left out</h2>", table(("file", "why"), ((item.file, item.reason) for item in found.left_out)),
    ]  # fmt: skip
    return document(f"{found.model.name} on {found.source}", parts)


def predictions_csv(outcome: Outcome) -> str:
    """Return file, label, what was said, distance from the training pages and probabilities of each page."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("file", "label", "said", "uncertain", "novelty", *outcome.classes))
    for answer in outcome.answers:
        said = answer.said.label or ";".join(answer.said.labels)
        novelty = "" if answer.said.novelty is None else f"{answer.said.novelty:.4f}"
        numbers = [f"{value:.6f}" for value in answer.said.probabilities.values()]
        writer.writerow((answer.file.name, answer.file.label, said, answer.said.uncertain, novelty, *numbers))
    return text.getvalue()


def plain_lines(found: Evaluation) -> Iterator[str]:
    """Yield the evaluation for the console."""
    yield f"{found.model.name} ({found.model.id}): {found.protocol}."
    for name, value in found.summary.items():
        if name in _HEADLINES:
            yield f"  {_HEADLINES[name]}: {_said(value)}"
    for name, kinds in found.per_class.items():
        if "recall" in kinds:
            yield f"  {name}: sensitivity {_said(kinds['recall'])}, {found.support[name]} pages"
    for name, value in found.sets.items():
        yield f"  {name.replace('_', ' ')}: {_said(value)}"
    for part in found.subgroups:
        mark = " (apart)" if part.apart else ""
        yield f"  {part.by} = {part.value}: accuracy {_said(part.accuracy)}, {part.pages} pages{mark}"
    for item in found.drift:
        known = "" if item.training is None else f", training {item.training:.3f}"
        yield f"  {'!' if item.grave else ' '} {item.name}: {item.here:.3f}{known}"
    if found.recalibration is not None:
        yield f"  {found.recalibration.sentence}"
    yield from (f"! {text}" for text in found.warnings)


def _said(value: Estimate) -> str:
    return f"{value.value:.3f} ({value.low:.3f} to {value.high:.3f})"


def _row(name: str, value: Estimate) -> tuple[str, ...]:
    return name.replace("_", " "), f"{value.value:.3f}", f"{value.low:.3f} – {value.high:.3f}"


def _class_rows(found: Evaluation) -> Iterator[tuple[str, ...]]:
    for name, kinds in found.per_class.items():
        for kind, value in kinds.items():
            yield name, str(found.support[name]), *_row(kind, value)


def _subgroup_rows(found: Evaluation) -> Iterator[tuple[str, ...]]:
    for part in found.subgroups:
        others = "" if part.others is None else f"{part.others:.3f}"
        chance = "" if part.p_value is None else f"{part.p_value:.3f}"
        yield (part.by, part.value, str(part.pages), *_row("", part.accuracy)[1:], others,
               f"{chance}{' apart' if part.apart else ''}")  # fmt: skip


def _drift_rows(found: Evaluation) -> Iterator[tuple[str, ...]]:
    for item in found.drift:
        interval = "" if item.low is None or item.high is None else f"{item.low:.3f} – {item.high:.3f}"
        training = "" if item.training is None else f"{item.training:.3f}"
        note = f"{'! ' if item.grave else ''}{item.sentence}"
        yield item.name, f"{item.here:.3f}", interval, training, note


def _recalibration(found: Evaluation) -> str:
    fitted = found.recalibration
    if fitted is None:
        return paragraphs(["There are too few pages, or too few mistakes, to calibrate on."])
    rows = (
        (name.replace("_", " "), _said(value), _said(fitted.after[name]) if name in fitted.after else "")
        for name, value in fitted.before.items()
    )
    return f"<p>{escape(fitted.sentence)}</p>" + table(("figure", "as it is", "recalibrated"), rows)
