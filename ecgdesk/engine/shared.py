"""Arrays from the engine to the client through shared memory, with nothing left behind by a crash.

The engine creates a segment, the client copies it and removes its name. Names carry a serial number and
at most `MAX_OPEN` segments wait at a time, so that the client knows which names a dead engine may have
left, without listing anything. Both processes share Python's resource tracker (the engine is its child),
which removes what is left when both are killed.
"""

import shutil
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

MAX_OPEN: Final = 4
"""Segments that may wait for the client at a time."""

_TMPFS: Final = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Segment:
    """Where an array waits: the name of its shared memory, shape and dtype."""

    name: str
    shape: tuple[int, ...]
    dtype: str


@dataclass(frozen=True, slots=True, eq=False)
class Inline:
    """An array that travels in the message itself: it is empty, or shared memory is full."""

    array: NDArray[Any]


Parcel = Segment | Inline


def segment_name(prefix: str, serial: int) -> str:
    """Return the name of one segment; short, because macOS allows 31 characters."""
    return f"{prefix}-{serial:x}"


class Outbox:
    """The engine's side: creates segments and holds them until the client has taken them."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._serial = 0
        self._open: dict[str, SharedMemory] = {}
        self._closed = False
        self._changed = threading.Condition()

    def put(self, array: NDArray[Any]) -> Parcel:
        """Return a parcel with a copy of the array; waits while `MAX_OPEN` are not taken yet."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or len(self._open) < MAX_OPEN)
            if self._closed or array.nbytes == 0 or not _fits(array.nbytes):
                return Inline(np.ascontiguousarray(array))
            memory = self._create(array.nbytes)
        target: NDArray[Any] = np.ndarray(array.shape, array.dtype, buffer=memory.buf)
        target[...] = array
        return Segment(memory.name, array.shape, array.dtype.str)

    def _create(self, size: int) -> SharedMemory:
        memory = SharedMemory(segment_name(self._prefix, self._serial), create=True, size=size)
        self._serial += 1
        self._open[memory.name] = memory
        return memory

    def taken(self, name: str) -> None:
        """The client has copied and removed this segment."""
        with self._changed:
            memory = self._open.pop(name, None)
            self._changed.notify_all()
        if memory is not None:
            memory.close()

    def close(self, *, remove: bool) -> None:
        """Let go of every segment and let nobody wait; `remove` them when there is no client to do it."""
        with self._changed:
            self._closed = True
            left = list(self._open.values())
            self._open.clear()
            self._changed.notify_all()
        for memory in left:
            if remove:
                _unlink(memory)
            with suppress(BufferError):  # being filled right now; goes with the process
                memory.close()


def collect(parcel: Parcel) -> NDArray[Any]:
    """Return the array as this process's own memory and remove the segment.

    Raises FileNotFoundError when the segment is gone (its engine was closed meanwhile).
    """
    if isinstance(parcel, Inline):
        return parcel.array
    memory = SharedMemory(parcel.name)
    try:
        shared: NDArray[Any] = np.ndarray(parcel.shape, np.dtype(parcel.dtype), buffer=memory.buf)
        array = shared.copy()
        del shared
    finally:
        _remove(memory)
    return array


def discard(parcel: Parcel | None) -> None:
    """Remove a segment that nobody wants any more."""
    if isinstance(parcel, Segment):
        _remove_named(parcel.name)


def sweep(prefix: str, next_serial: int) -> None:
    """Remove what a dead engine may have left, given the first serial that was not seen from it."""
    for serial in range(next_serial, next_serial + MAX_OPEN):
        _remove_named(segment_name(prefix, serial))


def serial_of(parcel: Parcel | None) -> int | None:
    """Return the serial number in a segment's name; None for other parcels."""
    return int(parcel.name.rpartition("-")[2], 16) if isinstance(parcel, Segment) else None


def _fits(size: int) -> bool:
    # Linux grants more than it has and kills the writer later: containers often have 64 MB.
    if not sys.platform.startswith("linux") or not _TMPFS.is_dir():
        return True
    return shutil.disk_usage(_TMPFS).free > size + size // 8


def _remove_named(name: str) -> None:
    try:
        memory = SharedMemory(name)
    except FileNotFoundError:  # never created, or taken already
        return
    except ValueError:  # its engine died before the segment had a size
        (_TMPFS / name).unlink(missing_ok=True)
        return
    _remove(memory)


def _remove(memory: SharedMemory) -> None:
    memory.close()
    _unlink(memory)


def _unlink(memory: SharedMemory) -> None:
    try:
        memory.unlink()
    except FileNotFoundError:  # somebody else removed the name, but could not tell the tracker
        resource_tracker.unregister(f"/{memory.name.lstrip('/')}", "shared_memory")
