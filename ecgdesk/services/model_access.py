"""The model library as `Models` needs it. Cards are pydantic, slow to load: imported in jobs only."""

from pathlib import Path
from typing import TYPE_CHECKING

from ecgdesk.core.sentence import say
from ecgdesk.services.models import Installed, ModelAccess, ModelChoice, ModelExistsError

if TYPE_CHECKING:
    from ecgdesk.core.card import Card
    from ecgdesk.models.library import InstalledModel


def model_access() -> ModelAccess:
    """Return access to the installed packs; torch is not needed for any of it."""
    return ModelAccess(_installed, _import_pack)


def _installed() -> Installed:
    from ecgdesk.models.library import Library

    listing = Library.default().listing()
    return Installed(
        tuple(_choice(model) for model in listing.models), tuple(error for _, error in listing.refused)
    )


def _import_pack(path: Path, replace: bool) -> ModelChoice:
    from ecgdesk.models.files import sha256_of
    from ecgdesk.models.library import Library
    from ecgdesk.models.pack import read_card

    library, card = Library.default(), read_card(path)
    same = next((m for m in library.listing().models if m.card.id == card.id), None)
    if same is not None and not replace and sha256_of(same.path) != sha256_of(path):
        raise ModelExistsError(
            say("Another model with the id {model!r} is installed.", model=card.id),
            "Replace it, or rename the new one.",
        )
    return _choice(library.import_pack(path, replace=replace))


def card_of(model: str) -> "Card":
    """Return the card of an installed model; for a job. Raises ModelPackError."""
    from ecgdesk.models.library import Library

    return Library.default().find(model).card


def _choice(model: "InstalledModel") -> ModelChoice:
    from ecgdesk.models.pack import methods

    card = model.card
    return ModelChoice(
        card.id,
        card.name,
        card.description,
        {one.id: one.name for one in card.classes},
        {one.id: one.short for one in card.classes},
        card.preprocessing,
        methods(card),
    )
