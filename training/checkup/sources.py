"""What the doctor is given: a folder per class, or a CSV with paths and labels; pages, or signals to draw."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ecgdesk.core.constants import IMAGE_SUFFIXES
from ecgdesk.core.errors import RecipeError
from ecgdesk.reading.class_folders import filed
from training.checkup.records import HEADER, TABLE, record_of

_USUAL: Final[Mapping[str, tuple[str, ...]]] = {
    "path": ("path", "page", "file", "filename", "file_name", "image", "picture", "record"),
    "label": ("label", "class", "diagnosis", "category", "target"),
    "patient": ("patient", "patient_id", "patientid", "subject", "subject_id"),
    "date": ("date", "recording_day", "recording_date", "study_date", "day"),
    "split": ("split", "subset", "partition", "fold"),
}
"""Names under which columns are looked for, in this order."""

_PAGES_FOLDERS: Final = ("pages", "images", "pictures", "files")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a CSV say what; empty means: look for a usual name, else none.

    `folder` is where the paths of the CSV start, relative to it; empty means beside it, or in a folder of
    the CSV's own name ("pages.csv" and "pages/"), or in one with a usual name.
    """

    path: str = ""
    label: str = ""
    patient: str = ""
    date: str = ""
    split: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One file as the data names it, with what the data says of it; a `problem` says why it is of no use."""

    name: str
    path: Path
    label: str
    patient: str = ""
    date: str = ""
    split: str = ""
    row: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The files of a data set. `columns` are those that were found; all empty for folders."""

    name: str
    root: Path
    files: tuple[Listed, ...]
    columns: Columns = Columns()

    @property
    def classes(self) -> tuple[str, ...]:
        """The labels, sorted."""
        return tuple(sorted({file.label for file in self.files}))

    @property
    def group_column(self) -> str:
        """The column to split by: the patient's if there is one, else the day's, else none."""
        return self.columns.patient or self.columns.date

    def groups(self) -> list[str]:
        """Return each file's patient, else day; empty where neither is known."""
        return [(file.patient if self.columns.patient else file.date) for file in self.files]


def open_source(path: Path, columns: Columns | None = None) -> Source:
    """Return the files behind a folder or CSV; raises RecipeError when there are none or no two classes."""
    if path.is_dir():
        source = Source(path.name, path, tuple(_in_folders(path)))
    elif path.is_file():
        source = _from_csv(path, columns or Columns())
    else:
        raise RecipeError(f"There is no folder and no file {str(path)!r}.", "Check the name.")
    if len(source.classes) < 2:
        raise RecipeError(
            f"{path.name} has pages of {len(source.classes)} classes; two are needed.",
            "Give a folder with one folder of pages per class, or a CSV with a path and a label column.",
        )
    return source


def _in_folders(root: Path) -> list[Listed]:
    pages = filed(root, IMAGE_SUFFIXES) or filed(root, (HEADER, TABLE))
    return [
        Listed(one.path.relative_to(root).as_posix(), one.path, one.label, split=one.split) for one in pages
    ]


def _from_csv(path: Path, wanted: Columns) -> Source:
    rows = _rows(path)
    present = tuple(rows[0]) if rows else ()
    found = {kind: _column(kind, getattr(wanted, kind), present, path.name) for kind in _USUAL}
    for kind in ("path", "label"):
        if not found[kind]:
            raise RecipeError(f"{path.name} has no column for the {kind}.", f"Name it with --{kind}-column.")
    folder = _folder(path, wanted.folder, rows[0][found["path"]])
    columns = Columns(**found, folder=str(folder.relative_to(path.parent)) if folder != path.parent else "")
    files = tuple(_listed(row, folder, columns, path.name, at) for at, row in enumerate(rows, 2))
    return Source(path.name, folder, files, columns)


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [{key: value or "" for key, value in row.items() if key} for row in csv.DictReader(file)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RecipeError(f"{path.name} cannot be read as a CSV in UTF-8.", "Export it again.") from error


def _column(kind: str, wanted: str, present: Sequence[str], name: str) -> str:
    if wanted and wanted not in present:
        raise RecipeError(f"{name} has no column {wanted!r}.", f"It has {', '.join(present) or 'no rows'}.")
    by_lower = {column.strip().lower(): column for column in present}
    usual = (by_lower[other] for other in _USUAL[kind] if other in by_lower)
    return wanted or next(usual, "")


def _folder(path: Path, wanted: str, first: str) -> Path:
    if wanted:
        return path.parent / wanted
    beside = path.parent
    likely = (beside, path.with_suffix(""), *(beside / name for name in _PAGES_FOLDERS))
    there = (folder for folder in likely if (folder / first).exists() or record_of(folder / first))
    return next(there, beside)


def _listed(row: Mapping[str, str], folder: Path, columns: Columns, csv_name: str, line: int) -> Listed:
    name, label = row[columns.path].strip(), row[columns.label].strip()
    if not name or not label:
        raise RecipeError(f"Line {line} of {csv_name} has no path or no label.", "Complete or remove it.")
    said = {
        kind: row.get(getattr(columns, kind), "").strip() if getattr(columns, kind) else ""
        for kind in ("patient", "date", "split")
    }
    return Listed(name, folder / name, label, row=row, **said)
