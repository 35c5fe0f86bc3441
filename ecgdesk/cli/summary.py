"""The readable table of `analyze`."""

from typing import Any

from rich.table import Table
from rich.text import Text

from ecgdesk.cli.console import harmless
from ecgdesk.cli.path_cell import PathCell
from ecgdesk.cli.writing import named
from ecgdesk.core.figures import probability_text

_NO_CLASS = {"unlike-training", "leads-unread"}
"""Cautions of pages of which no class is said, and none is called possible."""
_TRUST = {"green": ("●", "green"), "amber": ("▲", "yellow"), "refused": ("✕", "red")}


def table(objects: list[dict[str, Any]], names: dict[str, str]) -> Table:
    """Return one row a page; `names` are the classes' names."""
    made = Table(box=None, pad_edge=False, header_style="dim")
    made.add_column("Page", overflow="fold", ratio=3)
    made.add_column("Result", overflow="fold", ratio=3)
    made.add_column("Probability", justify="right", no_wrap=True)
    made.add_column("Trust", no_wrap=True)
    made.add_column("Remarks", overflow="fold", ratio=4)
    for item in objects:
        made.add_row(
            PathCell(harmless(named(item))), _result(item, names), _chance(item), _trust(item), _remarks(item)
        )
    return made


def _result(item: dict[str, Any], names: dict[str, str]) -> Text:
    if item["status"] != "ok":
        return Text("not analysed" if item["status"] == "error" else "refused", style="dim")
    if item["labels"] and not item["uncertain"]:
        return Text(", ".join(names.get(label, label) for label in item["labels"]), style="bold")
    if any(caution["code"] in _NO_CLASS for caution in item["cautions"]):
        return Text("not sure", style="dim")  # a list of classes would read as an answer
    if item["label"] is None:
        possible = ", ".join(names.get(label, label) for label in item["prediction_set"])
        return Text(f"not sure: {possible}" if possible else "not sure", style="dim")
    return Text(names.get(item["label"], item["label"]), style="bold")


def _chance(item: dict[str, Any]) -> str:
    if item["labels"] and not item["uncertain"]:
        return ", ".join(probability_text(item["probabilities"][label]) for label in item["labels"])
    return probability_text(item["probabilities"][item["label"]]) if item["label"] is not None else ""


def _trust(item: dict[str, Any]) -> Text:
    sign, colour = _TRUST[item["trust"]]
    return Text(f"{sign} {item['trust']}", style=colour)


def _remarks(item: dict[str, Any]) -> Text:
    if item["status"] != "ok":
        return Text(harmless(item["reason"] or ""))
    return Text(" ".join(caution["problem"] for caution in item["cautions"]))
