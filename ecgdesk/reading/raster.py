"""Picture files: counting their pages and decoding one, whole or not at all."""

import struct
import warnings
from io import BufferedReader

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageOps

from ecgdesk.core.errors import TooLargeError, UnreadableFileError
from ecgdesk.reading.colour import to_rgb
from ecgdesk.reading.headers import MAX_TIFF_PAGES, tiff_pages, webp_size
from ecgdesk.reading.sniff import HEAD_BYTES, Kind
from ecgdesk.reading.source import check_pixels, damaged
from ecgdesk.reading.whole import check_jpeg, check_png

_MISSING_GREY, _BLOCK_PX = 128, 8
_MAY_MOVE = (Kind.PNG, Kind.WEBP)
_PLAUSIBLE_DPI = (30.0, 4800.0)


def count_pages(stream: BufferedReader, kind: Kind, name: str) -> int:
    """Return the number of pages; only TIFF has several.

    Raises UnreadableFileError for a TIFF without any, TooLargeError for one with more than the limit.
    """
    if kind is not Kind.TIFF:
        return 1
    pages = tiff_pages(stream)
    if pages == 0:
        raise damaged(name)
    if pages > MAX_TIFF_PAGES:
        raise TooLargeError(
            f"{name} is too large: more than {MAX_TIFF_PAGES} pages.", "Split it into smaller files."
        )
    return pages


def decode(
    stream: BufferedReader, kind: Kind, number: int, name: str
) -> tuple[NDArray[np.uint8], float | None]:
    """Return one page as upright RGB pixels and its resolution in dpi, if the file claims one.

    The size is checked in the header, before any pixel is decoded. Raises UnreadableFileError,
    TooLargeError, or whatever the decoder raises.
    """
    if kind is Kind.WEBP:
        _check_webp_size(stream, name)
    with _opened(stream, kind) as image:
        if kind is Kind.TIFF:
            image.seek(number - 1)
        check_pixels(name, *image.size)
        if kind in _MAY_MOVE and getattr(image, "is_animated", False):
            raise UnreadableFileError(f"{name} is an animation, not a page.", "Save one picture of it.")
        _check_whole(stream, kind, name)
        image.load()
        if kind is Kind.JPEG and _ends_in_grey(image):
            raise damaged(name)
        dpi = _dpi(image)
        return to_rgb(_upright(image), name), dpi


def _opened(stream: BufferedReader, kind: Kind) -> Image.Image:
    stream.seek(0)
    with warnings.catch_warnings():
        # Our own limit lies between Pillow's warning and its error.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(stream, formats=[kind.value])


def _check_webp_size(stream: BufferedReader, name: str) -> None:
    stream.seek(0)
    size = webp_size(stream.read(HEAD_BYTES))
    if size is None:
        raise damaged(name)
    check_pixels(name, *size)


def _check_whole(stream: BufferedReader, kind: Kind, name: str) -> None:
    check = {Kind.PNG: check_png, Kind.JPEG: check_jpeg}.get(kind)
    if check is None:
        return
    position = stream.tell()
    stream.seek(0)
    check(stream.read(), name)
    stream.seek(position)


def _ends_in_grey(image: Image.Image) -> bool:
    """Tell whether the last block is the exact grey that stands for missing data, and the first is not."""
    width, height = image.size
    if image.mode not in ("L", "RGB"):
        return False
    last = image.crop((max(0, width - _BLOCK_PX), max(0, height - _BLOCK_PX), width, height))
    first = image.crop((0, 0, min(_BLOCK_PX, width), min(_BLOCK_PX, height)))
    return _is_missing_grey(last) and not _is_missing_grey(first)


def _is_missing_grey(block: Image.Image) -> bool:
    return bool((np.asarray(block) == _MISSING_GREY).all())


def _upright(image: Image.Image) -> Image.Image:
    try:
        turned = image.getexif().get(ExifTags.Base.Orientation, 1) != 1
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, struct.error):
        return image  # a broken note beside a whole picture is no reason to refuse the picture
    return ImageOps.exif_transpose(image) if turned else image


def _dpi(image: Image.Image) -> float | None:
    claim = image.info.get("dpi")
    if not isinstance(claim, tuple) or len(claim) != 2:
        return None
    across, down = float(claim[0]), float(claim[1])
    sane = all(_PLAUSIBLE_DPI[0] <= value <= _PLAUSIBLE_DPI[1] for value in (across, down))
    return round(across, 2) if sane and abs(across - down) <= 0.01 * across else None
