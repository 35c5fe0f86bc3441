"""Which model and which explanation the command line means."""

from pathlib import Path
from typing import Final

from ecgdesk.core.card import Card
from ecgdesk.core.errors import EcgdeskError, ModelPackError
from ecgdesk.core.sentence import say
from ecgdesk.engine.offers import explanation_methods
from ecgdesk.models.library import Library

NO_EXPLANATION: Final = "none"


class UsageError(EcgdeskError):
    """The command line asks for something that is not there."""

    code = "usage"


def chosen_model(wanted: str, library: Library | None = None) -> tuple[Path, Card]:
    """Return the pack that is named, else the first bundled one, else the first; raises ModelPackError."""
    library = library or Library.default()
    if wanted:
        found = library.find(wanted)
        return found.path, found.card
    models = sorted(library.listing().models, key=lambda model: not model.bundled)
    if not models:
        raise ModelPackError("No model is installed.", "Install one: ecgdesk models import FILE.ecgmodel")
    return models[0].path, models[0].card


def chosen_method(wanted: str) -> str | None:
    """Return the method, None for "none"; raises UsageError for one that is not known."""
    if wanted == NO_EXPLANATION:
        return None
    methods = explanation_methods()
    if wanted not in methods:
        known = ", ".join((*methods, NO_EXPLANATION))
        raise UsageError(
            say("There is no explanation method {wanted!r}.", wanted=wanted),
            say("Known: {known}.", known=known),
        )
    return wanted
