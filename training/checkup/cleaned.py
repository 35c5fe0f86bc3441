"""The list of pages as the remedies offered first leave it, to train on at once."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from ecgdesk.core.findings import Finding, Remedy, RemedyKind
from ecgdesk.core.whole_file import write_atomically
from training.checkup.scan import Scan
from training.checkup.units import of_content

COLUMNS: Final = ("path", "label", "group", "copies")
_COPIES: Final = ("copies_in_dataset", "copies")


def write_cleaned(scan: Scan, findings: Sequence[Finding], target: Path) -> None:
    """Write path, label, group and copies of the pages that stay; raises OSError.

    `copies` counts the files of a page's content, left out ones too, so that the figure which copies would
    have given can stand beside the honest one.
    """
    out = {name for finding in findings for remedy in _first(finding) for name in remedy.leave_out}
    together = {
        name: members[0]
        for finding in findings
        for remedy in _first(finding)
        if remedy.kind is RemedyKind.GROUP
        for members in remedy.together
        for name in members
    }
    rows = []
    groups, copies = scan.source.groups(), _copies(scan)
    for position, file in enumerate(scan.source.files):
        if file.name not in out and scan.facts[position].readable:
            group = together.get(file.name, groups[position])
            rows.append((_path(file.path, target.parent), file.label, group, copies[position]))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([COLUMNS, *dict.fromkeys(rows)])
    write_atomically(target, lambda stream: stream.write(text.getvalue().encode("utf-8")))


def _first(finding: Finding) -> Iterable[Remedy]:
    return finding.remedies[:1]


def _copies(scan: Scan) -> dict[int, int]:
    """Return how many files each file's content has, as the list counts them."""
    counted = {}
    for members in of_content(scan).values():
        total = sum(_said(scan, member) for member in members)
        counted.update(dict.fromkeys(members, total))
    return counted


def _said(scan: Scan, position: int) -> int:
    row = scan.source.files[position].row
    said = next((row[column] for column in _COPIES if row.get(column)), "1")
    return int(said) if said.isdigit() else 1


def _path(page: Path, folder: Path) -> str:
    """Return a page's path from the list's folder, so that both can be moved together."""
    try:
        return Path(os.path.relpath(page.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive of a Windows machine
        return str(page.resolve())
