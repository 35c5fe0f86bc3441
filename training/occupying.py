"""What a process holds while it is at work on a run: the folder's lock, its log, and signals to end."""

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from filelock import FileLock, Timeout

from ecgdesk.core.errors import RecipeError
from training.crew import Crew
from training.run_folder import RunFolder

_LOG = logging.getLogger("training")
_STOP_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)
_A_MOMENT: Final = 2.0


@contextmanager
def only_one(folder: RunFolder) -> Iterator[None]:
    """Hold the lock that tells others that a run goes on; it ends with the process. Raises RecipeError."""
    lock = FileLock(folder.lock)
    try:
        lock.acquire(timeout=_A_MOMENT)  # somebody may just be looking
    except Timeout as error:
        raise RecipeError(
            f"Another process is at work on {folder.path.name}.", "Wait for it, or pause it first."
        ) from error
    except OSError as error:
        raise RecipeError(
            f"Nothing can be written in {folder.path.name!r}: {error.strerror or error}.",
            "Make the folder writable, or choose another.",
        ) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def logging_to(folder: RunFolder, crew: Crew) -> Iterator[None]:
    """Write the trainer's log into the run folder, from the first process alone."""
    if not crew.is_first:
        yield
        return
    handler = logging.FileHandler(folder.log, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    try:
        yield
    finally:
        _LOG.removeHandler(handler)
        handler.close()


@contextmanager
def stop_signals() -> Iterator[Callable[[], bool]]:
    """Turn a request to end the process into a wish that the run reads between two steps."""
    received: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        received.append(number)

    before = {number: signal.signal(number, remember) for number in _STOP_SIGNALS}
    try:
        yield lambda: bool(received)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
