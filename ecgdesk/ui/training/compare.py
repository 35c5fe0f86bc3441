"""Several runs in one table: what differs between their recipes, and their figures."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.recipe_form import FormField, form_sections
from ecgdesk.core.recipe_values import value_at, values_of, written
from ecgdesk.core.run_history import RunRecord
from ecgdesk.services.training.results import RunResults, read_results
from ecgdesk.ui.training.field_names import field_name, section_name
from ecgdesk.ui.training.figure_table import value_words
from ecgdesk.ui.training.figure_words import SHOWN, figure_name
from ecgdesk.ui.training.state_words import state_words

_NOT_COMPARED = ("card", "data.classes")


def comparison_rows(records: Sequence[RunRecord]) -> tuple[list[str], list[list[str]]]:
    """Return the headings and rows of a table with a column for each run."""
    translate = QCoreApplication.translate
    results = [_results(record) for record in records]
    rows = [[translate("runs", "State"), *(state_words(record.state) for record in records)]]
    for key in SHOWN:
        if any(found is not None and key in found.summary for found in results):
            values = [None if found is None else found.summary.get(key) for found in results]
            rows.append([figure_name(key), *map(value_words, values)])
    rows += _differences(records)
    return [translate("runs", "Figure or choice"), *(record.name for record in records)], rows


def _results(record: RunRecord) -> RunResults | None:
    try:
        return read_results(record.files)
    except EcgdeskError:  # a run without figures still shows its choices
        return None


def _differences(records: Sequence[RunRecord]) -> list[list[str]]:
    values = [None if record.recipe is None else values_of(record.recipe) for record in records]
    rows = []
    for section in form_sections():
        for field in section.fields:
            said = [_said(field, one) for one in values]
            if len(set(said)) > 1 and not field.path.startswith(_NOT_COMPARED):
                name = field_name(field.path)
                if section.path:
                    name = f"{section_name(section.path)}: {name}"
                rows.append([name, *said])
    return rows


def _said(field: FormField, values: dict[str, Any] | None) -> str:
    return "–" if values is None else written(field, value_at(values, field.path)) or "–"
