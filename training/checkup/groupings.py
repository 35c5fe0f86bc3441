"""Findings about groups: none known, too few to hold out, or on both sides of a split that the data names."""

from collections.abc import Iterator, Mapping
from typing import Final

from ecgdesk.core.findings import Finding, FindingCode, Remedy, RemedyKind, Severity
from ecgdesk.core.sentence import say, say_count
from training.checkup.readable import EXAMPLES, leave_out
from training.checkup.scan import Scan
from training.checkup.units import Set, names_of, near_files, of_content, units

FOLDS: Final = 5
"""Folds of a recipe unless it says otherwise."""
_FEWEST_FOLDS: Final = 2
_LEAST_REPEATS: Final = 1.2
"""A column whose values occur so often on average may be a group."""


def groupings(scan: Scan) -> Iterator[Finding]:
    """Yield what stands in the way of a split by group."""
    if not any(scan.source.groups()):
        yield _no_groups(scan)
    yield from _few(scan)


def split_leaks(scan: Scan) -> Iterator[Finding]:
    """Yield what is on both sides of the split that the data names, if it names one."""
    if len({file.split for file in scan.source.files} - {""}) < _FEWEST_FOLDS:
        return
    same = [*of_content(scan).values(), *near_files(scan)]
    if leaking := [members for members in same if len(_splits(scan, members)) > 1]:
        yield _split_copies(scan, leaking)
    columns = scan.source.columns
    for column, values in ((columns.patient, "patient"), (columns.date, "date")):
        sets: dict[str, list[int]] = {}
        for position, file in enumerate(scan.source.files):
            if value := getattr(file, values):
                sets.setdefault(value, []).append(position)
        both = {name: tuple(m) for name, m in sets.items() if len(_splits(scan, tuple(m))) > 1}
        if column and both:
            yield _split_groups(scan, column, both)


def _no_groups(scan: Scan) -> Finding:
    remedies = tuple(_by_column(column) for column in _possible_groups(scan))
    return Finding(
        FindingCode.NO_GROUPS, Severity.WARNS, len(scan.distinct),
        say(
            "Nothing says which pages are of one patient or one day, so each page is a group of its own: "
            "pages of a patient on both sides of a split would make figures too good."
        ),
        remedies=remedies,
    )  # fmt: skip


def _by_column(column: str) -> Remedy:
    return Remedy(
        RemedyKind.RECIPE, say("Group by {column}", column=column),
        say("Holds out all pages with the same {column} together.", column=column),
        settings={"data.group_column": column, "split.method": "grouped"},
    )  # fmt: skip


def _possible_groups(scan: Scan) -> list[str]:
    """Return the columns whose values repeat as a patient's or a day's would, the finest first."""
    columns, files = scan.source.columns, scan.source.files
    taken = {columns.path, columns.label, columns.split}
    counts: dict[str, int] = {}
    for column in files[0].row if files else ():
        values = {file.row.get(column, "").strip() for file in files}
        repeats = len(files) / max(len(values), 1)
        if column not in taken and repeats >= _LEAST_REPEATS and len(values) >= 2 * FOLDS:
            counts[column] = len(values)
    return sorted(counts, key=lambda column: -counts[column])[:2]


def _few(scan: Scan) -> Iterator[Finding]:
    """Yield a finding when a class has fewer groups than there are folds."""
    unit, groups = units(scan), dict[str, set[int]]()
    for position in scan.distinct:
        groups.setdefault(scan.source.files[position].label, set()).add(int(unit[position]))
    counts = {name: len(groups.get(name, ())) for name in scan.source.classes}
    rare = min(counts, key=lambda name: counts[name])
    if counts[rare] >= FOLDS:
        return
    hopeless = tuple(name for name, count in counts.items() if count < _FEWEST_FOLDS)
    yield Finding(
        FindingCode.FEW_GROUPS, Severity.BLOCKS if hopeless else Severity.WARNS, counts[rare],
        say_count(
            "The class {label} has pages of {n} group only: it cannot be held out and trained on.",
            "The class {label} has pages of {n} groups only: not every one of {folds} folds can hold some.",
            n=counts[rare], label=rare, folds=FOLDS,
        ),
        remedies=(_without(scan, hopeless) if hopeless else _fewer_folds(counts[rare]),),
        examples=names_of(scan, [p for p in scan.distinct if scan.source.files[p].label == rare][:2]),
        facts=dict(counts),
    )  # fmt: skip


def _fewer_folds(folds: int) -> Remedy:
    return Remedy(
        RemedyKind.RECIPE, say("Use {folds} folds", folds=folds),
        say("Holds out a larger part at a time, so that each part can have pages of every class."),
        settings={"split.folds": folds},
    )  # fmt: skip


def _without(scan: Scan, labels: tuple[str, ...]) -> Remedy:
    names = tuple(file.name for file in scan.source.files if file.label in labels)
    sentence = say("Leaves all pages of {labels} out.", labels=", ".join(labels))
    return Remedy(RemedyKind.LEAVE_OUT, say("Leave the class out"), sentence, leave_out=names)


def _split_copies(scan: Scan, sets: list[Set]) -> Finding:
    extra = tuple(
        scan.name(position)
        for members in sets
        for position in members
        if scan.source.files[position].split != _rarest_split(scan, members)
    )
    sentence = say_count(
        "Leaves {n} file out: each page stays in the smaller of its parts alone.",
        "Leaves {n} files out: each page stays in the smallest of its parts alone.",
        n=len(extra),
    )
    return Finding(
        FindingCode.SPLIT_COPIES, Severity.BLOCKS, len(sets),
        say_count(
            "{n} page is in several parts of the split that the data names, as a copy or a near-duplicate.",
            "{n} pages are in several parts of the split that the data names, as copies or near-duplicates.",
            n=len(sets),
        ),
        examples=tuple(n for members in sets[: EXAMPLES // 2] for n in names_of(scan, members[:2])),
        remedies=(leave_out(extra, sentence),),
        groups=tuple(names_of(scan, members) for members in sets),
        files=tuple(name for members in sets for name in names_of(scan, members)),
        facts=_parts(scan),
    )  # fmt: skip


def _split_groups(scan: Scan, column: str, both: Mapping[str, Set]) -> Finding:
    sets = list(both.values())
    return Finding(
        FindingCode.SPLIT_GROUPS, Severity.BLOCKS, len(both),
        say_count(
            "{n} value of {column} ({example}) is in several parts of the split that the data names.",
            "{n} values of {column} (such as {example}) are in several parts of the split that the data "
            "names.",
            n=len(both), column=column, example=next(iter(both)),
        ),
        examples=tuple(n for members in sets[: EXAMPLES // 2] for n in names_of(scan, members[:2])),
        remedies=(_by_column(column),),
        groups=tuple(names_of(scan, members) for members in sets),
        facts={"column": column, **_parts(scan)},
    )  # fmt: skip


def _splits(scan: Scan, members: Set) -> set[str]:
    return {scan.source.files[position].split for position in members} - {""}


def _parts(scan: Scan) -> dict[str, int]:
    parts: dict[str, int] = {}
    for file in scan.source.files:
        if file.split:
            parts[file.split] = parts.get(file.split, 0) + 1
    return parts


def _rarest_split(scan: Scan, members: Set) -> str:
    parts = _parts(scan)
    return min(_splits(scan, members), key=lambda name: (parts[name], name))
