"""What `analyze` writes for each page: the line or row, the picture and the report."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ecgdesk.cli.explaining import AS_USUAL, Drawn
from ecgdesk.core.analysis import Status
from ecgdesk.engine.batch import Outcome
from ecgdesk.output.as_json import as_object
from ecgdesk.output.files import FreeNames, OutputError, make_folder
from ecgdesk.reading.own import HEATMAP_SUFFIX, REPORT_SUFFIX


@dataclass(slots=True)
class Folder:
    """The output folder of a run, with names that no two pages share; heat is `drawn` as wished."""

    names: FreeNames
    drawn: Drawn = AS_USUAL

    @classmethod
    def at(cls, folder: Path, drawn: Drawn = AS_USUAL) -> "Folder":
        """Make the folder where it is missing; raises OutputError."""
        return cls(FreeNames(make_folder(folder)), drawn)

    def write(self, outcome: Outcome) -> str | None:
        """Write picture and report of an analysed page; returns the picture's name. Raises OutputError."""
        if outcome.page is None or outcome.analysis.status is not Status.OK:
            return None
        from ecgdesk.core.heat import HeatView
        from ecgdesk.output.overlay import write_overlay
        from ecgdesk.output.report import write_report

        several = outcome.page.page_count > 1
        ref = outcome.page.ref
        wanted = f"{ref.path.stem}-p{ref.number}" if several else ref.path.stem
        stem = self.names.stem(wanted, (HEATMAP_SUFFIX, REPORT_SUFFIX))
        pixels, view = outcome.page.pixels, HeatView(self.drawn.look, outcome.second)
        write_report(self.names.folder / f"{stem}{REPORT_SUFFIX}", pixels, outcome.analysis, view=view)
        if outcome.analysis.explanation is None:
            return None
        name = f"{stem}{HEATMAP_SUFFIX}"
        write_overlay(self.names.folder / name, pixels, outcome.analysis, view)
        return name


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
        heatmap = None
        if self.folder is not None:
            try:
                heatmap = self.folder.write(outcome)
            except OutputError as error:
                self.say(error)
                self.complaints.append(error.problem)
        item = as_object(outcome.analysis, self.given[self.files - 1], heatmap, second=outcome.second)
        if outcome.analysis.status is not Status.OK:
            self.complaints.append(f"{named(item)}: {item['reason'] or item['status']}")
        if self.keep:
            self.objects.append(item)
        return item


def named(item: dict[str, Any]) -> str:
    """Return a page's file as given, with its number when it is not the first."""
    return str(item["file"]) if item["page"] == 1 else f"{item['file']} page {item['page']}"
