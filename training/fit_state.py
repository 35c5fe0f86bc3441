"""Where a fit stands, in one file that is whole or absent, so that it goes on as if nothing had happened."""

import io
import pickle
import time
from pathlib import Path
from typing import Any, BinaryIO, Final

import torch

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.whole_file import write_atomically

State = dict[str, Any]
EVERY_SECONDS: Final = 60.0
_COST_SHARE: Final = 0.02
"""At most this share of the time goes into writing states, however large they are."""


class StateFile:
    """Reads and writes one fit's state; `every` 0 writes at each step."""

    def __init__(self, path: Path, every: float = EVERY_SECONDS) -> None:
        self._path, self._every = path, every
        self._last, self._cost = time.perf_counter(), 0.0

    def is_due(self) -> bool:
        """Return whether it is time to write again."""
        wait = max(self._every, self._cost / _COST_SHARE) if self._every else 0.0
        return time.perf_counter() - self._last >= wait

    def save(self, state: State) -> None:
        """Write the state in place of the one before; raises OSError."""
        began = time.perf_counter()
        buffer = io.BytesIO()  # torch hides a full disk behind errors of its own, so the disk comes second
        torch.save(state, buffer)

        def fill(file: BinaryIO) -> None:
            file.write(buffer.getbuffer())

        write_atomically(self._path, fill)
        self._last = time.perf_counter()
        self._cost = self._last - began

    def load(self) -> State | None:
        """Return the state, or None where there is none; raises RecipeError for a damaged file."""
        if not self._path.is_file():
            return None
        try:
            state: State = torch.load(self._path, map_location="cpu", weights_only=True)
        except (RuntimeError, pickle.UnpicklingError, EOFError, KeyError) as error:
            raise RecipeError(
                f"{self._path.name} in the run folder is damaged.",
                "Delete that file; the fit then begins anew.",
            ) from error
        return state

    def remove(self) -> None:
        """Delete the state of a fit that is done."""
        self._path.unlink(missing_ok=True)
