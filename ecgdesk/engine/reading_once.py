"""One reading of a crop for whoever asks: a model that reads leads, measurements, checks."""

import threading
import weakref
from collections.abc import Callable
from typing import Final, Protocol

from ecgdesk.core.geometry import Crop
from ecgdesk.core.tracing import Given, PageReading
from ecgdesk.engine.pages import Pixels
from ecgdesk.engine.stages import Poll

_NOTHING_GIVEN: Final = Given()


class ReadTraces(Protocol):
    """Reads the leads of one crop of a loaded page; polls between rows."""

    def __call__(
        self, pixels: Pixels, crop: Crop, poll: Poll, given: Given = _NOTHING_GIVEN, /
    ) -> PageReading:
        """Return the reading; what is `given` by hand is not read again."""


class ReadOnce:
    """Keeps the last reading; whoever asks for the same crop of the same pixels gets it again."""

    def __init__(self, read: ReadTraces) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._pixels: Callable[[], Pixels | None] = lambda: None
        self._last: tuple[tuple[Crop, Given], PageReading] | None = None

    def __call__(self, pixels: Pixels, crop: Crop, poll: Poll, given: Given = _NOTHING_GIVEN) -> PageReading:
        """Return the reading of a crop; raises what `poll` raises."""
        with self._lock:
            if self._last is None or self._pixels() is not pixels or self._last[0] != (crop, given):
                more = (given,) if given else ()
                self._last = (crop, given), self._read(pixels, crop, poll, *more)
                self._pixels = weakref.ref(pixels)
            return self._last[1]
