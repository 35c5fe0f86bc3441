"""`python -m training.card_page PACK [--run RUN] --out FILE`: a model's card as a page for people.

Everything comes from the card in the pack; ROC curves need the held-out predictions in the run folder.
"""

import argparse
import csv
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sklearn.metrics import roc_auc_score, roc_curve

from ecgdesk.core.card import Card, ReliabilityBin
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.models.pack import read_card
from training.figures import to_png
from training.html import document, paragraphs, picture, table
from training.report import figure_tables

_SEPARATOR = ";"


def card_html(card: Card, run: Path | None = None) -> str:
    """Return the page of a card; with a run folder also its ROC curves on held-out predictions."""
    pictures = {"Reliability: share right against probability given": reliability_png(card)}
    if run is not None:
        pictures["ROC of each class on held-out predictions"] = roc_png(card, run)
    parts = [
        f"<h1>{escape(card.name)}</h1><p>{escape(card.description)}</p><p><b>{escape(DISCLAIMER)}</b></p>",
        "<h2>Who should not use it</h2><ul>",
        "".join(f"<li>{escape(limit)}</li>" for limit in card.limits) + "</ul>",
        "<h2>How good it is</h2>" + figure_tables(card.figures),
        _confusion(card.confusion),
        "".join(picture(name, data) for name, data in pictures.items()),
        paragraphs([f"Calibration: {card.calibration.protocol}."]),
        "<h2>What it was trained on</h2>" + _data(card),
        paragraphs([f"Architecture {card.architecture}; made {card.created:%Y-%m-%d}.", card.licence]),
    ]
    return document(card.name, parts)


def reliability_png(card: Card) -> bytes:
    """Return a reliability curve: of the top class, or of each class of a model that gives several."""
    bins: Mapping[str, Sequence[ReliabilityBin]] = {"top class": card.calibration.reliability}
    if card.multi_label:
        bins = card.calibration.class_reliability
    figure = Figure(figsize=(4.6, 4.2), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    for name, parts in bins.items():
        filled = [part for part in parts if part.pages]
        middles = [(part.low + part.high) / 2 for part in filled]
        axes.plot(
            middles, [part.correct / part.pages for part in filled], marker="o", markersize=4, label=name
        )
    _finish(axes, "probability given", "share right")
    return to_png(figure)


def roc_png(card: Card, run: Path) -> bytes:
    """Return the ROC curve of each class from a run's predictions.csv; raises OSError."""
    with (run / "predictions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    figure = Figure(figsize=(4.6, 4.2), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    for name in (item.id for item in card.classes):
        truth = np.array([name in row["label"].split(_SEPARATOR) for row in rows])
        logits = np.array([float(row[name]) for row in rows])
        false, true, _ = roc_curve(truth, logits)
        axes.plot(false, true, linewidth=1.4, label=f"{name} {roc_auc_score(truth, logits):.3f}")
    _finish(axes, "1 - specificity", "sensitivity")
    return to_png(figure)


def _finish(axes: Axes, across: str, down: str) -> None:
    axes.set(xlim=(0, 1), ylim=(0, 1.02), xlabel=across, ylabel=down)
    axes.legend(loc="lower right", fontsize=8)


def _confusion(counts: Mapping[str, Mapping[str, int]]) -> str:
    if not counts:
        return ""
    rows = [(true, *(str(row.get(guess, 0)) for guess in counts)) for true, row in counts.items()]
    return "<h3>True class down, answer across</h3>" + table(("", *counts), rows)


def _data(card: Card) -> str:
    rows = [
        (data.name, str(data.pages), ", ".join(f"{name} {n}" for name, n in data.pages_per_class.items()),
         data.grouped_by, data.licence)
        for data in card.training_data
    ]  # fmt: skip
    return table(("data", "pages", "of each class", "grouped by", "licence"), rows)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the page; exit 0, or 1 with a sentence."""
    parser = argparse.ArgumentParser(prog="python -m training.card_page", description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--run", type=Path, default=None, help="the run folder the pack comes from")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args(argv)
    try:
        page = card_html(read_card(arguments.pack), arguments.run)
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        arguments.out.write_text(page, encoding="utf-8")
    except (EcgdeskError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
