"""Finished fits of a run on disk, so that a run goes on after a kill and parts can be done apart."""

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.whole_file import write_atomically
from training.checkpoint import load_checkpoint, save_checkpoint
from training.fitting import Weights


@dataclass(frozen=True, slots=True, eq=False)
class DoneFit:
    """A fit that ended as planned: its held-out positions, their logits, and those under each shift."""

    positions: NDArray[np.int64]
    logits: NDArray[np.float64]
    shifted: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    epochs: int = 0
    seconds: float = 0.0
    evaluation_seconds: float = 0.0


class FitStore:
    """One weights file and, once a fit is done, one predictions file per fit, both atomic."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep_weights(self, name: str, weights: Weights) -> None:
        """Write the best weights of a fit so far."""
        save_checkpoint(self._path(name, "safetensors"), weights)

    def weights(self, name: str) -> Weights:
        """Return the weights kept for a fit; raises OSError."""
        return load_checkpoint(self._path(name, "safetensors"))

    def put(self, name: str, done: DoneFit) -> None:
        """Write a finished fit."""
        timing = np.array([done.epochs, done.seconds, done.evaluation_seconds])
        arrays = {"positions": done.positions, "logits": done.logits, "timing": timing}
        arrays |= {f"shift {shift}": values for shift, values in done.shifted.items()}
        buffer = io.BytesIO()
        np.savez(buffer, **arrays)  # type: ignore[arg-type]  # numpy types every keyword as allow_pickle

        def fill(file: BinaryIO) -> None:
            file.write(buffer.getvalue())

        write_atomically(self._path(name, "npz"), fill)

    def get(self, name: str) -> DoneFit | None:
        """Return a finished fit, or None."""
        path = self._path(name, "npz")
        if not path.is_file():
            return None
        with np.load(path, allow_pickle=False) as arrays:
            shifted = {key[6:]: arrays[key] for key in arrays.files if key.startswith("shift ")}
            epochs, seconds, evaluation = arrays.get("timing", (0, 0.0, 0.0))
            return DoneFit(
                arrays["positions"], arrays["logits"], shifted, int(epochs), float(seconds), float(evaluation)
            )

    def _path(self, name: str, suffix: str) -> Path:
        return self._folder / f"{name.replace(' ', '-')}.{suffix}"
