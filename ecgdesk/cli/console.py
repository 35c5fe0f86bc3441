"""The two streams: results go to stdout, everything said to a person while they come goes to stderr."""

from io import TextIOWrapper

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ecgdesk.core.errors import EcgdeskError

_UNKNOWN_WIDTH = 140


class Streams:
    """Consoles for both streams; `out` is for tables, raw lines are written with `line`."""

    def __init__(self, out: Console | None = None, err: Console | None = None) -> None:
        self.out = out or _wide(Console(highlight=False))
        self.err = err or _wide(Console(stderr=True, highlight=False))
        for stream in (self.out.file, self.err.file):
            if isinstance(stream, TextIOWrapper):  # a file's name may hold what the console cannot show
                stream.reconfigure(errors="backslashreplace")

    def line(self, text: str) -> None:
        """Write one line to stdout as it is, at once."""
        self.out.file.write(text + "\n")
        self.out.file.flush()

    def say(self, text: str) -> None:
        """Say something on stderr."""
        self.err.print(harmless(text), markup=False, soft_wrap=True)

    def complain(self, error: EcgdeskError) -> None:
        """Say what is wrong and what to do on stderr."""
        self.err.print(harmless(str(error)), style="red", markup=False, soft_wrap=True)

    def progress(self) -> Progress:
        """Return a progress bar on stderr that leaves no trace; silent when nobody looks."""
        return Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=self.err, transient=True, disable=not self.err.is_terminal,
        )  # fmt: skip


def harmless(text: str) -> str:
    """Return the text without what a terminal would obey instead of show."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _wide(console: Console) -> Console:
    """Files and pipes have no width; tables in them need not be narrow."""
    if not console.is_terminal:
        console.width = _UNKNOWN_WIDTH
    return console
