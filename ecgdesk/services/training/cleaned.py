"""A list of pages as remedies leave it: some files left out, some put into one group."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ecgdesk.core.constants import IMAGE_SUFFIXES
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.findings import Remedy, RemedyKind
from ecgdesk.core.run_folder import write_text
from ecgdesk.services.training.preview import Columns, DataPreview, pages_root

PATH: Final = "path"
LABEL: Final = "label"
GROUP: Final = "group"
COPIES: Final = "copies"


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What the remedies that were chosen ask of the list."""

    leave_out: frozenset[str] = frozenset()
    together: tuple[tuple[str, ...], ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def changes_list(self) -> bool:
        """Whether another list is needed, and not only another recipe."""
        return bool(self.leave_out or self.together)


def cleaning_of(remedies: Iterable[Remedy]) -> Cleaning:
    """Return all that several remedies ask together."""
    chosen = list(remedies)
    return Cleaning(
        frozenset(name for remedy in chosen for name in remedy.leave_out),
        tuple(group for remedy in chosen if remedy.kind is RemedyKind.GROUP for group in remedy.together),
        {key: value for remedy in chosen for key, value in remedy.settings.items()},
    )


def write_cleaned(preview: DataPreview, cleaning: Cleaning, folder: Path) -> Path:
    """Write the cleaned list of some pages and return its file; raises RecipeError."""
    groups = {name: group[0] for group in cleaning.together for name in group}
    rows = [
        {**row, GROUP: groups.get(row[PATH], row[GROUP])}
        for row in pages_of(preview)
        if row[PATH] not in cleaning.leave_out
    ]
    base = pages_root(preview)
    for row in rows:
        row[PATH] = str(base / row[PATH])
    target = folder / f"{preview.source.stem}-cleaned.csv"
    try:
        write_text(target, _as_csv(rows))
    except OSError as error:
        raise RecipeError("The cleaned list could not be written.", "Check the free space.") from error
    return target


def cleaned_columns(preview: DataPreview, cleaning: Cleaning) -> Columns:
    """Return which column of the cleaned list is what."""
    chosen = preview.chosen
    grouped = GROUP if cleaning.together or chosen.group_column else ""
    return Columns(PATH, LABEL, grouped, COPIES if chosen.copies_column else "", "")


def pages_of(preview: DataPreview) -> list[dict[str, str]]:
    """Return path (as the data names it), label, group and copies of every page; raises RecipeError."""
    return _from_list(preview) if preview.is_list else _from_folder(preview.source)


def _from_folder(folder: Path) -> list[dict[str, str]]:
    return [
        {PATH: page.relative_to(folder).as_posix(), LABEL: child.name, GROUP: "", COPIES: "1"}
        for child in sorted(path for path in folder.iterdir() if path.is_dir())
        for page in sorted(child.iterdir())
        if page.suffix.lower() in IMAGE_SUFFIXES
    ]


def _from_list(preview: DataPreview) -> list[dict[str, str]]:
    chosen = preview.chosen
    try:
        with preview.source.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RecipeError(f"{preview.source.name} cannot be read.", "Choose the list again.") from error
    return [
        {
            PATH: row[chosen.path_column], LABEL: row[chosen.label_column],
            GROUP: row.get(chosen.group_column) or "", COPIES: row.get(chosen.copies_column) or "1",
        }
        for row in rows
    ]  # fmt: skip


def _as_csv(rows: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, [PATH, LABEL, GROUP, COPIES], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
