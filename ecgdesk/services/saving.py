"""Writing results to files. Every function here is for a job, raises EcgdeskError, and writes whole files."""

import json
from collections.abc import Sequence
from pathlib import Path

from ecgdesk.core.analysis import Analysis
from ecgdesk.core.page import Page


def save_report(path: Path, page: Page, analysis: Analysis, opacity: float) -> Path:
    """Write the one-page PDF; raises OutputError."""
    from ecgdesk.output.report import write_report

    return write_report(path, page.pixels, analysis, opacity=opacity)


def report_pdf(page: Page, analysis: Analysis, opacity: float) -> bytes:
    """Return the one-page PDF."""
    from ecgdesk.output.report import report

    return report(page.pixels, analysis, opacity=opacity)


def save_overlay(path: Path, page: Page, analysis: Analysis, opacity: float) -> Path:
    """Write the masked crop with its heat map as PNG; raises OutputError."""
    from ecgdesk.output.overlay import write_overlay

    return write_overlay(path, page.pixels, analysis, opacity)


def save_json(path: Path, analysis: Analysis) -> Path:
    """Write the JSON object, named by the file's name without its folder; raises OutputError."""
    from ecgdesk.output.as_json import as_object
    from ecgdesk.output.files import write_file

    record = as_object(analysis, analysis.page.path.name)
    return write_file(path, (json.dumps(record, indent=1, ensure_ascii=False) + "\n").encode())


def save_table(path: Path, analyses: Sequence[Analysis]) -> Path:
    """Write one row for each analysis as CSV; raises OutputError."""
    from ecgdesk.output.as_json import as_object
    from ecgdesk.output.files import write_file
    from ecgdesk.output.table import as_csv

    rows = [as_object(one, one.page.path.name) for one in analyses]
    # The byte order mark is how a spreadsheet knows the file is UTF-8.
    return write_file(path, as_csv(rows).encode("utf-8-sig"))
