"""Where results may go, looked at before any work: never over what goes in."""

from collections.abc import Iterable
from pathlib import Path

from ecgdesk.cli.choosing import UsageError
from ecgdesk.cli.console import harmless
from ecgdesk.core.constants import IMAGE_SUFFIXES
from ecgdesk.core.sentence import say
from ecgdesk.output.files import check_place, make_folder
from ecgdesk.reading.sniff import HEAD_BYTES, readable_kind


def check_destinations(csv: Path | None, out: Path | None, inputs: Iterable[Path]) -> None:
    """Check the table's file and the folder of results, which is made.

    Raises UsageError for a table that would replace a page or another input, OutputError for a place
    that cannot be written to.
    """
    if csv is not None:
        _check_table(csv, inputs)
        check_place(csv)
    if out is not None:
        make_folder(out)


def _check_table(csv: Path, inputs: Iterable[Path]) -> None:
    advice = say("Give --csv the name of a new file, such as results.csv.")
    if any(_same(csv, file) for file in inputs):
        raise UsageError(
            say("The table would replace {file}, which is read.", file=harmless(csv.name)), advice
        )
    if csv.suffix.lower() in IMAGE_SUFFIXES or _holds_a_page(csv):
        raise UsageError(
            say("The table cannot be written to {file}: that is a page.", file=harmless(csv.name)), advice
        )


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return one.absolute() == other.absolute()


def _holds_a_page(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return readable_kind(stream.read(HEAD_BYTES)) is not None
    except OSError:
        return False  # whether it can be replaced is checked next
