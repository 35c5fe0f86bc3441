"""What is in a folder or list of pages, before anything is trained on it."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ecgdesk.core.constants import IMAGE_SUFFIXES
from ecgdesk.core.errors import RecipeError
from ecgdesk.reading.class_folders import filed

_GUESSES: Final[dict[str, tuple[str, ...]]] = {
    "path_column": ("path", "page", "file", "filename", "file_name", "image", "picture"),
    "label_column": ("label", "class", "diagnosis", "category"),
    "group_column": ("patient", "patient_id", "recording_day", "day", "date", "group", "patient_guess"),
    "copies_column": ("copies_in_dataset", "copies"),
}
_PAGES_FOLDERS: Final = ("pages", "images", "pictures", "files")
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a list is what; empty where there is none. `pages_folder` is relative to the list."""

    path_column: str = "path"
    label_column: str = "label"
    group_column: str = ""
    copies_column: str = ""
    pages_folder: str = ""


@dataclass(frozen=True, slots=True)
class DataPreview:
    """Pages of each class, groups, and files that a list names and that are not there.

    `columns` are those of a list, empty for a folder; `samples` are a few files of each class.
    """

    source: Path
    per_class: dict[str, int]
    columns: tuple[str, ...] = ()
    chosen: Columns = field(default_factory=Columns)
    groups: int = 0
    missing: tuple[str, ...] = ()
    samples: dict[str, tuple[Path, ...]] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """All pages."""
        return sum(self.per_class.values())

    @property
    def is_list(self) -> bool:
        """Whether it is a CSV list."""
        return bool(self.columns)


def look_at(source: Path, chosen: Columns | None = None) -> DataPreview:
    """Count the pages of a folder per class or a CSV list; columns are guessed unless given.

    Raises RecipeError for anything that no training can begin with.
    """
    if source.is_dir():
        return _folder(source)
    if source.suffix.lower() != ".csv":
        raise RecipeError(
            f"{source.name} is neither a folder nor a CSV list.",
            "Choose a folder with a folder per class, or a CSV with a path and a label in each row.",
        )
    return _list(source, chosen)


def pages_root(preview: DataPreview) -> Path:
    """Return the folder that the files of a folder or list are named from."""
    if not preview.is_list:
        return preview.source
    return preview.source.parent / preview.chosen.pages_folder


def _folder(folder: Path) -> DataPreview:
    found: dict[str, list[Path]] = {}
    for one in filed(folder, IMAGE_SUFFIXES):
        found.setdefault(one.label, []).append(one.path)
    if not found:
        raise RecipeError(
            f"{folder.name} has no folder with pages in it.",
            "Put the pages of each class into a folder named like the class, or choose a CSV list.",
        )
    counts = {name: len(pages) for name, pages in found.items()}
    samples = {name: tuple(pages[:_SHOWN]) for name, pages in found.items()}
    return DataPreview(folder, counts, groups=sum(counts.values()), samples=samples)


def _list(file: Path, chosen: Columns | None) -> DataPreview:
    names, rows = _rows(file)
    columns = chosen or _guessed(file, names, rows)
    for column in (columns.path_column, columns.label_column):
        if column not in names:
            raise RecipeError(f"{file.name} has no column {column!r}.", "Choose the column that it is in.")
    folder = file.parent / columns.pages_folder
    per_class = Counter(row[columns.label_column] for row in rows)
    samples: dict[str, tuple[Path, ...]] = {}
    missing: list[str] = []
    for row in rows:
        page, label = folder / row[columns.path_column], row[columns.label_column]
        if not page.is_file():
            missing.append(row[columns.path_column])
        elif len(samples.get(label, ())) < _SHOWN:
            samples[label] = (*samples.get(label, ()), page)
    return DataPreview(
        file, dict(sorted(per_class.items())), names, columns, _groups(rows, columns), tuple(missing), samples
    )


def _rows(file: Path) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            rows = [{key: value or "" for key, value in row.items() if key} for row in reader]
            names = tuple(reader.fieldnames or ())
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RecipeError(f"{file.name} cannot be read as a CSV list.", "Save it as CSV in UTF-8.") from error
    if not rows:
        raise RecipeError(f"{file.name} has no rows.", "Each page needs a row with its path and its label.")
    return names, rows


def _guessed(file: Path, names: tuple[str, ...], rows: list[dict[str, str]]) -> Columns:
    found = {what: _first(names, guesses) for what, guesses in _GUESSES.items()}
    path = found["path_column"] or names[0]
    return Columns(
        path, found["label_column"] or names[min(1, len(names) - 1)], found["group_column"],
        found["copies_column"], _pages_folder(file.parent, rows[0].get(path, "")),
    )  # fmt: skip


def _first(names: Iterable[str], guesses: tuple[str, ...]) -> str:
    by_lower = {name.strip().lower(): name for name in names}
    return next((by_lower[guess] for guess in guesses if guess in by_lower), "")


def _pages_folder(folder: Path, first: str) -> str:
    if (folder / first).is_file():
        return ""
    return next((name for name in _PAGES_FOLDERS if (folder / name / first).is_file()), "")


def _groups(rows: list[dict[str, str]], columns: Columns) -> int:
    if not columns.group_column:
        return len(rows)
    groups = [row.get(columns.group_column, "") for row in rows]
    return len(set(groups) - {""}) + groups.count("")
