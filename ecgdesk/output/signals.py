"""The digitised leads of a page as CSV and as a WFDB record; nothing in them names the patient."""

import csv
import io
import re
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.sentence import say
from ecgdesk.core.tracing import LeadTrace, PageReading
from ecgdesk.output.files import OutputError, write_file

Floats = NDArray[np.float64]

_PER_MILLIVOLT: Final = 1000
_NO_SAMPLE: Final = -32768
"""What WFDB's format 16 means by a sample that is missing."""
_MOST: Final = 32767
_DECIMALS: Final = 4
CSV_SUFFIX, WFDB_SUFFIX = ".csv", ".hea"


def write_signals(path: Path, reading: PageReading) -> Path:
    """Write the leads of a page, by the suffix as CSV or, for `.hea`, as a WFDB record; returns the path.

    Time counts from the left end of the traces, and a lead has no value where it does not stand on the page
    or was not found. Raises OutputError, also where nothing was read.
    """
    if not reading.traces:
        raise OutputError(
            say("No trace was read from this page."), say("Set the scale and the leads by hand.")
        )
    if path.suffix.lower() == WFDB_SUFFIX:
        return _write_wfdb(path, reading.traces)
    return write_file(path, as_csv(reading.traces).encode("utf-8-sig"))


def as_csv(traces: tuple[LeadTrace, ...]) -> str:
    """Return a table of seconds and a column of millivolts for each lead, empty where there is no value."""
    seconds, table = _table(traces)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["time_s", *(f"{name}_mv" for name in column_names(traces))])
    for moment, values in zip(seconds, table.T, strict=True):
        rows.writerow([f"{moment:.4f}", *("" if np.isnan(v) else f"{v:.{_DECIMALS}f}" for v in values)])
    return text.getvalue()


def column_names(traces: tuple[LeadTrace, ...]) -> list[str]:
    """Return a name for each trace, no two alike: the lead, marked where it is a strip or comes again."""
    names: list[str] = []
    for number, trace in enumerate(traces, start=1):
        name = trace.lead.name or f"row{number}"
        name = f"{name}_rhythm" if trace.lead.rhythm and trace.lead.name else name
        names.append(name if name not in names else f"{name}_{number}")
    return names


def as_record_name(name: str) -> str:
    """Return a name with only the letters, digits, hyphens and underscores that WFDB takes."""
    return re.sub(r"[^A-Za-z0-9_-]+", "_", name).strip("_") or "ecg"


def _table(traces: tuple[LeadTrace, ...]) -> tuple[Floats, Floats]:
    """Return the seconds (n,) and millivolts (leads, n) of all traces on one time base."""
    hz = traces[0].hz
    first = min(trace.lead.start_s for trace in traces)
    starts = [round((trace.lead.start_s - first) * hz) for trace in traces]
    # Leads beside each other may overlap by a rounded sample, never by more.
    length = max(start + len(trace.millivolts) for start, trace in zip(starts, traces, strict=True))
    table = np.full((len(traces), length), np.nan)
    for row, start, trace in zip(table, starts, traces, strict=True):
        row[start : start + len(trace.millivolts)] = trace.millivolts
    return np.arange(length) / hz, table


def _write_wfdb(path: Path, traces: tuple[LeadTrace, ...]) -> Path:
    """Write header and samples side by side; the samples first, so that no header is without them."""
    record = as_record_name(path.stem)
    header = path.with_name(f"{record}{WFDB_SUFFIX}")
    data = header.with_suffix(".dat")
    _, table = _table(traces)
    samples = np.clip(np.round(table * _PER_MILLIVOLT), -_MOST, _MOST)
    samples = np.where(np.isnan(table), _NO_SAMPLE, samples).astype("<i2")
    write_file(data, samples.T.tobytes())
    lines = [f"{record} {len(samples)} {traces[0].hz:g} {samples.shape[1]}"]
    for name, row in zip(column_names(traces), samples, strict=True):
        checksum = int(row.astype(np.int64).sum()) & 0xFFFF
        checksum = checksum - 0x10000 if checksum > _MOST else checksum
        lines.append(f"{data.name} 16 {_PER_MILLIVOLT}(0)/mV 16 0 {row[0]} {checksum} 0 {name}")
    return write_file(header, ("\n".join(lines) + "\n").encode("ascii", "replace"))
