"""The data doctor: is what a model would be trained on sound? Findings with remedies, before any training."""

from collections.abc import Callable, Generator, Iterator
from typing import Final

from ecgdesk.core.findings import Began, Event, Examined, Finding, Progress, Severity
from training.checkup.classes import classes, per_class
from training.checkup.giveaways import giveaways
from training.checkup.groupings import groupings, split_leaks
from training.checkup.memory import Memory
from training.checkup.outliers import outliers
from training.checkup.readable import no_ecg, unreadable
from training.checkup.repeats import repeats
from training.checkup.scan import Scan, scan
from training.checkup.sources import Source

_AT_ONCE: Final = (unreadable, repeats, split_leaks, groupings, no_ecg, classes, outliers)
"""What is asked of a finished scan, the gravest first."""


def examine(
    source: Source, memory: Memory, poll: Callable[[], None] = lambda: None
) -> Generator[Event, None, tuple[Scan, tuple[Finding, ...]]]:
    """Read, compare and judge all pages; yields events and returns the scan with its findings.

    Pages that were read before are remembered by their content. `poll` is called between steps and may raise
    to end the work; what was read until then is remembered too.
    """
    yield Began(source.name, str(source.root), len(source.files), source.classes)
    scanned = yield from scan(source, memory, poll)
    found: list[Finding] = []
    for finding in _findings(scanned, poll):
        if isinstance(finding, Finding):
            found.append(finding)
        yield finding
    return scanned, tuple(found)


def summary(scanned: Scan, found: tuple[Finding, ...], outputs: dict[str, str]) -> Examined:
    """Return the last event of an examination; `outputs` are the files that were written."""
    readable = sum(facts.readable for facts in scanned.facts)
    blocking = sum(finding.severity is Severity.BLOCKS for finding in found)
    return Examined(
        len(scanned.facts), readable, len(scanned.distinct), per_class(scanned), blocking, len(found), outputs
    )


def _findings(scanned: Scan, poll: Callable[[], None]) -> Iterator[Finding | Progress]:
    for ask in _AT_ONCE:
        poll()
        yield from ask(scanned)
    yield from giveaways(scanned, poll)
