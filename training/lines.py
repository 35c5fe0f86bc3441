"""What a command says of its work: JSON lines for a program, or a bar and findings for people."""

import sys
from collections.abc import Callable
from typing import Final, Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.event_lines import to_line
from ecgdesk.core.findings import (
    Began,
    Cancelled,
    Evaluated,
    Event,
    Examined,
    Finding,
    Progress,
    Refused,
    Severity,
)
from ecgdesk.core.sentence import say
from training.occupying import stop_signals

ENDED: Final = 1
USAGE: Final = 2
"""Exit codes of a command that somebody ended, and of one that cannot do what it was asked."""

_SIGNS: Final = {Severity.BLOCKS: ("✕", "red"), Severity.WARNS: ("!", "yellow"), Severity.NOTES: ("·", "dim")}
_SHOWN: Final = 6
_UNKNOWN_WIDTH: Final = 110


class Cancel(Exception):  # noqa: N818 — nothing is wrong: somebody asked
    """Somebody asked the work to end."""


class Teller(Protocol):
    """Takes events as they come."""

    def tell(self, event: Event) -> None:
        """Say one event."""

    def close(self) -> None:
        """Nothing more will be said."""


def carried_out(work: Callable[[Teller, Callable[[], None]], int], told: Teller) -> int:
    """Do the work of a command and say how it ended; returns its exit code.

    `work` gets who to tell and a `poll` that ends it once somebody asked for that: exit 1. What cannot be
    done is told with what to do: exit 2.
    """
    with stop_signals() as asked:

        def poll() -> None:
            if asked():
                raise Cancel

        try:
            return work(told, poll)
        except Cancel:
            told.tell(Cancelled())
            return ENDED
        except EcgdeskError as error:
            told.tell(Refused(error.code, error.problem, error.advice))
            return USAGE
        except OSError as error:
            problem = say("Nothing can be written: {cause}.", cause=error.strerror or error)
            told.tell(Refused("folder", problem, say("Free some space, or name another folder.")))
            return USAGE
        finally:
            told.close()


def teller(*, as_json: bool) -> Teller:
    """Return who speaks to a program, or to people."""
    return JsonTeller() if as_json else PlainTeller()


class JsonTeller:
    """One JSON object a line on stdout, at once."""

    def tell(self, event: Event) -> None:
        """Write the event."""
        sys.stdout.buffer.write(to_line(event).encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()

    def close(self) -> None:
        """Nothing is held."""


class PlainTeller:
    """A progress bar on stderr, findings on stdout."""

    def __init__(self) -> None:
        self._out, self._err = Console(highlight=False), Console(stderr=True, highlight=False)
        if not self._out.is_terminal:
            self._out.width = _UNKNOWN_WIDTH
        self._bar = Bar(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=self._err, transient=True, disable=not self._err.is_terminal,
        )  # fmt: skip
        self._tasks: dict[str, TaskID] = {}
        self._bar.start()

    def tell(self, event: Event) -> None:
        """Say the event."""
        match event:
            case Began():
                kinds = ", ".join(event.classes)
                self._say(f"{event.source}: {event.files} files of {len(event.classes)} classes ({kinds})")
            case Progress():
                self._advance(event)
            case Finding():
                self._find(event)
            case Examined():
                self._say(examined_words(event))
                for what, path in event.outputs.items():
                    self._say(f"{what}: {path}")
            case Cancelled():
                self._err.print("Ended on request; what was read is remembered.")
            case Refused():
                self._err.print(f"{event.problem} {event.advice}".strip(), style="red", markup=False)
            case Evaluated():
                for what, path in event.outputs.items():
                    self._say(f"{what}: {path}")

    def close(self) -> None:
        """Take the bar away."""
        self._bar.stop()

    def say(self, text: str) -> None:
        """Print a line for people."""
        self._say(text)

    def _advance(self, event: Progress) -> None:
        if event.stage not in self._tasks:
            self._tasks[event.stage] = self._bar.add_task(event.stage, total=max(event.total, 1))
        self._bar.update(self._tasks[event.stage], completed=event.done, total=max(event.total, 1))

    def _find(self, finding: Finding) -> None:
        sign, colour = _SIGNS[finding.severity]
        self._out.print(f"[{colour}]{sign}[/] ", end="")
        self._say(str(finding.sentence))
        some = finding.groups or tuple((name,) for name in finding.examples)
        for names in some[:_SHOWN]:
            self._say("    " + " = ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else ""))
        if len(some) > _SHOWN:
            self._say(f"    … {len(some) - _SHOWN} more")
        for remedy in finding.remedies:
            self._say(f"  → {remedy.label}: {remedy.sentence}")

    def _say(self, text: str) -> None:
        self._out.print(text, markup=False, soft_wrap=True)


def examined_words(event: Examined) -> str:
    """Return the last line on an examination."""
    pages = f"{event.distinct} distinct pages in {event.files} files, {event.readable} of them readable"
    if not event.blocking:
        return f"{pages}. Nothing was found that would make figures wrong."
    return f"{pages}. {event.blocking} of {event.findings} findings would make figures wrong."
