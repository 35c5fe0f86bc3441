"""One self-contained page on a run, and its figures as files."""

from collections.abc import Iterable, Mapping
from html import escape

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Card, Figure
from ecgdesk.core.constants import DISCLAIMER
from training.card_pictures import card_pictures
from training.data import PageSet
from training.figures import confusion_png, reliability_png
from training.gap import gap_html
from training.html import document, picture, table
from training.results import Results
from training.run_folder import RunFolder


def write_report(
    folder: RunFolder, card: Card, results: Results, pages: PageSet, more: Mapping[str, bytes] | None = None
) -> None:
    """Write report.html and the PNG figures of a run; `more` are further pictures by name."""
    pictures: dict[str, bytes] = {}
    if results.said is None:
        pictures["confusion"] = confusion_png(results.metrics)
        pictures["reliability"] = reliability_png(results.calibration)
    pictures |= card_pictures(card) | dict(more or {})
    folder.figures.mkdir(exist_ok=True)
    for name, data in pictures.items():
        (folder.figures / f"{_file_name(name)}.png").write_bytes(data)
    report = report_html(card, pictures, worst_mistakes(results, pages), gap_html(folder))
    folder.write_text(folder.report, report)


def report_html(
    card: Card, pictures: dict[str, bytes], mistakes: Iterable[tuple[str, ...]], gap: str = ""
) -> str:
    """Return the report as one HTML text that needs no other file; `gap` is shown below the figures."""
    parts = [
        f"<h1>{escape(card.name)}</h1><p>{escape(card.description)}</p><p><b>{escape(DISCLAIMER)}</b></p>",
        "".join(f"<p><b>Override: {escape(reason)}</b></p>" for reason in card.overrides),
        figure_tables(card.figures),
        gap,
        "".join(picture(name, data) for name, data in pictures.items()),
        f"<p><small>Calibration: {escape(card.calibration.protocol)}.</small></p>",
        "<h2>Most confident mistakes</h2>",
        table(("page", "true", "predicted", "probability"), mistakes),
        "<h2>Limits</h2><ul>" + "".join(f"<li>{escape(limit)}</li>" for limit in card.limits) + "</ul>",
        f"<p><small>{escape(card.licence)}</small></p>",
    ]
    return document(card.name, parts)


def worst_mistakes(results: Results, pages: PageSet, most: int = 12) -> list[tuple[str, ...]]:
    """Return file, true class, predicted class and probability of the most confident wrong answers."""
    if results.said is not None:
        return _wrong_about_classes(results, results.said, pages, most)
    names = results.metrics.classes
    guess = results.probabilities.argmax(1)
    rows = sorted(
        (float(results.probabilities[i].max()), i) for i in range(len(guess)) if guess[i] != results.labels[i]
    )
    return [
        (pages.pages[results.positions[i]].path.name, names[results.labels[i]], names[guess[i]], f"{p:.2f}")
        for p, i in reversed(rows[-most:])
    ]


def _wrong_about_classes(
    results: Results, said: NDArray[np.bool_], pages: PageSet, most: int
) -> list[tuple[str, ...]]:
    """Return file, true classes, the class said wrongly or missed, and its probability."""
    wrong = np.argwhere(said != (results.labels > 0))
    distance = [abs(results.probabilities[i, c] - results.labels[i, c]) for i, c in wrong]
    rows: list[tuple[str, ...]] = []
    for i, c in wrong[np.argsort(distance)[::-1][:most]]:
        page, verb = pages.pages[results.positions[i]], "said" if said[i, c] else "missed"
        true = ", ".join(pages.names_of(page)) or "none"
        name = results.metrics.classes[c]
        rows.append((page.path.name, true, f"{verb} {name}", f"{results.probabilities[i, c]:.2f}"))
    return rows


def figure_tables(figures: Iterable[Figure]) -> str:
    """Return a table of figures for each protocol, with the protocol below it."""
    by_protocol: dict[str, list[Figure]] = {}
    for figure in figures:
        by_protocol.setdefault(figure.protocol, []).append(figure)
    return "".join(
        table(("figure", "value", "95 % interval", "pages"), map(_row, rows))
        + f"<p><small>{escape(why)}</small></p>"
        for why, rows in by_protocol.items()
    )


def _row(figure: Figure) -> tuple[str, ...]:
    interval = "" if figure.low is None or figure.high is None else f"{figure.low:.3f} – {figure.high:.3f}"
    return figure.name, f"{figure.value:.3f}", interval, "" if figure.n is None else str(figure.n)


def _file_name(name: str) -> str:
    return name.replace(",", "").replace(" ", "-")
