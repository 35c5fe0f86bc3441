"""PDF files: counting their pages and drawing one at a fixed resolution. Not for several threads at once."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from math import ceil

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from ecgdesk.core.constants import MAX_PAGE_PIXELS, PDF_DPI
from ecgdesk.core.errors import TooLargeError, UnreadableFileError
from ecgdesk.core.sentence import say
from ecgdesk.reading.source import check_pixels, cut_short, damaged

_POINTS_PER_INCH = 72
_END_MARK, _END_BYTES = b"%%EOF", 4096
_FORM_DEPTH = 4
_COUNTS_NO_PAGE = re.compile(rb"/Count\s+0\b")


def count_pages(stream: BufferedReader, name: str) -> int:
    """Return the number of pages; raises UnreadableFileError for a locked, broken or empty document."""
    with _document(stream, name) as document:
        return len(document)


def decode(stream: BufferedReader, number: int, name: str, dpi: int = PDF_DPI) -> NDArray[np.uint8]:
    """Return one page drawn on white as RGB pixels, read-only.

    Page size and embedded pictures are checked before anything is drawn. Raises UnreadableFileError,
    TooLargeError, or whatever PDFium's binding raises.
    """
    with _document(stream, name) as document:
        page = document[number - 1]
        # PDFium rounds sizes up: 403.0001 pixels of points would become 404.
        scale = dpi / _POINTS_PER_INCH * (1 - 1e-6)
        width, height = (ceil(points * scale) for points in page.get_size())
        check_pixels(name, width, height)
        _check_pictures(page, name)
        bitmap = page.render(scale=scale, rev_byteorder=True)
        pixels = np.array(bitmap.to_numpy()[:, :, :3] if bitmap.n_channels >= 3 else _grey(bitmap))
    pixels.setflags(write=False)
    return pixels


def _grey(bitmap: pdfium.PdfBitmap) -> NDArray[np.uint8]:
    plane = np.asarray(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, bitmap.width, 1)
    return np.repeat(plane, 3, axis=2)


@contextmanager
def _document(stream: BufferedReader, name: str) -> Iterator[pdfium.PdfDocument]:
    stream.seek(0)
    data = stream.read()
    # PDFium repairs a document whose end is missing by leaving out what it cannot find.
    if _END_MARK not in data.rstrip(b"\x00\r\n\t ")[-_END_BYTES:]:
        raise cut_short(name)
    document = _parsed(data, name)
    try:
        if len(document) == 0:
            raise _no_pages(name)
        yield document
    finally:
        document.close()


def _parsed(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        # The code is of the last thing that went wrong, which may have been another document.
        locked = getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD and b"/Encrypt" in data
        if locked:
            raise UnreadableFileError(
                say("{file} is locked with a password.", file=name),
                "Save a copy without a password and open that.",
            ) from error
        raise (_no_pages(name) if _COUNTS_NO_PAGE.search(data) else damaged(name)) from error


def _no_pages(name: str) -> UnreadableFileError:
    return UnreadableFileError(say("{file} has no pages.", file=name), "Export or print it again.")


def _check_pictures(page: pdfium.PdfPage, name: str) -> None:
    """A small page can hold a picture that needs gigabytes to unpack."""
    pictures = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=_FORM_DEPTH)
    for picture in pictures:
        width, height = picture.get_px_size()
        if width * height > MAX_PAGE_PIXELS:
            raise TooLargeError(
                say(
                    "{file} holds a picture that is too large: {width} × {height} pixels.",
                    file=name,
                    width=width,
                    height=height,
                ),
                "Export it again at 200 to 300 dpi.",
            )
