"""New whole lines of a file that somebody else appends to."""

from pathlib import Path
from typing import Final

_MOST_BYTES: Final = 4 << 20
"""Read at once; a long run is caught up in a few steps, so that a window stays responsive."""


class LineTail:
    """Remembers how far a file was read; a line still being written is left for later."""

    def __init__(self, path: Path) -> None:
        self._path, self._at = path, 0
        self._rest = b""

    def new_lines(self) -> list[str]:
        """Return the lines that are new; a file that is not there yet has none.

        A file that became shorter was written anew: it is read from its beginning.
        """
        try:
            with self._path.open("rb") as file:
                if file.seek(0, 2) < self._at:
                    self._at, self._rest = 0, b""
                file.seek(self._at)
                data = file.read(_MOST_BYTES)
        except OSError:  # not there yet, or just being replaced: the next look finds it
            return []
        self._at += len(data)
        *whole, self._rest = (self._rest + data).split(b"\n")
        return [line.decode("utf-8", "replace") for line in whole if line.strip()]


def last_lines(path: Path, count: int, most_bytes: int = 64 << 10) -> list[str]:
    """Return the last lines of a text file; none where there is no file."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - most_bytes))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return []
    return text.splitlines()[-count:]
