"""A pack with another card: the weights stay byte for byte. Imports no torch."""

import zipfile
from pathlib import Path
from typing import BinaryIO

from ecgdesk.core.card import Card
from ecgdesk.core.whole_file import write_atomically
from ecgdesk.models.container import CARD, NOVELTY, SUMS, WEIGHTS, format_sums, opened
from ecgdesk.models.pack_write import card_bytes, stored_member


def repack(source: Path, target: Path, card: Card) -> None:
    """Write a pack's weights under another card; raises ModelPackError for a damaged source, or OSError."""
    with opened(source) as container:
        there = [name for name in (NOVELTY, WEIGHTS) if name in container]
        members = {CARD: card_bytes(card), **{name: container.read(name) for name in there}}
    members[SUMS] = format_sums(members)

    def fill(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name in (CARD, SUMS, *there):
                archive.writestr(stored_member(name), members[name])

    write_atomically(target, fill)
