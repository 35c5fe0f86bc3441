"""Findings about single files: those that cannot be read, and pages that are no ECG."""

from collections.abc import Iterator
from typing import Final

from ecgdesk.core.analysis import Trust
from ecgdesk.core.findings import Finding, FindingCode, Remedy, RemedyKind, Severity
from ecgdesk.core.sentence import Sentence, say, say_count
from training.checkup.scan import Scan
from training.checkup.units import names_of

EXAMPLES: Final = 6


def unreadable(scan: Scan) -> Iterator[Finding]:
    """Yield a finding on files that cannot be read whole, with the reason of each."""
    bad = [position for position, facts in enumerate(scan.facts) if not facts.readable]
    if not bad:
        return
    names = names_of(scan, bad)
    reasons = {name: scan.facts[position].problem for name, position in zip(names, bad, strict=True)}
    yield Finding(
        FindingCode.UNREADABLE, Severity.BLOCKS, len(bad),
        say_count(
            "{n} file cannot be read whole: it is damaged, cut short, missing or no picture.",
            "{n} files cannot be read whole: they are damaged, cut short, missing or no pictures.",
            n=len(bad),
        ),
        examples=names[:EXAMPLES], remedies=(leave_out(names),), files=names, facts=reasons,
    )  # fmt: skip


def no_ecg(scan: Scan) -> Iterator[Finding]:
    """Yield a finding on pages that the program itself would refuse: blank, or plainly no tracing."""
    bad = [p for p, facts in enumerate(scan.facts) if facts.readable and facts.trust == Trust.REFUSED]
    if not bad:
        return
    names = names_of(scan, bad)
    yield Finding(
        FindingCode.NOT_ECG, Severity.BLOCKS, len(bad),
        say_count(
            "{n} page shows no ECG tracing that could be read: the program would give it no class.",
            "{n} pages show no ECG tracing that could be read: the program would give them no class.",
            n=len(bad),
        ),
        examples=names[:EXAMPLES], remedies=(leave_out(names),), files=names,
        facts={name: " ".join(scan.facts[p].cautions) for name, p in zip(names, bad, strict=True)},
    )  # fmt: skip


def leave_out(names: tuple[str, ...], sentence: Sentence | None = None) -> Remedy:
    """Return the remedy that leaves files out of the list."""
    usual = say_count(
        "Leaves {n} file out of the list; the file itself stays.",
        "Leaves {n} files out of the list; the files themselves stay.",
        n=len(names),
    )
    return Remedy(RemedyKind.LEAVE_OUT, say("Leave them out"), sentence or usual, leave_out=names)
