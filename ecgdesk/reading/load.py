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
from ecgdesk.reading.signals import dicom, recording
from ecgdesk.reading.sniff import HEAD_BYTES, Kind, foreign_name, readable_kind
from ecgdesk.reading.source import READS, decoding, opened, shown


def load(ref: PageRef) -> Page:
    """Return one page of a file, decoded whole; of a file of signals, drawn as a recorder prints it.

    Raises UnreadableFileError or TooLargeError, with one sentence for a person, for anything that is not
    a complete picture, PDF or twelve-lead recording within the limits.
    """
    name = shown(ref.path)
    with opened(ref.path) as stream, decoding(name):
        kind = _kind(stream, name)
        count = _count(stream, kind, ref.path)
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
        pixels, dpi = _decoded(stream, kind, ref.number, ref.path)
        stream.seek(0)
        digest = hashlib.file_digest(stream, "sha256")
        for beside in recording.parts(ref.path, kind):
            digest.update(beside.read_bytes())
    return Page(ref, pixels, count, digest.hexdigest(), dpi)


def count_pages(path: Path) -> int:
    """Return how many pages a file holds, without decoding any; raises like `load`."""
    name = shown(path)
    with opened(path) as stream, decoding(name):
        return _count(stream, _kind(stream, name), path)


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


def _count(stream: BufferedReader, kind: Kind, path: Path) -> int:
    name = shown(path)
    if kind is Kind.PDF:
        return pdf.count_pages(stream, name)
    if kind is Kind.DICOM:
        return dicom.count_pages(stream, name)
    if kind in recording.KINDS:
        return recording.count_pages(path, kind)
    return raster.count_pages(stream, kind, name)


def _decoded(
    stream: BufferedReader, kind: Kind, number: int, path: Path
) -> tuple[NDArray[np.uint8], float | None]:
    name = shown(path)
    if kind is Kind.PDF:
        return pdf.decode(stream, number, name), float(PDF_DPI)
    if kind is Kind.DICOM:
        return dicom.decode(stream, number, name)
    if kind in recording.KINDS:
        return recording.decode(path, kind, number), None
    return raster.decode(stream, kind, number, name)
