"""Writing results to files. Every function here is for a job, raises EcgdeskError, and writes whole files."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecgdesk.core.analysis import Analysis, Stage, Status
from ecgdesk.core.page import Page
from ecgdesk.core.sentence import ENGLISH, Language, joined, say
from ecgdesk.services.entry import Entry, EntryStatus

if TYPE_CHECKING:  # brings numpy, which nothing here needs before something is written
    from ecgdesk.core.heat import HeatView


def save_report(
    path: Path, page: Page, analysis: Analysis, view: "HeatView", language: Language = ENGLISH
) -> Path:
    """Write the one-page PDF; raises OutputError."""
    from ecgdesk.output.report import write_report

    return write_report(path, page.pixels, analysis, view=view, language=language)


def report_pdf(page: Page, analysis: Analysis, view: "HeatView", language: Language = ENGLISH) -> bytes:
    """Return the one-page PDF."""
    from ecgdesk.output.report import report

    return report(page.pixels, analysis, view=view, language=language)


def save_overlay(
    path: Path, page: Page, analysis: Analysis, view: "HeatView", language: Language = ENGLISH
) -> Path:
    """Write the masked crop with its heat map as PNG; raises OutputError."""
    from ecgdesk.output.overlay import write_overlay

    return write_overlay(path, page.pixels, analysis, view, language)


def picture_png(page: Page, analysis: Analysis, view: "HeatView", language: Language = ENGLISH) -> bytes:
    """Return the masked crop with its heat map and legend as PNG."""
    from ecgdesk.output.overlay import overlay_png

    return overlay_png(page.pixels, analysis, view, language)


def save_json(path: Path, analysis: Analysis) -> Path:
    """Write the JSON object, named by the file's name without its folder; raises OutputError."""
    from ecgdesk.output.as_json import as_object
    from ecgdesk.output.files import write_file

    record = as_object(analysis, analysis.page.path.name)
    return write_file(path, (json.dumps(record, indent=1, ensure_ascii=False) + "\n").encode())


def save_signals(path: Path, analysis: Analysis) -> Path:
    """Write the digitised leads, as CSV or for `.hea` as a WFDB record; raises OutputError."""
    from ecgdesk.core.tracing import PageReading
    from ecgdesk.output.signals import write_signals

    return write_signals(path, analysis.reading or PageReading())


def save_table(path: Path, entries: Sequence[Entry]) -> Path:
    """Write one row for each open page as CSV, those without a result with the reason; raises OutputError."""
    from ecgdesk.output.files import write_file
    from ecgdesk.output.table import as_csv

    # The byte order mark is how a spreadsheet knows the file is UTF-8.
    return write_file(path, as_csv([_row(entry) for entry in entries]).encode("utf-8-sig"))


def _row(entry: Entry) -> dict[str, Any]:
    from ecgdesk.output.as_json import as_object

    name = entry.page.path.name
    if entry.status is EntryStatus.FAILED:
        reason = joined((entry.error.problem, entry.error.advice)) if entry.error else ""
        reason = reason or (entry.analysis.reason if entry.analysis else "")
        return as_object(Analysis(entry.page, Status.ERROR, Stage.PAGE, reason), name)
    if entry.stale or not entry.is_finished or entry.analysis is None:
        # A result of an older crop or model must not be read as that of the page as it is shown.
        waiting = Analysis(entry.page, Status.ERROR, Stage.PAGE, say("Not analysed yet."))
        return as_object(waiting, name) | {"status": "waiting"}
    return as_object(entry.analysis, name)
