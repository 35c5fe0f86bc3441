"""What files of signals begin with. Light: whole folders are looked through by it."""

import csv
import re
from typing import Final

from ecgdesk.core.tracing import LEAD_NAMES

DICOM_MARK: Final = b"DICM"
DICOM_AT: Final = 128
_EDF_VERSION: Final = b"0       "
_EDF_FIXED, _EDF_OF_A_SIGNAL = 256, 256
_RECORD: Final = re.compile(r"^[\w.-]+(/\d+)?\s+\d+(\s+[\d.]+\S*(\s+\d+.*)?)?$")
_SIGNAL: Final = re.compile(r"^\S+\s+\d+(x\d+)?(:\d+)?(\+\d+)?(\s|$)")
_FEWEST_LINES: Final = 2
_FEWEST_LEADS: Final = 3
_LEADS: Final = frozenset(lead.lower() for lead in LEAD_NAMES)


def is_edf(head: bytes) -> bool:
    """Return whether a file begins like EDF: its version, and a header as long as its signals need."""
    try:
        length, signals = int(head[184:192]), int(head[252:256])
    except ValueError:
        return False
    return head.startswith(_EDF_VERSION) and signals > 0 and length == _EDF_FIXED + signals * _EDF_OF_A_SIGNAL


def is_header(text: str) -> bool:
    """Return whether a text begins like a WFDB header: name, signals, rate; then a file and its format."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return len(lines) >= _FEWEST_LINES and bool(_RECORD.match(lines[0])) and bool(_SIGNAL.match(lines[1]))


def is_table(text: str) -> bool:
    """Return whether a text's first line that is no comment names leads as columns."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return len(set(column_names(next(lines, ""))) & _LEADS) >= _FEWEST_LEADS


def column_names(line: str) -> list[str]:
    """Return the names of a table's columns in small letters, without units and the word lead."""
    cells = next(csv.reader([line], delimiter=separator(line)), [])
    return [_plain(cell.strip().lower()) for cell in cells]


def separator(line: str) -> str:
    """Return what divides the cells of a line."""
    return max((",", ";", "\t"), key=line.count)


def _plain(name: str) -> str:
    return name.removeprefix("lead ").removesuffix(" [mv]").removesuffix("_mv")
