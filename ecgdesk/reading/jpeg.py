"""JPEG, whole or not at all: most decoders fill what is missing or garbled and say nothing.

A JPEG has no checksum. What can be known: that the segments lead to the end mark, that the scans bring
every coefficient of every component in full, and that the decoder met nothing it had to repair. Damage
that happens to decode leaves all three true: zeroed or flipped bytes in the middle are not always seen.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import simplejpeg
from numpy.typing import NDArray

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.geometry import Size
from ecgdesk.core.sentence import say
from ecgdesk.reading.source import cut_short, damaged

_START, _END = b"\xff\xd8", b"\xff\xd9"
_JFIF, _END_OF_IMAGE, _START_OF_SCAN = 0xE0, 0xD9, 0xDA
_WITHOUT_LENGTH = (0x01, *range(0xD0, 0xD8))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = (0xC2, 0xC6, 0xCA, 0xCE)
_COEFFICIENTS, _NOT_SENT = 64, 16
_RARE_SAMPLING = "subsampling"


class _Segment(NamedTuple):
    marker: int
    start: int
    end: int


def check_jpeg(data: bytes, name: str) -> None:
    """Raise UnreadableFileError unless the segments lead to the end mark and the scans bring everything.

    A progressive file sends each coefficient's upper bits first. Without its last scans it is a valid
    file of a blurred page, so every component must reach its last bit (Al = 0) in all 64 coefficients:
    ITU-T T.81, G.1.1.1.
    """
    missing: dict[int, NDArray[np.uint8]] = {}
    progressive = False
    for marker, start, end in _segments(data, name):
        body = data[start + 4 : end]
        if marker in _FRAMES:
            progressive = marker in _PROGRESSIVE
            components = body[6 : 6 + 3 * body[5] : 3]
            missing = {one: np.full(_COEFFICIENTS, _NOT_SENT, np.uint8) for one in components}
        elif marker == _START_OF_SCAN:
            _note_scan(body, progressive, missing)
    if not missing or any(bits.any() for bits in missing.values()):
        raise damaged(name)


def _note_scan(body: bytes, progressive: bool, missing: dict[int, NDArray[np.uint8]]) -> None:
    after = 1 + 2 * body[0]
    first, last, bits = body[after : after + 3] if progressive else (0, _COEFFICIENTS - 1, 0)
    for component in body[1:after:2]:
        missing[component][first : last + 1] = bits & 0x0F


def decode_jpeg(data: bytes, colours: str, size: Size, name: str) -> NDArray[np.uint8]:
    """Return the pixels, uint8, (height, width, channels), in `colours`: RGB or GRAY.

    Raises UnreadableFileError for whatever libjpeg warns about, except what `_tidied` removes, and for a
    picture that is not of the `size` its header was checked for.
    """
    try:
        return _strictly_decoded(data, colours, size)
    except ValueError as error:
        if _RARE_SAMPLING in str(error):
            raise UnreadableFileError(
                say("{file} stores its colours in a rare way that cannot be checked for damage.", file=name),
                "Save it again as a PNG.",
            ) from error
    try:
        return _strictly_decoded(_tidied(data, name), colours, size)
    except ValueError as error:
        raise damaged(name) from error


def _strictly_decoded(data: bytes, colours: str, size: Size) -> NDArray[np.uint8]:
    height, width, *_ = simplejpeg.decode_jpeg_header(data, strict=True)
    if (width, height) != size:
        raise ValueError("two sizes")
    return np.asarray(simplejpeg.decode_jpeg(data, colours, strict=True), dtype=np.uint8)


def _tidied(data: bytes, name: str) -> bytes:
    """Return the file without what libjpeg warns about though no pixel depends on it.

    That is: bytes between the segments of the head, from programs that note a wrong length; an unknown
    JFIF version; zeros before the end mark, with which some cameras fill up their last block. Other
    bytes left over before a marker are what a garbled scan leaves, and stay.
    """
    segments = list(_segments(data, name))
    scan = next(index for index, segment in enumerate(segments) if segment.marker == _START_OF_SCAN)
    head = b"".join(_known_version(data[start:end]) for _, start, end in segments[:scan])
    coded = data[segments[scan].start : segments[-1].start].rstrip(b"\x00")
    stuffed = b"\x00" if coded.endswith(b"\xff") else b""
    return _START + head + coded + stuffed + _END


def _known_version(segment: bytes) -> bytes:
    is_jfif = segment[1] == _JFIF and segment[4:9] == b"JFIF\x00"
    return segment[:9] + b"\x01\x01" + segment[11:] if is_jfif else segment


def _segments(data: bytes, name: str) -> Iterator[_Segment]:
    """Yield the segments up to the end mark, restart marks left out; raise when there is no end mark."""
    markers, at = _markers(data), len(_START)
    while (following := int(np.searchsorted(markers, at))) < len(markers):
        start = int(markers[following])
        marker, at = data[start + 1], start + 2
        if marker in _WITHOUT_LENGTH:
            continue
        if marker != _END_OF_IMAGE:
            at += max(2, int.from_bytes(data[at : at + 2]))
        yield _Segment(marker, start, at)
        if marker == _END_OF_IMAGE:
            return
    raise cut_short(name)


def _markers(data: bytes) -> NDArray[np.intp]:
    """Return where markers stand: 0xFF before anything but a stuffed zero or a further 0xFF."""
    values = np.frombuffer(data, np.uint8)
    first = np.flatnonzero(values[:-1] == 0xFF)
    second = values[first + 1]
    return np.asarray(first[(second != 0x00) & (second != 0xFF)], dtype=np.intp)
