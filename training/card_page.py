"""`python -m training.card_page PACK --out FILE`: a model's card as a page for people.

Figures and curves come from the card in the pack. The pack itself is asked about simulated pages of
each class it has in common with `training.simulated_cases`; right and wrong answers are shown with maps.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import cv2
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ecgdesk.core.card import Card, ReliabilityBin
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.models.loaded import LoadedModel, load_network
from training.card_pictures import card_pictures
from training.figures import to_png
from training.html import document, paragraphs, picture, table
from training.report import figure_tables
from training.simulated_cases import Case, cases_of, shown, with_map


def card_html(card: Card, cases: str = "") -> str:
    """Return the page of a card; `cases` is HTML on single pages."""
    pictures = {"reliability: share right against probability given": reliability_png(card)}
    pictures |= card_pictures(card)
    parts = [
        f"<h1>{escape(card.name)}</h1><p>{escape(card.description)}</p><p><b>{escape(DISCLAIMER)}</b></p>",
        "<h2>Who should not use it</h2><ul>",
        "".join(f"<li>{escape(limit)}</li>" for limit in card.limits) + "</ul>",
        "<h2>How good it is</h2>" + figure_tables(card.figures),
        _confusion(card.confusion),
        "".join(picture(name, data) for name, data in pictures.items()),
        paragraphs(_protocols(card)),
        cases,
        "<h2>What it was trained on</h2>" + _data(card),
        paragraphs([f"Architecture {card.architecture}; made {card.created:%Y-%m-%d}.", card.licence]),
    ]
    return document(card.name, parts)


def cases_html(model: LoadedModel) -> str:
    """Return simulated pages answered rightly and wrongly, with maps, as HTML; empty where there are none."""
    cases = cases_of(model)
    if not cases:
        return ""
    pictures = [picture(_caption(case), _png(model, case)) for case in shown(cases)]
    return (
        "<h2>Simulated pages, answered rightly and wrongly</h2>"
        + paragraphs([_counted(cases)])
        + "".join(pictures)
    )


def _counted(cases: Sequence[Case]) -> str:
    """Return how many simulated pages of each class got which answer."""
    lines = []
    for truth in dict.fromkeys(case.truth for case in cases):
        own = [case for case in cases if case.truth == truth]
        right, marked = sum(case.is_right for case in own), sum(case.marked for case in own)
        lines.append(f"{truth} {right} of {len(own)} ({marked} marked as unlike)")
    return (
        f"Drawn in the look of the training pages, seeds 0 to {cases[-1].seed}; answered rightly: "
        f"{', '.join(lines)}. Of each class the first right and the first wrong page are shown, as the "
        "network saw them, with the map of the class it answered. A simulated page shows where a model "
        "looks, not how good it is."
    )


def _caption(case: Case) -> str:
    verdict = "right" if case.is_right else "wrong"
    marked = "; marked as unlike, no class is stated" if case.marked else ""
    said = f"{case.truth} drawn, {case.answer} answered with {case.probability:.2f}"
    return f"{verdict}: {said} (seed {case.seed}){marked}"


def _png(model: LoadedModel, case: Case) -> bytes:
    done, data = cv2.imencode(".png", cv2.cvtColor(with_map(model, case), cv2.COLOR_RGB2BGR))
    if not done:
        raise OSError("a picture could not be encoded")
    return bytes(data.tobytes())


def _protocols(card: Card) -> list[str]:
    said = [f"Calibration: {card.calibration.protocol}."]
    if card.mean_maps is not None:
        said.append(f"Maps: {card.mean_maps.protocol} ({card.mean_maps.method}).")
    return said


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
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args(argv)
    try:
        model = load_network(arguments.pack)
        page = card_html(model.card, cases_html(model))
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        arguments.out.write_text(page, encoding="utf-8")
    except (EcgdeskError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
