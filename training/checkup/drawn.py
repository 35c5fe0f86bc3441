"""Pages drawn of an export of labelled signals: the doctor and the trainer look at the same pictures."""

import csv
import hashlib
import io
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

import cv2

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.findings import Progress
from ecgdesk.core.whole_file import write_atomically
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import PRESETS
from training.checkup.records import HEADER, read_record, record_of
from training.checkup.sources import Columns, Listed, Source

STAGE: Final = "drawing pages"
LIST: Final = "pages.csv"
USUAL_LOOK: Final = "edan-like"
_PAGES: Final = "pages"
_VERSION: Final = 1
_FIELDS: Final = ("path", "label", "patient", "date", "split")


def is_of_signals(source: Source) -> bool:
    """Return whether a source names signals, not pictures."""
    return all(record_of(file.path) is not None for file in source.files)


def drawn(
    source: Source, folder: Path, look: str = USUAL_LOOK, hz: float = 0.0,
    poll: Callable[[], None] = lambda: None,
) -> Generator[Progress, None, Source]:  # fmt: skip
    """Draw each record once and return the source of the pages, listed in `folder`/pages.csv.

    No caption is drawn: a page shows nothing that the signals do not hold. Raises RecipeError
    where nothing can be written; a record that cannot be read says why.
    """
    listed, remembered = [], 0
    for done, file in enumerate(source.files):
        poll()
        yield Progress(STAGE, done, len(source.files), remembered)
        try:
            page, known = _page(file, folder, look, hz)
        except RecipeError as error:
            listed.append(replace(file, problem=error.problem))
            continue
        remembered += known
        name = page.relative_to(folder).as_posix()
        row = {**{kind: getattr(file, kind) for kind in _FIELDS[1:]}, "path": name}
        listed.append(replace(file, name=name, path=page, row=row))
    yield Progress(STAGE, len(source.files), len(source.files), remembered)
    _write_list(folder / LIST, [file for file in listed if not file.problem])
    present = {kind: kind if any(getattr(file, kind) for file in listed) else "" for kind in _FIELDS[1:]}
    return Source(source.name, folder, tuple(listed), Columns(path="path", **present))


def _page(file: Listed, folder: Path, look: str, hz: float) -> tuple[Path, bool]:
    """Return the page drawn of a record, and whether it was there already."""
    record = record_of(file.path)
    if record is None or not record.is_file():
        raise RecipeError(f"There is no record {file.name!r}.", "Check the list, or the folder it starts at.")
    digest = _digest(record, look, hz)
    page = folder / _PAGES / f"{record.stem}-{digest[:12]}.png"
    if page.is_file():
        return page, True
    picture = render(read_record(record, hz), replace(PRESETS[look], caption=None)).pixels
    _, coded = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))

    def fill(target: BinaryIO) -> None:
        target.write(coded.tobytes())

    write_atomically(page, fill)
    return page, False


def _digest(record: Path, look: str, hz: float) -> str:
    """Return a hash over all that a page is drawn from."""
    said = hashlib.sha256(f"{_VERSION} {look} {hz}\n".encode())
    files = [record]
    if record.suffix.lower() == HEADER:
        files += sorted(path for path in record.parent.glob(f"{record.stem}.dat") if path.is_file())
    for path in files:
        said.update(path.read_bytes())
    return said.hexdigest()


def _write_list(path: Path, listed: list[Listed]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, _FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(file.row for file in listed)
    write_atomically(path, lambda target: target.write(text.getvalue().encode("utf-8")))
