"""A folder with a folder of pages for each class, as the doctor, the wizard and the trainer all see it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SPLIT_FOLDERS: Final = frozenset(
    {"train", "training", "test", "testing", "val", "valid", "validation", "dev", "holdout"}
)
"""Where all folders are called like this, the classes are one level deeper."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A file with the class of its folder, and the part of a split it stands in ("" for none)."""

    path: Path
    label: str
    split: str = ""


def filed(root: Path, suffixes: Collection[str]) -> list[Filed]:
    """Return the files of these types, in folders below those of classes too; hidden ones are left out."""
    folders = _folders(root)
    if folders and all(folder.name.lower() in SPLIT_FOLDERS for folder in folders):
        return [one for split in folders for one in _of_classes(split, split.name, suffixes)]
    return list(_of_classes(root, "", suffixes))


def _of_classes(folder: Path, split: str, suffixes: Collection[str]) -> Iterator[Filed]:
    for child in _folders(folder):
        for path in sorted(child.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(child).parts)
            if not hidden and path.suffix.lower() in suffixes and path.is_file():
                yield Filed(path, child.name, split)


def _folders(folder: Path) -> list[Path]:
    return [child for child in sorted(folder.iterdir()) if child.is_dir() and not child.name.startswith(".")]
