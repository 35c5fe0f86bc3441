"""Findings about files that hold the same page: byte copies, near-duplicates, copies with several labels."""

from collections.abc import Iterator, Sequence
from typing import Final

from ecgdesk.core.findings import Finding, FindingCode, Remedy, RemedyKind, Severity
from ecgdesk.core.sentence import say, say_count
from training.checkup.scan import Scan
from training.checkup.units import Set, group_sets, joined, labels_of, names_of, near_files, of_content

_EXAMPLES: Final = 6


def repeats(scan: Scan) -> Iterator[Finding]:
    """Yield what there is of copies; of each set the first file is the one to keep."""
    byte_sets = [members for members in of_content(scan).values() if len(members) > 1]
    near_sets = list(near_files(scan))
    if byte_sets:
        yield _copies(scan, byte_sets)
    if near_sets:
        yield _near(scan, near_sets)
    if crossing := [s for s in _merged(scan, [*byte_sets, *near_sets]) if len(labels_of(scan, s)) > 1]:
        yield _across(scan, crossing)


def _copies(scan: Scan, sets: Sequence[Set]) -> Finding:
    surplus = sum(len(members) - 1 for members in sets)
    files, distinct = len(scan.facts), len(scan.distinct)
    return Finding(
        FindingCode.COPIES, Severity.BLOCKS, surplus,
        say_count(
            "{n} file is a byte copy of another: {files} files hold {distinct} distinct pages.",
            "{n} files are byte copies of others: {files} files hold {distinct} distinct pages.",
            n=surplus, files=files, distinct=distinct,
        ),
        examples=_examples(scan, sets),
        remedies=(_keep_one(scan, sets),),
        groups=tuple(names_of(scan, members) for members in sets),
        files=tuple(name for members in sets for name in names_of(scan, members[1:])),
        facts={"files": files, "distinct": distinct, "sets": len(sets)},
    )  # fmt: skip


def _near(scan: Scan, sets: Sequence[Set]) -> Finding:
    pages = sum(len(members) for members in scan.near)
    leaks = any(_groups_of(scan, members) is None for members in sets)
    least = min(pair.likeness.correlation for pair in scan.pairs)
    furthest = max(pair.likeness.bits for pair in scan.pairs)
    return Finding(
        FindingCode.NEAR_DUPLICATES, Severity.BLOCKS if leaks else Severity.WARNS, pages - len(sets),
        say_count(
            "{n} page shows the same tracing as another though the files differ: a rescan, another coding "
            "or a crop.",
            "{n} pages show the same tracing as another though the files differ: rescans, other codings or "
            "crops.",
            n=pages - len(sets),
        ),
        examples=_examples(scan, sets),
        remedies=(_keep_one(scan, sets), _keep_together(scan, sets)),
        groups=tuple(names_of(scan, members) for members in sets),
        files=tuple(name for members in sets for name in names_of(scan, members[1:])),
        facts={"pages": pages, "sets": len(sets), "bits": furthest, "correlation": round(least, 4)},
    )  # fmt: skip


def _across(scan: Scan, sets: Sequence[Set]) -> Finding:
    everything = tuple(name for members in sets for name in names_of(scan, members))
    sentence = say(
        "Leaves out all {files} files that hold these pages: nobody knows which label is right.",
        files=len(everything),
    )
    return Finding(
        FindingCode.COPIES_ACROSS_CLASSES, Severity.BLOCKS, len(sets),
        say_count("{n} page is there under several labels.", "{n} pages are there under several labels.",
                  n=len(sets)),
        examples=_examples(scan, sets),
        remedies=(Remedy(RemedyKind.LEAVE_OUT, say("Leave them out"), sentence, leave_out=everything),),
        groups=tuple(names_of(scan, members) for members in sets),
        files=everything,
        facts={"labels": ", ".join(sorted({label for s in sets for label in labels_of(scan, s)}))},
    )  # fmt: skip


def _keep_one(scan: Scan, sets: Sequence[Set]) -> Remedy:
    # A page under several labels has a finding of its own: keeping the first would keep a label by chance.
    clear = [names_of(scan, members) for members in sets if len(labels_of(scan, members)) == 1]
    kept = {names[0] for names in clear}
    others = tuple(dict.fromkeys(name for names in clear for name in names[1:] if name not in kept))
    sentence = say_count(
        "Leaves {n} file out and keeps the first of each set.",
        "Leaves {n} files out and keeps the first of each set.",
        n=len(others),
    )
    return Remedy(RemedyKind.LEAVE_OUT, say("Keep one of each"), sentence, leave_out=others)


def _keep_together(scan: Scan, sets: Sequence[Set]) -> Remedy:
    """Return the remedy that lets no split part them; the groups they are of are joined whole."""
    unit = joined(len(scan.facts), [*sets, *group_sets(scan.source.groups())])
    wanted = {int(unit[members[0]]) for members in sets}
    together: dict[int, list[str]] = {}
    for position, number in enumerate(unit.tolist()):
        if number in wanted:
            together.setdefault(number, []).append(scan.name(position))
    sentence = say("Keeps all files, and each set on one side of every split.")
    return Remedy(
        RemedyKind.GROUP, say("Group them"), sentence, together=tuple(map(tuple, together.values()))
    )


def _groups_of(scan: Scan, members: Set) -> str | None:
    """Return the one group that all members are of, or None."""
    groups = scan.source.groups()
    found = {groups[member] for member in members}
    return found.pop() or None if len(found) == 1 else None


def _merged(scan: Scan, sets: Sequence[Set]) -> list[Set]:
    """Return the sets with those that share a file made one."""
    unit = joined(len(scan.facts), sets)
    inside = sorted({position for members in sets for position in members})
    found: dict[int, list[int]] = {}
    for position in inside:
        found.setdefault(int(unit[position]), []).append(position)
    return [tuple(members) for members in found.values()]


def _examples(scan: Scan, sets: Sequence[Set]) -> tuple[str, ...]:
    """Return two of each of the first sets."""
    pairs = [names_of(scan, members[:2]) for members in sets[: _EXAMPLES // 2]]
    return tuple(name for pair in pairs for name in pair)
