"""From a file to a page."""

import hashlib
from io import BufferedReader
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.constants import PDF_DPI
from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.page import Page, PageRef
from ecgdesk.core.sentence import say, say_count
from ecgdesk.reading import pdf, raster
from ecgdesk.reading.sniff import HEAD_BYTES, Kind, foreign_name, readable_kind
from ecgdesk.reading.source import READS, decoding, opened, shown


def load(ref: PageRef) -> Page:
    """Return one page of a file, decoded whole.

    Raises UnreadableFileError or TooLargeError, with one sentence for a person, for anything that is not
    a complete picture or PDF within the limits.
    """
    name = shown(ref.path)
    with opened(ref.path) as stream, decoding(name):
        kind = _kind(stream, name)
        count = _count(stream, kind, name)
        if not 1 <= ref.number <= count:
            pages = say_count("{n} page", "{n} pages", n=count)
            raise UnreadableFileError(
                say(
                    "{file} has {pages}; there is no page {number}.",
                    file=name,
                    pages=pages,
                    number=ref.number,
                )
            )
        pixels, dpi = _decoded(stream, kind, ref.number, name)
        stream.seek(0)
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Page(ref, pixels, count, digest, dpi)


def count_pages(path: Path) -> int:
    """Return how many pages a file holds, without decoding any; raises like `load`."""
    name = shown(path)
    with opened(path) as stream, decoding(name):
        return _count(stream, _kind(stream, name), name)


def page_refs(path: Path) -> tuple[PageRef, ...]:
    """Return a reference to every page of a file; raises like `load`."""
    return tuple(PageRef(path, number) for number in range(1, count_pages(path) + 1))


def _kind(stream: BufferedReader, name: str) -> Kind:
    head = stream.read(HEAD_BYTES)
    kind = readable_kind(head)
    if kind is None:
        raise UnreadableFileError(
            say("{file} is {kind}. {reads}", file=name, kind=foreign_name(head), reads=READS),
            "Save the page as one of these, or print it to PDF.",
        )
    return kind


def _count(stream: BufferedReader, kind: Kind, name: str) -> int:
    if kind is Kind.PDF:
        return pdf.count_pages(stream, name)
    return raster.count_pages(stream, kind, name)


def _decoded(
    stream: BufferedReader, kind: Kind, number: int, name: str
) -> tuple[NDArray[np.uint8], float | None]:
    if kind is Kind.PDF:
        return pdf.decode(stream, number, name), float(PDF_DPI)
    return raster.decode(stream, kind, number, name)
