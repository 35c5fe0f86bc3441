"""A run's model as a pack of the user's own: named, described, installed."""

from dataclasses import dataclass
from pathlib import Path

from ecgdesk.core.card import Card
from ecgdesk.core.errors import ModelPackError
from ecgdesk.models.pack import SUFFIX, read_card
from ecgdesk.models.repack import repack
from ecgdesk.services.training.draft import id_for


@dataclass(frozen=True, slots=True)
class PackName:
    """What the user says of a model."""

    name: str
    description: str = ""
    licence: str = ""

    @property
    def id(self) -> str:
        """The id that follows from the name."""
        return id_for(self.name)


def renamed(card: Card, name: PackName) -> Card:
    """Return the card with the user's words; everything that was measured stays."""
    return card.model_copy(
        update={
            "id": name.id,
            "name": name.name.strip() or card.name,
            "description": name.description.strip(),
            "licence": name.licence.strip() or card.licence,
        }
    )


def save_pack(source: Path, folder: Path, name: PackName) -> Path:
    """Write the run's pack under another name into a folder and return the file; raises ModelPackError."""
    card = renamed(read_card(source), name)
    target = folder / f"{card.id}{SUFFIX}"
    try:
        repack(source, target, card)
    except OSError as error:
        raise ModelPackError(
            f"{target.name} could not be written.", "Check the free space and the folder's rights."
        ) from error
    return target
