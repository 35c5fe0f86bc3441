"""Finished fits of a run on disk, so that a run goes on after a kill and parts can be done apart."""

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.whole_file import write_atomically
from training.averaging import Weights
from training.checkpoint import load_checkpoint, save_checkpoint
from training.crew import ALONE, Crew
from training.fit_state import EVERY_SECONDS, StateFile


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
    """One weights file and, once a fit is done, one predictions file per fit, both atomic.

    The first of several processes writes, and tells the others what it reads.
    """

    def __init__(self, folder: Path, crew: Crew = ALONE, every: float = EVERY_SECONDS) -> None:
        """`every` is the number of seconds between two states of a fit."""
        self._folder, self._crew, self._every = folder, crew, every

    def state(self, name: str) -> StateFile:
        """Return the file of where a fit or its pretraining stands."""
        return StateFile(self._path(name, "state"), self._every)

    def has_state(self, name: str) -> bool:
        """Return whether a fit was begun and is not done."""
        return self._crew.told(self._path(name, "state").is_file)

    def remove_state(self, name: str) -> None:
        """Delete where a fit or its pretraining stood."""
        if self._crew.is_first:
            self.state(name).remove()

    def keep_weights(self, name: str, weights: Weights) -> None:
        """Write the best weights of a fit."""
        if self._crew.is_first:
            save_checkpoint(self._path(name, "safetensors"), weights)

    def weights(self, name: str) -> Weights:
        """Return the weights kept for a fit; raises OSError."""
        return load_checkpoint(self._path(name, "safetensors"))

    def put(self, name: str, done: DoneFit) -> None:
        """Write a finished fit."""
        if not self._crew.is_first:
            return
        timing = np.array([done.epochs, done.seconds, done.evaluation_seconds])
        arrays = {"positions": done.positions, "logits": done.logits, "timing": timing}
        arrays |= {f"shift {shift}": values for shift, values in done.shifted.items()}
        buffer = io.BytesIO()
        np.savez(buffer, **arrays)  # type: ignore[arg-type]  # numpy types every keyword as allow_pickle

        def fill(file: BinaryIO) -> None:
            file.write(buffer.getvalue())

        write_atomically(self._path(name, "npz"), fill)

    def get(self, name: str) -> DoneFit | None:
        """Return a finished fit, or None, in all processes."""
        return self._crew.told(lambda: self.read(name))

    def read(self, name: str) -> DoneFit | None:
        """Return a finished fit, or None, in this process."""
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
        return self._folder / f"{name.replace(', ', '-').replace(' ', '-')}.{suffix}"
