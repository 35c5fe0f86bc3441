"""Labelled signals as an export gives them: WFDB records, or CSV files with a column for each lead."""

import csv
from pathlib import Path
from typing import Final

import numpy as np

from ecgdesk.core.errors import EcgdeskError, RecipeError
from ecgdesk.core.sentence import say
from ecgdesk.reading.render_signal import LEADS, MEASURED_LEADS, Signal, twelve_from_eight
from training.checkup.wfdb import read_wfdb

HEADER: Final = ".hea"
TABLE: Final = ".csv"
_TIMES: Final = ("time", "t", "seconds", "time_s", "time [s]", "elapsed time")
_MILLISECONDS: Final = ("time_ms", "ms", "milliseconds", "time [ms]")
_LARGEST_MILLIVOLTS: Final = 50.0
"""No ECG reaches it: larger numbers are microvolts."""
_BY_LOWER: Final = {lead.lower(): lead for lead in LEADS}


def record_of(path: Path) -> Path | None:
    """Return the file to read for a path that names a record (its header, or a table); None for no record."""
    if path.suffix.lower() in (HEADER, TABLE):
        return path
    header = path.with_suffix(HEADER) if path.suffix.lower() == ".dat" else path.with_name(path.name + HEADER)
    return header if header.is_file() else None


def read_record(path: Path, hz: float = 0.0) -> Signal:
    """Return a record's twelve leads in mV; `hz` is the rate of tables without times. Raises RecipeError."""
    try:
        signal = read_wfdb(path) if path.suffix.lower() == HEADER else _read_table(path, hz)
        return _twelve(signal, path.name)
    except RecipeError:
        raise
    except EcgdeskError as error:
        raise RecipeError(f"{path.name}: {error.problem}", error.advice) from error


def _read_table(path: Path, hz: float) -> Signal:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            names, *rows = list(csv.reader(file))
        values = np.array([[float(cell) for cell in row] for row in rows if row])
    except (OSError, UnicodeDecodeError, ValueError, csv.Error) as error:
        raise RecipeError(
            say("The signals in {file} cannot be read: {cause}.", file=path.name, cause=error),
            "A table needs a row with the names of the leads and a number in each cell below.",
        ) from error
    lower = [name.strip().lower().removeprefix("lead ").removesuffix(" [mv]") for name in names]
    columns = {_BY_LOWER[name]: place for place, name in enumerate(lower) if name in _BY_LOWER}
    if not columns or values.ndim != 2 or values.shape[0] < 2:
        raise RecipeError(
            say("{file} has no columns named like leads.", file=path.name), "Name them I, II, … V6."
        )
    table = values[:, list(columns.values())].T
    if np.abs(table).max() > _LARGEST_MILLIVOLTS:
        table = table / 1000
    return Signal(table.astype(np.float32), _rate(values, lower, hz, path.name), tuple(columns))


def _rate(values: np.ndarray, names: list[str], given: float, file: str) -> float:
    """Return the sampling rate in Hz: from the times in the table, else as given."""
    for known, factor in ((_TIMES, 1.0), (_MILLISECONDS, 1000.0)):
        for name in known:
            if name in names:
                steps = np.diff(values[:, names.index(name)])
                return factor / float(np.median(steps)) if np.median(steps) > 0 else given
    if given <= 0:
        raise RecipeError(
            say("{file} does not say how fast it was sampled.", file=file),
            "Add a column with the time in seconds, or give --hz.",
        )
    return given


def _twelve(signal: Signal, name: str) -> Signal:
    known = {
        _BY_LOWER.get(lead.lower(), lead): row
        for lead, row in zip(signal.leads, signal.millivolts, strict=True)
    }
    if all(lead in known for lead in LEADS):
        return Signal(np.stack([known[lead] for lead in LEADS]), signal.hz)
    if all(lead in known for lead in MEASURED_LEADS):
        return Signal(twelve_from_eight(np.stack([known[lead] for lead in MEASURED_LEADS])), signal.hz)
    missing = [lead for lead in MEASURED_LEADS if lead not in known]
    raise RecipeError(
        say("{file} has no lead {lead}.", file=name, lead=missing[0]),
        "A page needs twelve leads, or the eight that are measured (I, II, V1 to V6).",
    )
