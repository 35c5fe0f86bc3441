"""What was found out about pages, kept on disk by content, so that a second scan is fast."""

import hashlib
import json
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np

from ecgdesk.core.home import home_folder
from ecgdesk.core.whole_file import write_atomically
from training.checkup.facts import VERSION, PageFacts

_ARRAYS: Final = ("ink_png", "points", "descriptors", "margins_png")
_PLAIN: Final = tuple(item.name for item in fields(PageFacts) if item.name not in _ARRAYS)


class Memory:
    """Facts in a folder, one file a content; what was written by another version is not found."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = (folder or home_folder() / "doctor") / f"v{VERSION}"

    def get(self, sha256: str) -> PageFacts | None:
        """Return what is known of a content, or None; a damaged file counts as none."""
        try:
            with np.load(self._path(sha256), allow_pickle=False) as stored:
                plain = json.loads(str(stored["plain"]))
                arrays = {name: stored[name] for name in _ARRAYS}
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return None
        return PageFacts(**{**plain, "cautions": tuple(plain["cautions"])}, **arrays)

    def put(self, facts: PageFacts) -> None:
        """Keep what was found out; where nothing can be written the next scan is slower, no more."""
        plain: dict[str, Any] = {name: getattr(facts, name) for name in _PLAIN}
        arrays = {name: getattr(facts, name) for name in _ARRAYS}

        def fill(file: BinaryIO) -> None:
            np.savez(file, plain=np.array(json.dumps(plain)), **arrays)

        with suppress(OSError):
            write_atomically(self._path(facts.sha256), fill)

    def get_pairs(self, contents: Sequence[str]) -> list[list[float]] | None:
        """Return the rows kept for just this list of contents, or None."""
        try:
            rows: list[list[float]] = json.loads(self._pairs_path(contents).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        return rows

    def put_pairs(self, contents: Sequence[str], rows: Sequence[Sequence[float]]) -> None:
        """Keep what comparing these contents gave, as rows of numbers, if it can be written."""
        text = json.dumps([list(row) for row in rows])
        with suppress(OSError):
            write_atomically(self._pairs_path(contents), lambda file: file.write(text.encode("ascii")))

    def _pairs_path(self, contents: Sequence[str]) -> Path:
        digest = hashlib.sha256("\n".join(contents).encode("ascii")).hexdigest()
        return self._folder / "pairs" / f"{digest}.json"

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / f"{sha256}.npz"
