"""Networks as the wizard offers them: size, speed, and whether public weights are on this machine."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecgdesk.models.architectures import catalog
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.public_weights import weights_file, weights_folder
from ecgdesk.services.training.network_sizes import SIZES, NetworkSize

RECOMMENDED: Final = "page-resnet"


@dataclass(frozen=True, slots=True)
class NetworkChoice:
    """One network to choose: `weights` are the public ones it can begin with, `absent` those not here."""

    id: str
    name: str
    description: str
    input_size: tuple[int, int]
    size: NetworkSize | None = None
    paper: str = ""
    weights: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    note: str = ""

    @property
    def has_weights(self) -> bool:
        """Whether all public weights it can begin with are on this machine."""
        return bool(self.weights) and not self.absent


def catalog_choices(folder: Path | None = None) -> tuple[NetworkChoice, ...]:
    """Return the catalog's networks in its order; `folder` is where public weights lie."""
    weights = folder or weights_folder()
    return tuple(_choice(entry, weights) for entry in catalog())


def description_of(network: str) -> str:
    """Return what a network of the catalog is, in a sentence; empty for one that is not in it."""
    return next((entry.description for entry in catalog() if entry.id == network), "")


def matching(choices: Iterable[NetworkChoice], text: str) -> tuple[NetworkChoice, ...]:
    """Return the networks whose name, id or description holds every word of a search."""
    words = text.lower().split()
    return tuple(one for one in choices if all(word in _searched(one) for word in words))


def _choice(entry: Architecture, folder: Path) -> NetworkChoice:
    sources = tuple(entry.pretrained.values())
    page = entry.preprocessing
    return NetworkChoice(
        entry.id, entry.name, entry.description, (page.width, page.height), SIZES.get(entry.id),
        entry.paper or "", sources,
        tuple(source for source in sources if weights_file(folder, source) is None), entry.weights_note,
    )  # fmt: skip


def _searched(choice: NetworkChoice) -> str:
    return f"{choice.name} {choice.id} {choice.description}".lower()
