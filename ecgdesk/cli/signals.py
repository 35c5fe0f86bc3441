"""As what `analyze` writes the digitised leads, and whether it can."""

from enum import StrEnum
from pathlib import Path

from ecgdesk.core.sentence import say


class Signals(StrEnum):
    """The form of the files, `NONE` for no files."""

    NONE = "none"
    CSV = "csv"
    WFDB = "wfdb"


def check_signals(wanted: Signals, out: Path | None, *, measure: bool) -> None:
    """Raise UsageError where signals are wanted and there is no folder for them, or no page is read."""
    if wanted is Signals.NONE or (out is not None and measure):
        return
    from ecgdesk.cli.choosing import UsageError

    if out is None:
        raise UsageError(say("Signals need a folder."), say("Name one with --out."))
    raise UsageError(say("Without measuring no signals are read."), say("Leave out --no-measure."))
