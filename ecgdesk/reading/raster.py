"""Picture files: counting their pages and decoding one, whole or not at all."""

import struct
from io import BufferedReader

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageOps

from ecgdesk.core.errors import TooLargeError, UnreadableFileError
from ecgdesk.core.sentence import say
from ecgdesk.reading.colour import to_rgb
from ecgdesk.reading.headers import MAX_TIFF_PAGES, tiff_pages, webp_size
from ecgdesk.reading.jpeg import check_jpeg, decode_jpeg
from ecgdesk.reading.sniff import HEAD_BYTES, Kind
from ecgdesk.reading.source import check_pixels, damaged, too_many_pixels
from ecgdesk.reading.whole import check_png, check_png_rows

_MAY_MOVE = (Kind.PNG, Kind.WEBP)
_PLAUSIBLE_DPI = (30.0, 4800.0)
_DIRECT, _TURN = ("RGB", "L"), ExifTags.Base.Orientation


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
            say("{file} is too large: more than {limit} pages.", file=name, limit=MAX_TIFF_PAGES),
            "Split it into smaller files.",
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
    with _opened(stream, kind, name) as image:
        if kind is Kind.TIFF:
            image.seek(number - 1)
        check_pixels(name, *image.size)
        if kind in _MAY_MOVE and getattr(image, "is_animated", False):
            raise UnreadableFileError(
                say("{file} is an animation, not a page.", file=name), "Save one picture of it."
            )
        data = _checked(stream, kind, name)
        dpi = _dpi(image)
        if kind is Kind.JPEG:
            return _jpeg_pixels(image, data, name), dpi
        image.load()
        if kind is Kind.PNG and _ends_in_zeros(image):
            check_png_rows(data, name)
        return to_rgb(_upright(image), name), dpi


def _jpeg_pixels(image: Image.Image, data: bytes, name: str) -> NDArray[np.uint8]:
    """Return the upright pixels of a JPEG that decodes without a complaint.

    RGB and grey come straight from the strict decoder, which gives Pillow's pixels in little more than
    half the time. Pillow turns the inks of CMYK into colours; the strict decoder only checks them first.
    """
    direct = image.mode in _DIRECT
    pixels = decode_jpeg(data, "RGB" if direct else "GRAY", image.size, name)
    if not direct:
        return to_rgb(_upright(image), name)
    if _is_turned(image):
        decoded = Image.fromarray(pixels)
        decoded.getexif()[_TURN] = image.getexif()[_TURN]
        return to_rgb(ImageOps.exif_transpose(decoded), name)
    pixels.setflags(write=False)
    return pixels


def _opened(stream: BufferedReader, kind: Kind, name: str) -> Image.Image:
    stream.seek(0)
    try:
        return Image.open(stream, formats=[kind.value])
    except Image.DecompressionBombError as error:
        raise too_many_pixels(name) from error


def _check_webp_size(stream: BufferedReader, name: str) -> None:
    stream.seek(0)
    size = webp_size(stream.read(HEAD_BYTES))
    if size is None:
        raise damaged(name)
    check_pixels(name, *size)


def _checked(stream: BufferedReader, kind: Kind, name: str) -> bytes:
    """Return the file's bytes where their wholeness can be checked before decoding."""
    check = {Kind.PNG: check_png, Kind.JPEG: check_jpeg}.get(kind)
    if check is None:
        return b""
    position = stream.tell()
    stream.seek(0)
    data = stream.read()
    check(data, name)
    stream.seek(position)
    return data


def _ends_in_zeros(image: Image.Image) -> bool:
    """Tell whether one of the last two rows is empty: in an interlaced picture they arrive apart."""
    width, height = image.size
    rows = range(max(0, height - 2), height)
    return any(not np.asarray(image.crop((0, row, width, row + 1))).any() for row in rows)


def _upright(image: Image.Image) -> Image.Image:
    return ImageOps.exif_transpose(image) if _is_turned(image) else image


def _is_turned(image: Image.Image) -> bool:
    try:
        return bool(image.getexif().get(_TURN, 1) != 1)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, struct.error):
        return False  # a broken note beside a whole picture is no reason to refuse the picture


def _dpi(image: Image.Image) -> float | None:
    claim = image.info.get("dpi")
    if not isinstance(claim, tuple) or len(claim) != 2:
        return None
    across, down = float(claim[0]), float(claim[1])
    sane = all(_PLAUSIBLE_DPI[0] <= value <= _PLAUSIBLE_DPI[1] for value in (across, down))
    return round(across, 2) if sane and abs(across - down) <= 0.01 * across else None
