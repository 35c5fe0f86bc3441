"""What `analyze` writes for each page: the line or row, the picture, the report and the signals."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ecgdesk.cli.explaining import AS_USUAL, Drawn
from ecgdesk.cli.signals import Signals
from ecgdesk.core.analysis import Status
from ecgdesk.engine.batch import Outcome
from ecgdesk.output.as_json import as_object
from ecgdesk.output.files import FreeNames, OutputError, make_folder
from ecgdesk.reading.own import HEATMAP_SUFFIX, REPORT_SUFFIX, SIGNALS_NAME


@dataclass(slots=True)
class Folder:
    """The output folder of a run, with names that no two pages share; heat is `drawn` as wished."""

    names: FreeNames
    drawn: Drawn = AS_USUAL
    signals: Signals = Signals.NONE
    _records: FreeNames = field(init=False)

    def __post_init__(self) -> None:
        """Give signals names of their own: not every name fits a WFDB record."""
        self._records = FreeNames(self.names.folder)

    @classmethod
    def at(cls, folder: Path, drawn: Drawn = AS_USUAL, signals: Signals = Signals.NONE) -> "Folder":
        """Make the folder where it is missing; raises OutputError."""
        return cls(FreeNames(make_folder(folder)), drawn, signals)

    def write_signals(self, outcome: Outcome) -> str | None:
        """Write the digitised leads of an analysed page, if wanted and any; returns the file's name.

        Raises OutputError.
        """
        reading = outcome.analysis.reading
        if self.signals is Signals.NONE or reading is None or not reading.traces:
            return None
        from ecgdesk.output.signals import as_record_name, write_signals

        wanted = _stem(outcome)
        suffixes: tuple[str, ...] = (f"{SIGNALS_NAME}.csv",)
        if self.signals is Signals.WFDB:
            wanted, suffixes = as_record_name(wanted), (f"{SIGNALS_NAME}.hea", f"{SIGNALS_NAME}.dat")
        stem = self._records.stem(wanted, suffixes)
        return write_signals(self.names.folder / f"{stem}{suffixes[0]}", reading).name

    def write(self, outcome: Outcome) -> str | None:
        """Write picture and report of an analysed page; returns the picture's name. Raises OutputError."""
        if outcome.page is None or outcome.analysis.status is not Status.OK:
            return None
        from ecgdesk.core.heat import HeatView
        from ecgdesk.output.overlay import write_overlay
        from ecgdesk.output.report import write_report

        stem = self.names.stem(_stem(outcome), (HEATMAP_SUFFIX, REPORT_SUFFIX))
        pixels, view = outcome.page.pixels, HeatView(self.drawn.look, outcome.second)
        write_report(self.names.folder / f"{stem}{REPORT_SUFFIX}", pixels, outcome.analysis, view=view)
        if outcome.analysis.explanation is None:
            return None
        name = f"{stem}{HEATMAP_SUFFIX}"
        write_overlay(self.names.folder / name, pixels, outcome.analysis, view)
        return name


def _stem(outcome: Outcome) -> str:
    ref, count = outcome.analysis.page, outcome.page.page_count if outcome.page is not None else 1
    return f"{ref.path.stem}-p{ref.number}" if count > 1 else ref.path.stem


@dataclass(slots=True)
class Record:
    """Turns outcomes into JSON objects and keeps what the table and the exit code need.

    `given` names the input files as the command line did, in the order in which their pages come.
    """

    folder: Folder | None
    say: Callable[[OutputError], None]
    keep: bool
    given: tuple[str, ...]
    objects: list[dict[str, Any]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    pages: int = 0
    files: int = 0

    def add(self, outcome: Outcome) -> dict[str, Any]:
        """Write the page's files and return its object; a file that cannot be written is said and counted."""
        self.pages += 1
        self.files += outcome.request.page.number == 1  # every file begins with its first page
        heatmap = signals = None
        if self.folder is not None:
            try:
                heatmap = self.folder.write(outcome)
                signals = self.folder.write_signals(outcome)
            except OutputError as error:
                self.say(error)
                self.complaints.append(error.problem)
        given = self.given[self.files - 1]
        item = as_object(outcome.analysis, given, heatmap, second=outcome.second, signals=signals)
        if outcome.analysis.status is not Status.OK:
            self.complaints.append(f"{named(item)}: {item['reason'] or item['status']}")
        if self.keep:
            self.objects.append(item)
        return item


def named(item: dict[str, Any]) -> str:
    """Return a page's file as given, with its number when it is not the first."""
    return str(item["file"]) if item["page"] == 1 else f"{item['file']} page {item['page']}"
