"""Labelled signals as an export gives them: WFDB records, or CSV files with a column for each lead."""

from pathlib import Path
from typing import Final

from ecgdesk.core.errors import EcgdeskError, RecipeError
from ecgdesk.reading.render_signal import Signal
from ecgdesk.reading.signals.table import read_table
from ecgdesk.reading.signals.twelve import twelve_leads
from ecgdesk.reading.signals.wfdb import read_wfdb

HEADER: Final = ".hea"
TABLE: Final = ".csv"


def record_of(path: Path) -> Path | None:
    """Return the file to read for a path that names a record (its header, or a table); None for no record."""
    if path.suffix.lower() in (HEADER, TABLE):
        return path
    header = path.with_suffix(HEADER) if path.suffix.lower() == ".dat" else path.with_name(path.name + HEADER)
    return header if header.is_file() else None


def read_record(path: Path, hz: float = 0.0) -> Signal:
    """Return a record's twelve leads in mV; `hz` is the rate of tables without times. Raises RecipeError."""
    try:
        signal = read_wfdb(path) if path.suffix.lower() == HEADER else read_table(path, hz)
        return twelve_leads(signal, path.name)
    except EcgdeskError as error:
        raise RecipeError(error.problem, error.advice) from error
