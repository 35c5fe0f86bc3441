"""Figures of parts of the pages: by columns of the list, and by what the pages are like."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import fisher_exact

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.evaluation import Estimate, Subgroup
from training.checkup.sources import Columns
from training.evaluating.outcome import Outcome, estimate, wilson
from training.metrics import evaluate

_MOST_VALUES: Final = 12
_FEW: Final = 5
_ENOUGH_FOR_F1: Final = 30
_UNLIKELY: Final = 0.05
_LARGE, _SMALL = 2_000_000, 700_000
_COUNTS: Final = ("copies_in_dataset", "copies")


def subgroups(outcome: Outcome, columns: Columns, wanted: Sequence[str]) -> tuple[Subgroup, ...]:
    """Return the figures of each part; raises RecipeError for a column that is not there."""
    tables = {**_by_columns(outcome, columns, wanted), **_by_page(outcome)}
    rows = [row for name, values in tables.items() for row in _rows(outcome, name, values)]
    return tuple(_corrected(rows))


def _by_columns(outcome: Outcome, columns: Columns, wanted: Sequence[str]) -> dict[str, list[str]]:
    files = [answer.file for answer in outcome.answers]
    present = list(files[0].row)
    for column in wanted:
        if column not in present:
            raise RecipeError(f"The list has no column {column!r}.", f"It has {', '.join(present)}.")
    taken = {columns.path, columns.label, columns.patient, *_COUNTS}
    values = {column: [file.row.get(column, "").strip() for file in files] for column in present}
    fitting = [name for name in present if name not in taken and _fits(values[name])]
    return {name: values[name] for name in (wanted or fitting)}


def _fits(values: Sequence[str]) -> bool:
    _, counts = np.unique([value for value in values if value], return_counts=True)
    return 2 <= len(counts) <= _MOST_VALUES and int((counts >= _FEW).sum()) >= 2


def _by_page(outcome: Outcome) -> dict[str, list[str]]:
    pages = [answer.page for answer in outcome.answers]
    tables = {
        "page quality": [page.trust for page in pages],
        "file format": [page.kind for page in pages],
        "resolution": [_size(page.pixels) for page in pages],
    }
    if outcome.novelty is not None:
        like = outcome.novelty <= 1
        tables["like the training pages"] = ["yes" if alike else "no" for alike in like]
    return {name: values for name, values in tables.items() if len(set(values)) > 1}


def _size(pixels: int) -> str:
    if pixels >= _LARGE:
        return "2 megapixels or more"
    return "below 0.7 megapixels" if pixels < _SMALL else "0.7 to 2 megapixels"


def _rows(outcome: Outcome, by: str, values: Sequence[str]) -> list[Subgroup]:
    right, column = outcome.right, np.array(values)
    return [_row(outcome, by, value, column == value, right) for value in sorted({v for v in values if v})]


def _row(outcome: Outcome, by: str, value: str, own: NDArray[np.bool_], right: NDArray[np.bool_]) -> Subgroup:
    hits, pages = int(right[own].sum()), int(own.sum())
    other_hits, others = int(right[~own].sum()), int((~own).sum())
    chance = None
    if others and min(pages, others) >= _FEW:
        table = np.array([[hits, pages - hits], [other_hits, others - other_hits]])
        chance = float(fisher_exact(table).pvalue)
    return Subgroup(
        by=by, value=value, pages=pages, accuracy=wilson(hits, pages), macro_f1=_macro_f1(outcome, own),
        others=other_hits / others if others else None, p_value=chance,
    )  # fmt: skip


def _macro_f1(outcome: Outcome, own: NDArray[np.bool_]) -> Estimate | None:
    """Return the macro F1 of some pages; None for few pages, where it means little, or several classes."""
    if own.sum() < _ENOUGH_FOR_F1 or outcome.card.multi_label:
        return None
    found = evaluate(
        outcome.probabilities[own], outcome.truth[own], outcome.classes, units=outcome.units[own]
    )
    return estimate(found.summary["macro_f1"])


def _corrected(rows: Sequence[Subgroup]) -> list[Subgroup]:
    """Return the rows with chance corrected for how many were looked at (Holm 1979)."""
    asked = sorted(
        (index for index, row in enumerate(rows) if row.p_value is not None),
        key=lambda index: rows[index].p_value or 0.0,
    )
    found, worst = list(rows), 0.0
    for rank, index in enumerate(asked):
        row = rows[index]
        worst = max(worst, min(1.0, (row.p_value or 0.0) * (len(asked) - rank)))
        beyond = row.others is not None and not row.accuracy.low <= row.others <= row.accuracy.high
        found[index] = row.model_copy(update={"p_value": worst, "apart": beyond and worst < _UNLIKELY})
    return found
