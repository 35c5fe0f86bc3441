"""A page's file in a table: a long one loses folders from its middle, never half a word."""

from pathlib import PurePath
from typing import Final

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

_LEAST: Final = 24
_GAP: Final = "…"


class PathCell:
    """Shows as much of a path as there is room for; its end, which names the file, first."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Say how narrow it may be, and how wide it would like to be."""
        wide = cell_len(self._path)
        return Measurement(min(wide, _LEAST, options.max_width), min(wide, options.max_width))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the path on one line."""
        yield Text(shortened(self._path, options.max_width), no_wrap=True, overflow="ellipsis")


def shortened(path: str, width: int) -> str:
    """Return a path in at most this many columns; whole folders go first, from the middle."""
    if cell_len(path) <= width:
        return path
    separator = "\\" if "\\" in path and "/" not in path else "/"
    *folders, name = path.split(separator)
    for kept in range(len(folders) - 1, -1, -1):  # as many folders as fit, from the left
        short = separator.join([*folders[:kept], _GAP, name])
        if cell_len(short) <= width:
            return short
    return _squeezed(name, width)


def _squeezed(name: str, width: int) -> str:
    """Return a name without its middle; the end, which tells pages of a series apart, stays."""
    if cell_len(name) <= width:
        return name
    tail = max(len(PurePath(name).suffix) + (width - 1) // 2, 1)
    tail = min(tail, max(width - 2, 1))
    head = max(width - 1 - tail, 0)
    return name[:head] + _GAP + name[-tail:]
