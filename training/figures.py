"""Pictures of a report: confusion matrix and reliability, as PNG bytes."""

import io

import numpy as np
from matplotlib.figure import Figure

from ecgdesk.core.card import Calibration
from training.metrics import Metrics

_DPI = 110


def confusion_png(metrics: Metrics) -> bytes:
    """Return the confusion matrix: true classes down, predicted across, page counts in the cells."""
    names = metrics.classes
    counts = np.array([[metrics.confusion[true][guess] for guess in names] for true in names])
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure = Figure(figsize=(1.6 + len(names), 1.2 + 0.9 * len(names)), layout="constrained")
    axes = figure.add_subplot()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for (row, column), count in np.ndenumerate(counts):
        colour = "white" if shares[row, column] > 0.5 else "black"
        axes.text(column, row, str(count), ha="center", va="center", color=colour)
    axes.set_xticks(range(len(names)), names)
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel("predicted")
    axes.set_ylabel("true")
    return to_png(figure)


def reliability_png(calibration: Calibration) -> bytes:
    """Return accuracy against confidence, each point as large as its bin."""
    figure = Figure(figsize=(4.2, 4.0), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    for part in calibration.reliability:
        place = ((part.low + part.high) / 2, part.correct / part.pages)
        axes.scatter(*place, s=12 + 0.6 * part.pages, color="C0")
        axes.annotate(str(part.pages), place, xytext=(9, -10), textcoords="offset points", fontsize=8)
    axes.set(xlim=(0, 1), ylim=(0, 1.05), xlabel="probability of the top class", ylabel="share right")
    return to_png(figure)


def to_png(figure: Figure) -> bytes:
    """Return a figure as PNG."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=_DPI)
    return buffer.getvalue()
