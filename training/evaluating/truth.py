"""Which of a model's classes a label means."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Card
from ecgdesk.core.errors import RecipeError
from training.checkup.sources import Listed
from training.data import names_in

Labels = NDArray[np.int64]
_USUAL_SEPARATOR = ";"


def separator_of(card: Card) -> str:
    """Return what stands between the classes of a page: as in training; empty where each page has one."""
    if not card.multi_label:
        return ""
    data = card.recipe.get("data", {})
    return str(data.get("label_separator") or _USUAL_SEPARATOR)


def truth_of(files: Sequence[Listed], card: Card, renamed: Mapping[str, str]) -> Labels:
    """Return the true class of each file (N), or 0 and 1 for each class (N, classes) of several.

    Labels are matched by id, name or short name, whatever their case, or as `renamed` says. Raises
    RecipeError for a label that means no class.
    """
    places = _places(card, renamed)
    separator = separator_of(card)
    rows = [[_place(name, places, card) for name in names_in(file.label, separator)] for file in files]
    if not card.multi_label:
        return np.array([row[0] for row in rows], dtype=np.int64)
    table = np.zeros((len(files), len(card.classes)), dtype=np.int64)
    for line, row in zip(table, rows, strict=True):
        line[row] = 1
    return table


def renaming(pairs: Sequence[str]) -> dict[str, str]:
    """Return what "THEIRS=OURS" pairs say; raises RecipeError for anything else."""
    found = {}
    for pair in pairs:
        theirs, equals, ours = pair.partition("=")
        if not equals or not theirs or not ours:
            raise RecipeError(f"{pair!r} does not say which class a label means.", "Write THEIRS=OURS.")
        found[theirs] = ours
    return found


def _places(card: Card, renamed: Mapping[str, str]) -> dict[str, int]:
    known = {
        name.casefold(): place
        for place, item in enumerate(card.classes)
        for name in (item.short, item.name, item.id)
    }
    for theirs, ours in renamed.items():
        if ours.casefold() not in known:
            raise RecipeError(f"{card.name} has no class {ours!r}.", _classes(card))
        known[theirs.casefold()] = known[ours.casefold()]
    return known


def _place(label: str, places: Mapping[str, int], card: Card) -> int:
    place = places.get(label.casefold())
    if place is None:
        raise RecipeError(
            f"{card.name} has no class {label!r}.", f"{_classes(card)} Say which is meant: --class {label}=…"
        )
    return place


def _classes(card: Card) -> str:
    return f"Its classes are {', '.join(item.id for item in card.classes)}."
