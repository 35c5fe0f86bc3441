"""A result in a few lines of plain text, for the clipboard."""

from PySide6.QtCore import QCoreApplication

from ecgdesk.core.analysis import Analysis
from ecgdesk.ui.i18n import said
from ecgdesk.ui.wording import class_name, class_names, disclaimer, intervals, probability


def as_text(analysis: Analysis) -> str:
    """Return the lines: result, probabilities, measurements, cautions, model, disclaimer."""
    translate = QCoreApplication.translate
    lines: list[str] = []
    if analysis.prediction is not None and analysis.model is not None:
        prediction, classes = analysis.prediction, analysis.model.classes
        ids = prediction.labels if prediction.label is None else (prediction.label,)
        sure = class_names(classes, ids) or translate("summary", "None of the classes")
        lines.append(translate("summary", "Not sure") if prediction.uncertain else sure)
        if not prediction.unlike_training:
            lines += [f"{class_name(classes, one)}: {probability(p)}" for one, p in prediction.ranked]
    else:
        lines.append(said(analysis.reason) or translate("summary", "No result"))
    lines.append(intervals(analysis.measurements))
    quality = analysis.quality.cautions if analysis.quality else ()
    lines += dict.fromkeys(said(caution.sentence) for caution in (*quality, *analysis.cautions))
    if analysis.model is not None:
        lines.append(f"{analysis.model.name} ({analysis.model.sha256[:12]})")
    lines.append(disclaimer())
    return "\n".join(line for line in lines if line)
