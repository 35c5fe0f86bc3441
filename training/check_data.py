"""`ecgdesk check-data DIR|CSV`: the data doctor from the command line, for people or as JSON lines."""

import argparse
import json
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from ecgdesk.core.findings import Event, Examined
from ecgdesk.core.home import home_folder
from ecgdesk.core.whole_file import write_atomically
from ecgdesk.reading.render_presets import PRESETS
from training.checkup.cleaned import write_cleaned
from training.checkup.drawn import LIST, USUAL_LOOK, drawn, is_of_signals
from training.checkup.memory import Memory
from training.checkup.sources import Columns, Source, open_source
from training.doctor import examine, summary
from training.lines import Teller, carried_out, teller

_CLEAN, _WRONG = 0, 1
FINDINGS: Final = "findings.json"
CLEANED: Final = "cleaned.csv"


def main(argv: Sequence[str] | None = None) -> int:
    """Examine pages; exit 0 when nothing makes figures wrong, 1 when something does, 2 for wrong usage."""
    arguments = parser().parse_args(argv)
    return carried_out(lambda told, poll: _told(_work(arguments, poll), told), teller(as_json=arguments.json))


def parser() -> argparse.ArgumentParser:
    """Return the parser of `ecgdesk check-data`."""
    made = argparse.ArgumentParser(
        prog="ecgdesk check-data",
        description="Look for what would make the figures of a model wrong: copies, leaks, shortcuts.",
        epilog="Exit code: 0 nothing found that would make figures wrong, 1 something was, 2 wrong usage.",
    )
    made.add_argument(
        "data", type=Path, metavar="DIR|CSV",
        help="a folder per class, or a list; of pages, or of signals (WFDB, CSV) to draw",
    )  # fmt: skip
    made.add_argument("--json", action="store_true", help="JSON lines on stdout and nothing else")
    made.add_argument("--out", type=Path, metavar="DIR", help="write findings.json and cleaned.csv there")
    add_columns(made)
    made.add_argument("--date-column", default="", help="the column with the day or date")
    made.add_argument("--split-column", default="", help="the column that says train or test")
    made.add_argument("--memory", type=Path, metavar="DIR", help="where what is read is remembered")
    made.add_argument("--look", default=USUAL_LOOK, choices=sorted(PRESETS), help="how signals are drawn")
    made.add_argument("--hz", type=float, default=0.0, help="sampling rate of signals that do not say it")
    return made


def add_columns(made: argparse.ArgumentParser) -> None:
    """Add the options that say which column of a list is what."""
    made.add_argument("--path-column", default="", help="the column with the file (default: a usual name)")
    made.add_argument("--label-column", default="", help="the column with the class")
    made.add_argument("--group-column", default="", help="the column to split by, such as the patient")
    made.add_argument("--pages-folder", default="", help="the folder that the list's paths start at")


def columns_of(arguments: argparse.Namespace) -> Columns:
    """Return what the options say of a list's columns."""
    return Columns(
        arguments.path_column, arguments.label_column, arguments.group_column,
        getattr(arguments, "date_column", ""), getattr(arguments, "split_column", ""), arguments.pages_folder,
    )  # fmt: skip


def _work(arguments: argparse.Namespace, poll: Callable[[], None]) -> Iterator[Event]:
    source = open_source(arguments.data, columns_of(arguments))
    outputs: dict[str, str] = {}
    if is_of_signals(source):
        source = yield from _as_pages(source, arguments, poll)
        outputs["drawn"] = str(source.root / LIST)
    scanned, found = yield from examine(source, Memory(arguments.memory), poll)
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
        write_cleaned(scanned, found, arguments.out / CLEANED)
        outputs |= {"findings": str(arguments.out / FINDINGS), "cleaned": str(arguments.out / CLEANED)}
    last = summary(scanned, found, outputs)
    if arguments.out:
        said = {"examined": asdict(last), "findings": [asdict(finding) for finding in found]}
        text = json.dumps(said, ensure_ascii=False, indent=1)
        write_atomically(arguments.out / FINDINGS, lambda file: file.write(text.encode("utf-8")))
    yield last


def _as_pages(
    source: Source, arguments: argparse.Namespace, poll: Callable[[], None]
) -> Generator[Event, None, Source]:
    folder = arguments.out or home_folder() / "doctor" / "drawn" / arguments.data.stem
    return (yield from drawn(source, folder, arguments.look, arguments.hz, poll))


def _told(events: Iterator[Event], told: Teller) -> int:
    code = _WRONG
    for event in events:
        told.tell(event)
        if isinstance(event, Examined):
            code = _WRONG if event.blocking else _CLEAN
    return code


if __name__ == "__main__":
    sys.exit(main())
