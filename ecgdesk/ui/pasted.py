"""A bare picture out of the clipboard or a drag, kept as a file that the engine reads like any other.

Its bytes come from another program, so they are not decoded here but in the engine process, wherever the
platform hands over an encoded picture, as X11 and Wayland do. Where it hands over a bitmap only, as Windows
and macOS mostly do, Qt has made an image of it before anybody can ask: there are no bytes to pass on.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.whole_file import write_atomically

_ENCODED: Final = (
    ("image/png", ".png"), ("image/jpeg", ".jpg"), ("image/tiff", ".tiff"), ("image/webp", ".webp"),
    ("image/bmp", ".bmp"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture as it was handed over: encoded, or as an image where there are no bytes."""

    suffix: str
    data: bytes = b""
    image: QImage | None = None


def holds_picture(data: QMimeData) -> bool:
    """Return whether there is a picture in any form; nothing is fetched or decoded."""
    return data.hasImage() or any(data.hasFormat(kind) for kind, _ in _ENCODED)


def pasted(data: QMimeData) -> Pasted:
    """Return the picture that `holds_picture` told of, encoded if it can be had so."""
    for kind, suffix in _ENCODED:
        if data.hasFormat(kind) and (encoded := data.data(kind).data()):
            return Pasted(suffix, bytes(encoded))
    return Pasted(".png", image=QImage(data.imageData()).copy())


def keep(picture: Pasted, folder: Path) -> Path:
    """Write a picture to a new file in the folder; for a job. Raises EcgdeskError and OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"pasted-{uuid4().hex[:8]}{picture.suffix}"
    if picture.image is None:
        write_atomically(path, lambda file: file.write(picture.data))
    elif picture.image.isNull() or not picture.image.save(str(path)):
        raise EcgdeskError("The pasted picture could not be kept.", "Save it as a file and open that.")
    return path
