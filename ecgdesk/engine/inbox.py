"""What the program's threads ask of the engine's supervisor, and how they wake it."""

import multiprocessing
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection

from ecgdesk.engine.messages import Task
from ecgdesk.engine.protocol import EngineOptions


@dataclass(frozen=True, slots=True)
class Unwanted:
    """Nobody wants this request any more; `id` None means all of them."""

    id: int | None


@dataclass(frozen=True, slots=True)
class Restart:
    """Start over with these options."""

    options: EngineOptions


@dataclass(frozen=True, slots=True)
class Close:
    """End everything."""


Wish = Task | Unwanted | Restart | Close


class Inbox:
    """A queue that can be waited on together with pipes."""

    def __init__(self) -> None:
        self._wishes: list[Wish] = []
        self._lock = threading.Lock()
        self._bell, self._button = multiprocessing.Pipe(duplex=False)

    @property
    def bell(self) -> Connection:
        """Readable while something waits."""
        return self._bell

    def put(self, wish: Wish) -> None:
        """Add a wish; never blocks, and does nothing once closed."""
        with self._lock:
            if self._button.closed:
                return
            if not self._wishes:
                self._button.send_bytes(b"!")
            self._wishes.append(wish)

    def take(self) -> list[Wish]:
        """Return all that waits."""
        with self._lock:
            wishes, self._wishes = self._wishes, []
            if wishes:
                self._bell.recv_bytes()
        return wishes

    def close(self) -> None:
        """Close both ends; what waits is forgotten."""
        with self._lock:
            self._bell.close()
            self._button.close()
            self._wishes.clear()
