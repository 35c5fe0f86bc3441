"""Small pictures and files that the reading tests make for themselves."""

import io
import struct
import zlib

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]

FRAME = (40, 90, 760, 420)


def ecg_like_page(width: int = 800, height: int = 480, frame: tuple[int, int, int, int] = FRAME) -> Pixels:
    """Return a page with a red frame, a pink grid and four dark traces, RGB."""
    page = np.full((height, width, 3), 255, dtype=np.uint8)
    x0, y0, x1, y1 = frame
    for x in range(x0, x1, 8):
        cv2.line(page, (x, y0), (x, y1), (250, 215, 220) if (x - x0) % 40 else (245, 180, 190), 1)
    for y in range(y0, y1, 8):
        cv2.line(page, (x0, y), (x1, y), (250, 215, 220) if (y - y0) % 40 else (245, 180, 190), 1)
    cv2.rectangle(page, (x0, y0), (x1, y1), (225, 120, 130), 2)
    for row in range(4):
        _trace(page, x0 + 12, x1 - 12, y0 + (row + 0.6) * (y1 - y0) / 4.4)
    return page


def _trace(page: Pixels, x0: int, x1: int, baseline: float) -> None:
    xs = np.arange(x0, x1)
    beat = (xs - x0) % 70
    ys = baseline - 38 * np.exp(-((beat - 30) ** 2) / 6) - 9 * np.exp(-((beat - 50) ** 2) / 60)
    points = np.column_stack([xs, ys]).round().astype(np.int32)
    cv2.polylines(page, [points], False, (20, 20, 25), 2, cv2.LINE_AA)


def encoded(picture: Pixels | Image.Image, form: str, **options: object) -> bytes:
    """Return the picture as the bytes of a file that Pillow writes."""
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """Return a PNG chunk with its right checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    width: int,
    height: int,
    packed: bytes,
    *,
    depth: int = 8,
    colour: int = 2,
    interlaced: int = 0,
    extra: bytes = b"",
) -> bytes:
    """Return a PNG file with this header and these zlib bytes, whether they fit or not."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    body = png_chunk(b"IHDR", header) + extra + png_chunk(b"IDAT", packed) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def tiff(entries: list[tuple[int, int, int, int]], next_at: int = 0, data: bytes = b"") -> bytes:
    """Return a little-endian TIFF with one directory of (tag, type, count, value), then `data`."""
    packed = b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
    return b"II*\x00" + struct.pack("<IH", 8, len(entries)) + packed + struct.pack("<I", next_at) + data


def grey_tiff_entries(width: int, height: int, at: int, length: int) -> list[tuple[int, int, int, int]]:
    """Return the directory of an uncompressed 8-bit grey picture in one strip."""
    return [
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
        (273, 4, 1, at), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, length),
    ]  # fmt: skip


def pdf(pages: list[str], objects: list[bytes] | None = None) -> bytes:
    """Return a PDF with these page dictionaries (without Type and Parent) and further objects from 10 on."""
    kids = " ".join(f"{3 + index} 0 R" for index in range(len(pages)))
    parts = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
    }
    for index, page in enumerate(pages):
        parts[3 + index] = f"<< /Type /Page /Parent 2 0 R {page} >>".encode()
    parts |= {10 + index: body for index, body in enumerate(objects or [])}
    out, places = bytearray(b"%PDF-1.4\n"), {}
    for number, body in sorted(parts.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010d} 00000 n \n".encode()
    out += f"trailer << /Size {max(places) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def pdf_stream(dictionary: str, data: bytes) -> bytes:
    """Return a PDF stream object's body."""
    return f"<< {dictionary} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"
