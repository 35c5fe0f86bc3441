"""Analyses as a flat CSV table (RFC 4180) that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(objects: Sequence[Mapping[str, Any]]) -> str:
    """Return the objects of `as_json.as_object` as CSV; nested fields become `outer.inner` columns.

    Columns come in the order of first appearance; lists are joined by "; ". A text that a spreadsheet
    would run as a formula is led by an apostrophe (OWASP, "CSV Injection").
    """
    rows = [_flat(item) for item in objects]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _flat(item: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    row: dict[str, str] = {}
    for name, value in item.items():
        if isinstance(value, Mapping):
            row.update(_flat(value, f"{prefix}{name}."))
        else:
            row[_harmless(f"{prefix}{name}")] = _cell(value)
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
