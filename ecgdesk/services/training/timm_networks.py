"""The networks of timm, asked for in a process of their own: naming them needs torch."""

import json
from typing import Final

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.training.json_command import JsonCommand
from ecgdesk.services.training.network_sizes import NetworkSize
from ecgdesk.services.training.networks import NetworkChoice

PREFIX: Final = "timm:"


class TimmNetworks(QObject):
    """Knows timm's names once they were asked for, and the sizes of those that were looked at."""

    named = Signal()
    """The names are there."""
    sized = Signal(object)
    """A NetworkChoice with its size."""
    failed = Signal(object)
    """An EcgdeskError."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self._coming: list[str] = []
        self._sizes: dict[str, NetworkChoice] = {}
        self._naming, self._sizing = JsonCommand(self), JsonCommand(self)
        self._naming.line_came.connect(self._on_name)
        self._naming.ended.connect(self._on_named)
        self._sizing.line_came.connect(self._on_size)
        for command in (self._naming, self._sizing):
            command.failed.connect(self.failed)

    @property
    def is_naming(self) -> bool:
        """Whether names are on their way."""
        return self._naming.is_running

    def ask_names(self) -> None:
        """Ask for all names, once."""
        if self.names:
            self.named.emit()
        elif not self._naming.is_running:
            self._coming = []
            self._naming.run(["networks", "--json"])

    def ask_size(self, network: str) -> None:
        """Ask how large a network is, by its id."""
        if network in self._sizes:
            self.sized.emit(self._sizes[network])
        else:
            self._sizing.run(["networks", network, "--json"])

    def choices(self, text: str, most: int) -> tuple[NetworkChoice, ...]:
        """Return networks whose names hold every word of a search."""
        words = text.lower().split()
        names = [name for name in self.names if all(word in name for word in words)][:most]
        return tuple(self._sizes.get(PREFIX + name) or _unsized(name) for name in names)

    def stop(self) -> None:
        """End what is being asked."""
        self._naming.cancel()
        self._sizing.cancel()

    def _on_name(self, line: str) -> None:
        self._coming.append(str(json.loads(line)["name"]))

    def _on_named(self, cancelled: bool) -> None:
        if cancelled:
            return
        self.names = tuple(self._coming)
        if self.names:
            self.named.emit()

    def _on_size(self, line: str) -> None:
        try:
            values = json.loads(line)
            size = NetworkSize(int(values["parameters"]), float(values["gmacs"]))
            page = (int(values["width"]), int(values["height"]))
        except (ValueError, KeyError, TypeError) as error:
            self.failed.emit(EcgdeskError(f"The size of the network is not known: {error}."))
            return
        known = NetworkChoice(str(values["id"]), str(values["name"]), "", page, size)
        self._sizes[known.id] = known
        self.sized.emit(known)


def _unsized(name: str) -> NetworkChoice:
    return NetworkChoice(PREFIX + name, name, "", (0, 0))
