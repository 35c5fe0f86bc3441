"""What can be built: pure data, no torch. Builders are found by name in `models.networks`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.errors import UnknownArchitectureError
from ecgdesk.core.methods import EVERY_NETWORK
from ecgdesk.core.sentence import say
from ecgdesk.models.published import PaperLetter, Reported

Layout = Literal["nchw", "nhwc", "tokens"]
Kind = Literal["own", "timm", "torchvision", "clip"]


@dataclass(frozen=True, slots=True)
class Architecture:
    """A catalog entry.

    `builder` is "module:function" under `ecgdesk.models.networks`; `target_layer` names the module whose
    features a class activation map uses, in `layout`. `early_layer` is the one in whose features unlike pages
    are told apart best ("" for what the last linear layer gets), with `early_places` by its rows and columns,
    too. `methods` are the ids of the attribution methods (`core.methods`) that fit the network.
    `preprocessing` is the default; a pack carries its own.
    `paper` is the letter of the paper a system is from, `reported` its figures there, and `ours` what the
    paper leaves open and was chosen here. `pretrained` names public weights by the part of the network that
    takes them ("" for all of it); `weights_note` says what their licence asks.
    """

    id: str
    name: str
    kind: Kind
    builder: str
    target_layer: str
    layout: Layout
    preprocessing: Preprocessing
    description: str
    options: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    paper: PaperLetter | None = None
    reported: tuple[Reported, ...] = ()
    ours: str = ""
    pretrained: Mapping[str, str] = field(default_factory=dict)
    weights_note: str = ""
    early_layer: str = ""
    early_places: bool = False
    methods: tuple[str, ...] = EVERY_NETWORK


class Catalog:
    """Architectures by id; registering an id twice is an error."""

    def __init__(self) -> None:
        self._entries: dict[str, Architecture] = {}

    def register(self, entry: Architecture) -> Architecture:
        """Add an entry; raises ValueError when its id is taken."""
        if entry.id in self._entries:
            raise ValueError(f"The architecture {entry.id!r} is registered twice.")
        self._entries[entry.id] = entry
        return entry

    def __getitem__(self, architecture_id: str) -> Architecture:
        try:
            return self._entries[architecture_id]
        except KeyError:
            known = ", ".join(sorted(self._entries))
            raise UnknownArchitectureError(
                say(
                    "There is no architecture {architecture!r} in the catalog.", architecture=architecture_id
                ),
                say("Known: {known}.", known=known),
            ) from None

    def __contains__(self, architecture_id: object) -> bool:
        return architecture_id in self._entries

    def __iter__(self) -> Iterator[Architecture]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)
