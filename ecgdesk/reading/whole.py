"""Is a PNG file complete? What the decoders let pass: a missing end, a broken checksum."""

import struct
import zlib
from collections.abc import Iterator

from ecgdesk.reading.source import cut_short, damaged

_PNG_MARK_BYTES = 8
_PNG_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_ADAM7 = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
)  # fmt: skip
_STEP_BYTES = 1 << 20


def check_png(data: bytes, name: str) -> None:
    """Raise UnreadableFileError unless every chunk is there with its right checksum, down to IEND."""
    for kind, body, checksum in _chunks(data, name):
        if zlib.crc32(body, zlib.crc32(kind)) != checksum:
            raise damaged(name)


def check_png_rows(data: bytes, name: str) -> None:
    """Raise UnreadableFileError when the packed data of a PNG unpacks to fewer rows than its header says."""
    chunks = [(kind, body) for kind, body, _ in _chunks(data, name)]
    header = bytes(chunks[0][1])
    wanted = _png_bytes(*struct.unpack(">IIBBxxB", header))
    unpacker = zlib.decompressobj()
    for packed in (body for kind, body in chunks if kind == b"IDAT"):
        rest: bytes | memoryview = packed
        while rest and wanted > 0:
            wanted -= len(unpacker.decompress(rest, _STEP_BYTES))
            rest = unpacker.unconsumed_tail
    if wanted > 0:
        raise cut_short(name)


def _chunks(data: bytes, name: str) -> Iterator[tuple[bytes, memoryview, int]]:
    view = memoryview(data)
    at, kind = _PNG_MARK_BYTES, b""
    while kind != b"IEND":
        end = at + 12 + int.from_bytes(view[at : at + 4])
        if at + 12 > len(view) or end > len(view):
            raise cut_short(name)
        kind = bytes(view[at + 4 : at + 8])
        yield kind, view[at + 8 : end - 4], int.from_bytes(view[end - 4 : end])
        at = end


def _png_bytes(width: int, height: int, depth: int, colour: int, interlaced: int) -> int:
    """Return how many bytes the rows of a PNG unpack to, one filter byte a row included."""
    bits = depth * _PNG_CHANNELS.get(colour, 1)
    total = 0
    for x, y, across, down in _ADAM7 if interlaced else ((0, 0, 1, 1),):
        columns, rows = -(-(width - x) // across), -(-(height - y) // down)
        total += rows * (1 + -(-columns * bits // 8)) if columns > 0 else 0
    return total
