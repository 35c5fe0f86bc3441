"""Reading tables of signals: a row with the names of the leads, and numbers below.

Commas, semicolons or tabs divide the cells; lines that begin with # are comments.
"""

import csv
import re
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.sentence import say
from ecgdesk.reading.render_signal import LEADS, Signal
from ecgdesk.reading.signals.marks import column_names, separator
from ecgdesk.reading.source import shown

_TIMES: Final = ("time", "t", "seconds", "time_s", "time [s]", "elapsed time")
_MILLISECONDS: Final = ("time_ms", "ms", "milliseconds", "time [ms]")
_RATE: Final = re.compile(r"(?:hz|sampling[ _]rate|fs)\s*[:=]\s*([\d.]+)", re.IGNORECASE)
_LARGEST_MILLIVOLTS: Final = 50.0
"""No ECG reaches it: larger numbers are microvolts."""
_BY_LOWER: Final = {lead.lower(): lead for lead in LEADS}

Values = NDArray[np.float64]


def read_table(path: Path, hz: float = 0.0) -> Signal:
    """Return the leads of a table in mV; `hz` is the rate where it says none. Raises UnreadableFileError."""
    file = shown(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
        comments = [line for line in text.splitlines() if line.startswith("#")]
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        between = separator(lines[0])
        values = np.array([_row(line, between) for line in lines[1:]], dtype=np.float64)
    except (OSError, UnicodeDecodeError, ValueError, IndexError, csv.Error) as error:
        raise UnreadableFileError(
            say("The signals in {file} cannot be read: {cause}.", file=file, cause=error),
            "A table needs a row with the names of the leads and a number in each cell below.",
        ) from error
    names = column_names(lines[0])
    columns = {_BY_LOWER[name]: place for place, name in enumerate(names) if name in _BY_LOWER}
    if not columns or values.ndim != 2 or values.shape[0] < 2:
        raise UnreadableFileError(
            say("{file} has no columns named like leads.", file=file), "Name them I, II, … V6."
        )
    table = values[:, list(columns.values())].T
    if np.abs(table).max() > _LARGEST_MILLIVOLTS:
        table = table / 1000
    said = _RATE.search(" ".join(comments))
    rate = _rate(values, names, float(said[1]) if said else hz, file)
    return Signal(table.astype(np.float32), rate, tuple(columns))


def _rate(values: Values, names: list[str], given: float, file: str) -> float:
    """Return the sampling rate in Hz: from the times in the table, else as given."""
    for known, factor in ((_TIMES, 1.0), (_MILLISECONDS, 1000.0)):
        for name in known:
            if name in names:
                step = float(np.median(np.diff(values[:, names.index(name)])))
                given = factor / step if step > 0 else given
    if given <= 0:
        raise UnreadableFileError(
            say("{file} does not say how fast it was sampled.", file=file),
            "Add a column named time, in seconds, or a first line such as: # hz = 500",
        )
    return given


def _row(line: str, between: str) -> list[float]:
    cells = line.split(between)
    return [float(cell.replace(",", ".") if between != "," else cell) for cell in cells]
