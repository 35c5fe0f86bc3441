"""Files that hold one recording: WFDB, EDF, tables."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.reading.render_signal import Signal, SignalError
from ecgdesk.reading.signals.edf import read_edf
from ecgdesk.reading.signals.page import drawn_page, page_count
from ecgdesk.reading.signals.table import read_table
from ecgdesk.reading.signals.twelve import twelve_leads
from ecgdesk.reading.signals.wfdb import read_wfdb
from ecgdesk.reading.sniff import Kind
from ecgdesk.reading.source import shown

KINDS: Final[Mapping[Kind, Callable[[Path], Signal]]] = MappingProxyType(
    {Kind.WFDB: read_wfdb, Kind.EDF: read_edf, Kind.TABLE: read_table}
)


def count_pages(path: Path, kind: Kind) -> int:
    """Return how many pages a recording makes; raises UnreadableFileError."""
    return page_count(_signal(path, kind))


def decode(path: Path, kind: Kind, number: int) -> NDArray[np.uint8]:
    """Return one page of a recording, drawn; raises UnreadableFileError."""
    return drawn_page(_signal(path, kind), number, shown(path))


def parts(path: Path, kind: Kind) -> list[Path]:
    """Return the files beside a file that belong to what it holds: a header's samples."""
    return sorted(path.parent.glob(f"{path.stem}.dat")) if kind is Kind.WFDB else []


def _signal(path: Path, kind: Kind) -> Signal:
    try:
        return twelve_leads(KINDS[kind](path), shown(path))
    except SignalError as error:
        raise UnreadableFileError(f"{shown(path)}: {error.problem}", error.advice) from error
