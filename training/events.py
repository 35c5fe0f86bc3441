"""The file that keeps what a run says: whole JSON lines, appended."""

from pathlib import Path
from typing import BinaryIO

from ecgdesk.core.run_events import Event, to_line
from ecgdesk.core.run_history import whole_event


class EventWriter:
    """Appends events; each line is handed to the system whole.

    What a killed process or a power cut left of a line is cut off first, so that every line stays readable.
    """

    def __init__(self, path: Path) -> None:
        """Raises OSError."""
        if path.is_file():
            mend(path)
        self._file: BinaryIO = path.open("ab")

    def write(self, event: Event) -> None:
        """Append one event; raises OSError."""
        self._file.write(to_line(event).encode("utf-8"))
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def mend(path: Path) -> None:
    """Cut a file of events off before its first line that is damaged or not whole."""
    good = 0
    with path.open("rb+") as file:
        for line in file:
            if whole_event(line) is None:
                file.truncate(good)
                return
            good += len(line)
