"""Weights on disk, whole or not at all."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from safetensors.torch import load_file, save
from torch import Tensor

from ecgdesk.core.whole_file import write_atomically


def save_checkpoint(path: Path, weights: Mapping[str, Tensor]) -> None:
    """Write weights by a synced temporary file and a rename; a crash leaves the old file."""
    data = save({name: value.detach().cpu().contiguous().clone() for name, value in weights.items()})

    def fill(file: BinaryIO) -> None:
        file.write(data)

    write_atomically(path, fill)


def load_checkpoint(path: Path) -> dict[str, Tensor]:
    """Return the weights of a checkpoint; raises OSError or safetensors' own error."""
    return dict(load_file(path))
