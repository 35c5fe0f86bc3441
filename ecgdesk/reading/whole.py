"""Is a picture file complete? What the decoders let pass: a missing end, a broken checksum."""

import re
import zlib

from ecgdesk.reading.source import cut_short, damaged

_PNG_MARK_BYTES = 8
_JPEG_NEXT_MARKER = re.compile(rb"\xff+([^\x00\xff])")
_RESTARTS = range(0xD0, 0xD8)
_WITHOUT_LENGTH = (0x01, *_RESTARTS)
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9


def check_png(data: bytes, name: str) -> None:
    """Raise UnreadableFileError unless every chunk is there with its right checksum, down to IEND."""
    view = memoryview(data)
    at = _PNG_MARK_BYTES
    while at + 12 <= len(view):
        length = int.from_bytes(view[at : at + 4])
        kind, end = bytes(view[at + 4 : at + 8]), at + 12 + length
        if end > len(view):
            raise cut_short(name)
        if zlib.crc32(view[at + 4 : end - 4]) != int.from_bytes(view[end - 4 : end]):
            raise damaged(name)
        if kind == b"IEND":
            return
        at = end
    raise cut_short(name)


def check_jpeg(data: bytes, name: str) -> None:
    """Raise UnreadableFileError unless the segments lead through at least one scan to the end mark.

    Decoders fill what is missing with grey and say nothing.
    """
    at, scans = 2, 0
    while (found := _JPEG_NEXT_MARKER.search(data, at)) is not None:
        marker, at = found.group(1)[0], found.end()
        if marker == _END_OF_IMAGE:
            if scans == 0:
                raise damaged(name)
            return
        if marker in _WITHOUT_LENGTH:
            continue
        scans += marker == _START_OF_SCAN
        at += max(2, int.from_bytes(data[at : at + 2]))
    raise cut_short(name)
