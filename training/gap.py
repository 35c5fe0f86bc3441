"""The figures of a run beside those of the same recipe under the other protocol, for its report."""

import json
from collections.abc import Mapping
from typing import Any, Final

from ecgdesk.core.run_folder import RunFiles
from ecgdesk.core.run_twins import runs_of_other_protocol
from training.html import paragraphs, table

_NAMES: Final = {"honest": "sound", "as_published": "as published, not an honest figure"}
_COMPARED: Final = {"accuracy": "Accuracy", "macro_f1": "Macro F1", "auroc": "Macro AUROC"}


def gap_html(files: RunFiles) -> str:
    """Return both protocols' figures side by side as HTML; empty where only this run has figures."""
    other = next((found for found in map(_figures, runs_of_other_protocol(files)) if found), None)
    mine = _figures(files)
    if mine is None or other is None:
        return ""
    heads = ("figure", *(_heading(name, main) for name, main in (mine, other)))
    rows = [(label, _cell(mine[1], key), _cell(other[1], key)) for key, label in _COMPARED.items()]
    why = "Both runs are of one recipe. What lies between the columns is the protocol, not the model."
    return "<h2>Sound beside as published</h2>" + table(heads, rows) + paragraphs([why])


def _figures(files: RunFiles) -> tuple[str, Mapping[str, Any]] | None:
    """Return protocol and figures of a run; None where its file cannot be read, which its own list says."""
    try:
        record = json.loads(files.metrics.read_text(encoding="utf-8"))
        name = next(name for name in _NAMES if name in record)
        return name, {"pages": record[name]["pages"], **record[name]["summary"]}
    except (OSError, ValueError, KeyError, TypeError, StopIteration):
        return None


def _heading(name: str, main: Mapping[str, Any]) -> str:
    return f"{_NAMES[name]} ({main['pages']} pages)"


def _cell(main: Mapping[str, Any], key: str) -> str:
    found = main.get(key) or {}
    if found.get("value") is None:
        return "–"
    low, high = found.get("low"), found.get("high")
    interval = "" if low is None or high is None else f" ({low:.3f} – {high:.3f})"
    return f"{found['value']:.3f}{interval}"
