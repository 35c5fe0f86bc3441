"""Arrays from the engine to the client through shared memory, with nothing left behind by a crash.

The engine creates segments, the client copies their content and removes their *name* at the first use;
both keep the memory mapped and use it again, because fresh memory costs ten times the copy. Names carry a
serial number and at most `MAX_OPEN` segments wait at a time, so that the client knows which names a dead
engine may have left, without listing anything. Both processes share Python's resource tracker (the engine
is its child), which removes what is left when both are killed.
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
"""Segments that may wait for the client at a time, and segments kept for further use."""

KEPT_BYTES: Final = 48 * 1024 * 1024
"""Larger segments are used once: memory for one huge page is not held for ever."""

_LEAST_BYTES: Final = 1024 * 1024
_TMPFS: Final = Path("/dev/shm")  # where Linux keeps shared memory


@dataclass(frozen=True, slots=True)
class Segment:
    """Where an array waits: the name of its shared memory, shape and dtype.

    `kept`: the name will be used again; `retires`: a name that will not be.
    """

    name: str
    shape: tuple[int, ...]
    dtype: str
    kept: bool
    retires: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Inline:
    """An array that travels in the message itself: it is empty, or shared memory is full."""

    array: NDArray[Any]


Parcel = Segment | Inline


def segment_name(prefix: str, serial: int) -> str:
    """Return the name of one segment; short, because macOS allows 31 characters."""
    return f"{prefix}-{serial:x}"


class Outbox:
    """The engine's side: fills segments and holds each until the client has copied it."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._serial = 0
        self._lent: dict[str, tuple[SharedMemory, bool]] = {}
        self._free: dict[str, SharedMemory] = {}
        self._named: set[str] = set()
        self._closed = False
        self._changed = threading.Condition()

    def put(self, array: NDArray[Any]) -> Parcel:
        """Return a parcel with a copy of the array; waits while `MAX_OPEN` are not taken yet."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or len(self._lent) < MAX_OPEN)
            if self._closed or array.nbytes == 0:
                return Inline(np.ascontiguousarray(array))
            memory, kept, retired = self._memory_for(array.nbytes)
            if memory is None:
                return Inline(np.ascontiguousarray(array))
            self._lent[memory.name] = memory, kept
        target: NDArray[Any] = np.ndarray(array.shape, array.dtype, buffer=memory.buf)
        target[...] = array
        return Segment(memory.name, array.shape, array.dtype.str, kept, retired)

    def taken(self, name: str) -> None:
        """The client has copied this segment and removed its name."""
        with self._changed:
            memory, kept = self._lent.pop(name, (None, False))
            self._named.discard(name)
            if memory is not None and kept and not self._closed:
                self._free[name] = memory
            elif memory is not None:
                memory.close()
            self._changed.notify_all()

    def close(self, *, remove: bool) -> None:
        """Let go of every segment and let nobody wait; `remove` names when there is no client to do it."""
        with self._changed:
            self._closed = True
            left = [*self._free.values(), *(memory for memory, _ in self._lent.values())]
            self._free.clear()
            self._lent.clear()
            self._changed.notify_all()
        for memory in left:
            if remove and memory.name in self._named:
                _unlink(memory)
            with suppress(BufferError):  # being filled right now; goes with the process
                memory.close()

    def _memory_for(self, size: int) -> tuple[SharedMemory | None, bool, str | None]:
        """Return memory, whether it is kept, and the name that goes for it; None where there is no room."""
        fitting = [memory for memory in self._free.values() if memory.size >= size]
        if fitting:
            best = min(fitting, key=lambda memory: memory.size)
            return self._free.pop(best.name), True, None
        kept = size <= KEPT_BYTES
        room = _power_of_two(size) if kept else size
        if not _fits(room):
            return None, False, None
        retired = self._retire_one() if kept else None
        return self._create(room), kept, retired

    def _retire_one(self) -> str | None:
        lent = sum(kept for _, kept in self._lent.values())
        if not self._free or len(self._free) + lent < MAX_OPEN:
            return None
        smallest = min(self._free.values(), key=lambda memory: memory.size)
        self._free.pop(smallest.name).close()
        return smallest.name

    def _create(self, size: int) -> SharedMemory:
        memory = SharedMemory(segment_name(self._prefix, self._serial), create=True, size=size)
        self._serial += 1
        self._named.add(memory.name)
        return memory


class Intake:
    """The client's side: copies arrays out of segments and removes their names."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._next_serial = 0
        self._mapped: dict[str, SharedMemory] = {}

    def collect(self, parcel: Parcel) -> NDArray[Any]:
        """Return the array as this process's own memory.

        Raises FileNotFoundError when the segment is gone, MemoryError when there is no room for a copy.
        """
        if isinstance(parcel, Inline):
            return parcel.array
        memory = self._opened(parcel)
        try:
            shared: NDArray[Any] = np.ndarray(parcel.shape, np.dtype(parcel.dtype), buffer=memory.buf)
            array = shared.copy()
            del shared
        finally:
            self._done_with(parcel, memory)
        return array

    def discard(self, parcel: Parcel | None) -> None:
        """Let go of an array that nobody wants any more."""
        if isinstance(parcel, Segment):
            with suppress(FileNotFoundError):
                self._done_with(parcel, self._opened(parcel))

    def close(self) -> None:
        """Let go of everything and remove what a dead engine may have left."""
        for memory in self._mapped.values():
            memory.close()
        self._mapped.clear()
        for serial in range(self._next_serial, self._next_serial + MAX_OPEN):
            _remove_named(segment_name(self._prefix, serial))

    def _opened(self, parcel: Segment) -> SharedMemory:
        if parcel.retires in self._mapped:
            self._mapped.pop(parcel.retires).close()
        if parcel.name in self._mapped:
            return self._mapped[parcel.name]
        serial = int(parcel.name.rpartition("-")[2], 16)
        self._next_serial = max(self._next_serial, serial + 1)
        memory = SharedMemory(parcel.name)
        _unlink(memory)
        return memory

    def _done_with(self, parcel: Segment, memory: SharedMemory) -> None:
        if parcel.kept:
            self._mapped[parcel.name] = memory
        else:
            memory.close()


def _power_of_two(size: int) -> int:
    return max(_LEAST_BYTES, 1 << (size - 1).bit_length())


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
    memory.close()
    _unlink(memory)


def _unlink(memory: SharedMemory) -> None:
    try:
        memory.unlink()
    except FileNotFoundError:  # somebody else removed the name, but could not tell the tracker
        resource_tracker.unregister(f"/{memory.name.lstrip('/')}", "shared_memory")
