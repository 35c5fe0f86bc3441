"""Labelled pages from a folder per class or a CSV, each page known by its content."""

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import ClassInfo
from ecgdesk.core.constants import IMAGE_SUFFIXES
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import DataSettings
from ecgdesk.models.files import sha256_of
from ecgdesk.reading.class_folders import filed

_NO_GROUP = ""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One picture file with its label and group; `sha256` is of the file's bytes.

    `label` is as it stands in the data: a class, or several with a separator between them.

    `copies` is how often the page occurs in the set as published; `number` is what is printed on it for
    the single-number baseline, if the data says.
    """

    path: Path
    label: str
    group: str
    sha256: str
    copies: int = 1
    number: float | None = None


@dataclass(frozen=True, slots=True)
class PageSet:
    """Labelled pages, and their classes in the order of the network's outputs.

    With a `separator` a page may have several classes, or none.
    """

    pages: tuple[LabelledPage, ...]
    classes: tuple[ClassInfo, ...]
    separator: str = ""

    @property
    def class_ids(self) -> tuple[str, ...]:
        """The ids of the classes in order."""
        return tuple(item.id for item in self.classes)

    @property
    def is_multi_label(self) -> bool:
        """Whether a page may have several classes, or none."""
        return self.separator != ""

    def names_of(self, page: LabelledPage) -> tuple[str, ...]:
        """Return the classes of a page."""
        return names_in(page.label, self.separator)

    @property
    def labels(self) -> NDArray[np.int64]:
        """The class index of each page (N); with several classes a page 0 or 1 for each (N, classes)."""
        order = {name: index for index, name in enumerate(self.class_ids)}
        if not self.is_multi_label:
            return np.array([order[page.label] for page in self.pages], dtype=np.int64)
        table = np.zeros((len(self.pages), len(order)), dtype=np.int64)
        for row, page in zip(table, self.pages, strict=True):
            row[[order[name] for name in self.names_of(page)]] = 1
        return table

    @property
    def strata(self) -> NDArray[np.int64]:
        """What splits keep even (N): the class; of several the rarest, a value of its own for none."""
        labels = self.labels
        if labels.ndim == 1:
            return labels
        rarest_first = np.argsort(labels.sum(axis=0), kind="stable")
        first = labels[:, rarest_first].argmax(axis=1)
        strata: NDArray[np.int64] = np.where(labels.any(axis=1), rarest_first[first], labels.shape[1])
        return strata

    @property
    def groups(self) -> NDArray[np.str_]:
        """The group of each page; a page without one is a group of its own."""
        return np.array([page.group or f"alone-{page.sha256[:16]}" for page in self.pages])

    @property
    def sha256(self) -> str:
        """A hash over all page hashes, whatever their order."""
        return combined_sha256(page.sha256 for page in self.pages)

    def distinct(self) -> "PageSet":
        """Return the first page of each content."""
        first: dict[str, LabelledPage] = {}
        for page in self.pages:
            first.setdefault(page.sha256, page)
        return PageSet(tuple(first.values()), self.classes, self.separator)

    def per_class(self) -> dict[str, int]:
        """Return how many pages each class has; a page with several counts for each."""
        counts = Counter(name for page in self.pages for name in self.names_of(page))
        return {name: counts[name] for name in self.class_ids}


def combined_sha256(hashes: Iterable[str]) -> str:
    """Return a hash over the hashes of pages, whatever their order."""
    return hashlib.sha256("\n".join(sorted(hashes)).encode()).hexdigest()


def load_pages(settings: DataSettings, root: Path) -> PageSet:
    """Return the pages a recipe names, sorted by content; raises RecipeError."""
    source = root / settings.source
    if source.is_dir():
        pages = _from_folder(source)
    elif source.is_file():
        pages = _from_csv(source, settings)
    else:
        raise RecipeError(
            f"The training data {settings.source!r} is not there.", "Name its folder with --data."
        )
    classes = _classes(settings, pages)
    ordered = tuple(sorted(pages, key=lambda page: (page.sha256, str(page.path))))
    return PageSet(ordered, classes, settings.label_separator)


def names_in(label: str, separator: str) -> tuple[str, ...]:
    """Return the classes in a label, each once; without a separator the label is the class."""
    if not separator:
        return (label,)
    names = (name.strip() for name in label.split(separator))
    return tuple(dict.fromkeys(name for name in names if name))


def refuse_copies(pages: Sequence[LabelledPage]) -> None:
    """Raise RecipeError when a file occurs more than once, whatever it is called."""
    first: dict[str, Path] = {}
    for page in pages:
        if page.sha256 in first:
            raise RecipeError(
                f"{page.path.name} is a copy of {first[page.sha256].name}.",
                "Keep one of each; copies on both sides of a split make every figure too good.",
            )
        first[page.sha256] = page.path


def _from_folder(folder: Path) -> list[LabelledPage]:
    return [
        LabelledPage(one.path, one.label, _NO_GROUP, sha256_of(one.path))
        for one in filed(folder, IMAGE_SUFFIXES)
    ]


def _from_csv(path: Path, settings: DataSettings) -> list[LabelledPage]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = [settings.path_column, settings.label_column, settings.group_column]
    present = set(rows[0]) if rows else set()
    for column in filter(None, [*wanted, settings.copies_column, settings.single_number_column]):
        if column not in present:
            raise RecipeError(f"{path.name} has no column {column!r}.", "Correct the recipe or the file.")
    return [_from_row(row, path.parent / settings.pages_folder, settings) for row in rows]


def _from_row(row: dict[str, str], folder: Path, settings: DataSettings) -> LabelledPage:
    picture = folder / row[settings.path_column]
    number = row.get(settings.single_number_column, "")
    try:
        return LabelledPage(
            path=picture,
            label=row[settings.label_column],
            group=row.get(settings.group_column, _NO_GROUP) or _NO_GROUP,
            sha256=sha256_of(picture),
            copies=int(row.get(settings.copies_column) or 1),
            number=float(number) if number else None,
        )
    except (OSError, ValueError) as error:
        raise RecipeError(
            f"The row of {picture.name} cannot be used: {error}.", "Correct the CSV."
        ) from error


def _classes(settings: DataSettings, pages: Iterable[LabelledPage]) -> tuple[ClassInfo, ...]:
    found = sorted({name for page in pages for name in names_in(page.label, settings.label_separator)})
    if not settings.classes:
        classes = tuple(ClassInfo(id=name, name=name, short=name) for name in found)
    else:
        classes = tuple(ClassInfo(id=c.id, name=c.name, short=c.short or c.id) for c in settings.classes)
    if unknown := sorted(set(found) - {item.id for item in classes}):
        raise RecipeError(f"The data has a class {unknown[0]!r} that the recipe does not name.", "Name it.")
    if len(classes) < 2:
        raise RecipeError("The training data has fewer than two classes.", "Add a folder per class.")
    return classes
