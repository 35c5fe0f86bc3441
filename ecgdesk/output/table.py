"""Analyses as a flat CSV table (RFC 4180) that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

_FIRST: Final = ("file", "page", "status", "label")
_FILE_NAMES: Final = ("file", "heatmap")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(objects: Sequence[Mapping[str, Any]]) -> str:
    """Return the objects of `as_json.as_object` as CSV; nested fields become `outer.inner` columns.

    What is asked for most comes first, the schema last, the rest in the order of first appearance. Lists are
    joined by "; ", lines by a blank (but names of files stay as they are). A text that a spreadsheet would
    run as a formula is led by an apostrophe (OWASP, "CSV Injection").
    """
    rows = [_flat(item) for item in objects]
    columns = sorted(dict.fromkeys(name for row in rows for name in row), key=_place)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _place(column: str) -> int:
    """Return the rank of a column; equal ranks keep their order."""
    if column in _FIRST:
        return _FIRST.index(column)
    if column.startswith("probabilities."):
        return len(_FIRST)
    return len(_FIRST) + (2 if column == "schema" else 1)


def _flat(item: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    row: dict[str, str] = {}
    for name, value in item.items():
        if isinstance(value, Mapping):
            row.update(_flat(value, f"{prefix}{name}."))
        else:
            cell = _cell(value)
            row[_harmless(f"{prefix}{name}")] = cell if name in _FILE_NAMES else " ".join(cell.splitlines())
    return row


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return _harmless("; ".join(_part(part) for part in value))
    return _harmless(str(value))


def _part(part: object) -> str:
    if isinstance(part, Mapping):
        return " ".join(str(value) for value in part.values() if value)
    return " ".join(map(str, part)) if isinstance(part, list) else str(part)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
