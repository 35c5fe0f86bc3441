"""Facts that must be known before a decoder is let near the file: they are read without decoding."""

import os
import struct
from io import BufferedReader

from ecgdesk.core.geometry import Size

MAX_TIFF_PAGES = 2000


def webp_size(head: bytes) -> Size | None:
    """Return the size of a WebP picture from its first 30 bytes, or None when they make no sense."""
    form = head[12:16]
    if len(head) < 30:
        return None
    if form == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if form == b"VP8L" and head[20] == 0x2F:
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if form == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def tiff_pages(stream: BufferedReader) -> int:
    """Return how many pages a TIFF file holds, counting at most one more than `MAX_TIFF_PAGES`.

    Follows the chain of directories, plain or BigTIFF, until it ends, leaves the file or comes back to
    a page seen before.
    """
    stream.seek(0)
    head = stream.read(16)
    order = "<" if head[:2] == b"II" else ">"
    big = head[2:4] in (b"+\x00", b"\x00+")
    count_form, entry_bytes, next_form = (
        (order + "Q", 20, order + "Q") if big else (order + "H", 12, order + "L")
    )
    (at,) = struct.unpack_from(next_form, head, 8 if big else 4)
    end = stream.seek(0, os.SEEK_END)
    seen: set[int] = set()
    while 0 < at < end and at not in seen and len(seen) <= MAX_TIFF_PAGES:
        seen.add(at)
        entries = _number(stream, at, count_form)
        at = _number(stream, at + struct.calcsize(count_form) + entries * entry_bytes, next_form)
    return len(seen)


def _number(stream: BufferedReader, at: int, form: str) -> int:
    stream.seek(at)
    size = struct.calcsize(form)
    data = stream.read(size)
    return int(struct.unpack(form, data)[0]) if len(data) == size else 0
