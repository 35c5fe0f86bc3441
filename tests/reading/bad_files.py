"""More than fifty kinds of bad file, each made here, with the sentence and the code it must get."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from pypdf import PdfReader, PdfWriter

from tests.reading.pictures import (
    ecg_like_page,
    encoded,
    grey_tiff_entries,
    pdf,
    pdf_stream,
    png,
    png_chunk,
    tiff,
)

PAGE = ecg_like_page()
READS = "This version reads PNG, JPEG, TIFF, BMP, WebP, PDF, DICOM, and signals as WFDB, EDF or CSV."
BOMB_SIDE = 30_000
TOO_MANY = "too large; the limit is 120 million pixels"


@dataclass(frozen=True)
class BadFile:
    """`content` is what to write; or `make` puts something at the path. `says` must be in the problem."""

    name: str
    says: str
    content: Callable[[], bytes] | None = None
    make: Callable[[Path], object] | None = None
    code: str = "unreadable"

    def put(self, folder: Path) -> Path:
        path = folder / self.name
        if self.content is not None:
            path.write_bytes(self.content())
        elif self.make is not None:
            self.make(path)
        return path


def _zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def _interlaced_without_its_last_pass() -> bytes:
    rows = 13 * (1 + 39) * 2 + 25 * (1 + 39) + 25 * (1 + 75) + 50 * (1 + 75) + 50 * (1 + 150)
    return png(100, 100, zlib.compress(b"\x00" + b"\x02" * rows), interlaced=1)


def _jpeg(**options: object) -> bytes:
    return encoded(PAGE, "JPEG", quality=85, **options)


def _png_with_broken_checksum() -> bytes:
    data = bytearray(encoded(PAGE, "PNG"))
    data[len(data) // 2] ^= 0x10
    return bytes(data)


def _still(form: str, **options: object) -> bytes:
    frames = [Image.fromarray(PAGE), Image.fromarray(255 - PAGE)]
    return encoded(frames[0], form, save_all=True, append_images=frames[1:], **options)


def _jpeg_of_size(width: int, height: int) -> bytes:
    data = bytearray(_jpeg())
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def _bmp_of_size(width: int, height: int) -> bytes:
    data = bytearray(encoded(PAGE, "BMP"))
    data[18:26] = struct.pack("<ii", width, height)
    return bytes(data)


def _cut_run_length_bmp() -> bytes:
    head = struct.pack("<IiiHHIIiiII", 40, 60, 40, 1, 8, 1, 0, 0, 0, 2, 0) + b"\xff\xff\xff\x00" * 2
    rows = (b"\x3c\x01\x00\x00") * 20
    return b"BM" + struct.pack("<IHHI", 14 + len(head) + len(rows), 0, 0, 14 + len(head)) + head + rows


def _webp_of_size(width: int, height: int) -> bytes:
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + struct.pack("<I", 10) + b"\x00\x00\x00\x00" + canvas
    lossy = encoded(PAGE, "WEBP")[12:]
    body = b"WEBP" + chunk + lossy
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _many_page_tiff(pages: int) -> bytes:
    offsets = [8 + 6 * index for index in range(pages)] + [0]
    chain = b"".join(struct.pack("<HI", 0, offsets[index + 1]) for index in range(pages))
    return b"II*\x00" + struct.pack("<I", 8) + chain


def _locked_pdf() -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(encoded(PAGE, "PDF"))))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _pdf_with_huge_picture() -> bytes:
    packed = zlib.compress(b"\x00" * 1000)
    image = pdf_stream(
        f"/Type /XObject /Subtype /Image /Width {BOMB_SIDE} /Height {BOMB_SIDE} /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Filter /FlateDecode",
        packed,
    )
    page = "/MediaBox [0 0 400 300] /Resources << /XObject << /I 10 0 R >> >> /Contents 11 0 R"
    return pdf([page], [image, pdf_stream("", b"400 0 0 300 0 0 cm /I Do")])


def _sparse(size: int, head: bytes) -> Callable[[Path], object]:
    def make(path: Path) -> None:
        with path.open("wb") as stream:
            stream.write(head)
            stream.truncate(size)

    return make


def _cut(data: bytes, share: float = 0.6) -> bytes:
    return data[: int(len(data) * share)]


def _with_zeros(data: bytes, share: float = 0.5, length: int = 4096) -> bytes:
    at = int(len(data) * share)
    return data[:at] + bytes(length) + data[at + length :]


def _ink_jpeg() -> bytes:
    return encoded(Image.fromarray(PAGE).convert("CMYK"), "JPEG", quality=85)


def _progressive_without_its_last_scan() -> bytes:
    data = _jpeg(progressive=True)
    return data[: data.rindex(b"\xff\xda")] + b"\xff\xd9"


def _float_tiff() -> bytes:
    return encoded(Image.fromarray(PAGE[..., 0].astype(np.float32)), "TIFF")


NO_FILES = (
    BadFile("missing.png", "does not exist"),
    BadFile("nowhere/missing.png", "does not exist"),
    BadFile("a" * 300 + ".png", "too long"),
    BadFile("null\x00byte.png", "could not be opened"),
    BadFile("folder.png", "is a folder", make=lambda path: path.mkdir()),
    BadFile("pipe.png", "not an ordinary file", make=os.mkfifo),
    BadFile("device.png", "not an ordinary file", make=lambda path: path.symlink_to("/dev/zero")),
    BadFile("loop.png", "leads back to itself", make=lambda path: path.symlink_to(path)),
    BadFile("dangling.png", "does not exist", make=lambda path: path.symlink_to("gone.png")),
)

FOREIGN = (
    BadFile("empty.jpg", "is empty", lambda: b""),
    BadFile("zeros.jpg", "filled with zeros", lambda: b"\x00" * 5000),
    BadFile("noise.jpg", f"of an unknown type. {READS}", lambda: bytes(range(1, 256)) * 40),
    BadFile("note.txt", f"a text file. {READS}", lambda: "Größe 1,80 m\n".encode() * 300),
    BadFile("mislabelled.png", "a text file", lambda: b"this is no picture at all\n"),
    BadFile("page.html", "a web page", lambda: b"\n<!DOCTYPE html><html><body>ECG</body></html>"),
    BadFile("drawing.svg", "an SVG drawing", lambda: b'<?xml version="1.0"?>\n<svg width="9"></svg>'),
    BadFile("moving.gif", "a GIF picture", lambda: encoded(PAGE, "GIF")),
    BadFile("phone.heic", "a HEIC picture", lambda: b"\x00\x00\x00\x18ftypheic" + b"\x00" * 100),
    BadFile("phone.avif", "an AVIF picture", lambda: b"\x00\x00\x00\x18ftypavif" + b"\x00" * 100),
    BadFile("film.mp4", "a video", lambda: b"\x00\x00\x00\x18ftypisom" + b"\x00" * 100),
    BadFile("old.jp2", "a JPEG 2000 picture", lambda: b"\x00\x00\x00\x0cjP  \r\n\x87\n" + b"\x00" * 50),
    BadFile("heart.dcm", "a DICOM file without", lambda: b"\x00" * 128 + b"DICM" + b"\x02\x00" * 50),
    BadFile("report.docx", "an Office document", lambda: _zipped("[Content_Types].xml", "word/document.xml")),
    BadFile("pages.zip", "a compressed archive", lambda: _zipped("a.png")),
    BadFile("report.doc", "an Office document", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600),
    BadFile("setup.jpg", "a program", lambda: b"MZ\x90\x00" + b"\x00" * 200),
)

BROKEN_PICTURES = (
    BadFile("cut.png", "cut short", lambda: _cut(encoded(PAGE, "PNG"))),
    BadFile("no-end.png", "cut short", lambda: encoded(PAGE, "PNG")[:-12]),
    BadFile("checksum.png", "damaged", _png_with_broken_checksum),
    BadFile("mark-only.png", "damaged", lambda: b"\x89PNG\r\n\x1a\n"),
    BadFile("no-width.png", "damaged", lambda: png(0, 100, zlib.compress(b""))),
    BadFile("few-rows.png", "cut short", lambda: png(100, 100, zlib.compress(b"\x00" * 301 * 50))),
    BadFile("one-row-less.png", "cut short", lambda: png(100, 100, zlib.compress(b"\x01" * 301 * 99))),
    BadFile("pass-missing.png", "cut short", _interlaced_without_its_last_pass),
    BadFile("not-packed.png", "damaged", lambda: png(100, 100, b"\x01\x02\x03 no zlib here")),
    BadFile("moving.png", "an animation", lambda: _still("PNG")),
    BadFile("cut.jpg", "cut short", lambda: _cut(_jpeg())),
    BadFile("cut-progressive.jpg", "cut short", lambda: _cut(_jpeg(progressive=True))),
    BadFile("no-end.jpg", "cut short", lambda: _jpeg()[:-2]),
    BadFile("zero-tail.jpg", "cut short", lambda: _cut(_jpeg()) + b"\x00" * 20_000),
    BadFile("forged-end.jpg", "damaged", lambda: _cut(_jpeg()) + b"\xff\xd9"),
    BadFile(
        "forged-end-progressive.jpg", "damaged", lambda: _cut(_jpeg(progressive=True), 0.9) + b"\xff\xd9"
    ),
    BadFile("lost-last-scan.jpg", "damaged", _progressive_without_its_last_scan),
    BadFile("sector-of-zeros.jpg", "damaged", lambda: _with_zeros(_jpeg())),
    BadFile("sector-of-zeros-progressive.jpg", "damaged", lambda: _with_zeros(_jpeg(progressive=True))),
    BadFile("sector-of-zeros-inks.jpg", "damaged", lambda: _with_zeros(_ink_jpeg())),
    BadFile("left-over.jpg", "damaged", lambda: _jpeg()[:-2] + b"\x5a" * 100 + b"\xff\xd9"),
    BadFile("no-scan.jpg", "damaged", lambda: _jpeg().split(b"\xff\xda")[0] + b"\xff\xd9"),
    BadFile("start-only.jpg", "damaged", lambda: b"\xff\xd8\xff\xe0"),
    BadFile("cut.tif", "damaged", lambda: _cut(encoded(PAGE, "TIFF", compression="tiff_lzw"))),
    BadFile(
        "cut-plain.tif", "cut short", lambda: tiff(grey_tiff_entries(90, 90, 122, 8100), data=b"\x80" * 4000)
    ),
    BadFile("head-only.tif", "damaged", lambda: b"II*\x00"),
    BadFile("astray.tif", "damaged", lambda: b"II*\x00\xff\xff\xff\x7f"),
    BadFile("no-size.tif", "damaged", lambda: tiff([(258, 3, 1, 8)])),
    BadFile("float.tif", "no fixed white", _float_tiff),
    BadFile("cut.bmp", "cut short", lambda: _cut(encoded(PAGE, "BMP"))),
    BadFile("cut-packed.bmp", "damaged", _cut_run_length_bmp),
    BadFile("cut.webp", "damaged", lambda: _cut(encoded(PAGE, "WEBP"))),
    BadFile("cut-lossless.webp", "damaged", lambda: _cut(encoded(PAGE, "WEBP", lossless=True))),
    BadFile("moving.webp", "an animation", lambda: _still("WEBP")),
    BadFile("head-only.webp", "damaged", lambda: b"RIFF\x10\x00\x00\x00WEBPVP8 "),
)

BROKEN_PDFS = (
    BadFile("locked.pdf", "locked with a password", _locked_pdf),
    BadFile("no-pages.pdf", "has no pages", lambda: pdf([])),
    BadFile("cut.pdf", "cut short", lambda: _cut(encoded(PAGE, "PDF"))),
    BadFile("mark-only.pdf", "cut short", lambda: b"%PDF-1.7\n"),
    BadFile("nothing-inside.pdf", "damaged", lambda: b"%PDF-1.7\nno objects at all\n%%EOF\n"),
)

BOMBS = (
    BadFile("bomb.png", TOO_MANY,
            lambda: png(BOMB_SIDE, BOMB_SIDE, zlib.compress(b"\x00" * 10**6)), code="too-large"),
    BadFile("just-over.png", "12001 × 10000 pixels",
            lambda: png(12_001, 10_000, zlib.compress(b"\x00" * 10**6)), code="too-large"),
    BadFile("bomb.jpg", TOO_MANY, lambda: _jpeg_of_size(65_000, 65_000), code="too-large"),
    BadFile("bomb.tif", TOO_MANY,
            lambda: tiff(grey_tiff_entries(200_000, 100_000, 8, 100)), code="too-large"),
    BadFile("bomb.bmp", TOO_MANY, lambda: _bmp_of_size(40_000, 40_000), code="too-large"),
    BadFile("bomb.webp", "16000 × 16000 pixels", lambda: _webp_of_size(16_000, 16_000), code="too-large"),
    BadFile("bomb-page.pdf", "40000 × 40000 pixels",
            lambda: pdf(["/MediaBox [0 0 14400 14400]"]), code="too-large"),
    BadFile("bomb-picture.pdf", "30000 × 30000 pixels", _pdf_with_huge_picture, code="too-large"),
    BadFile("pages.tif", "more than 2000 pages", lambda: _many_page_tiff(50_000), code="too-large"),
    BadFile("text.png", "damaged", lambda: png(
        9, 9, zlib.compress(b"\x00" * 270),
        extra=png_chunk(b"zTXt", b"k\x00\x00" + zlib.compress(b"A" * 2 * 10**8)))),
    BadFile("heavy.tif", "300 MB", make=_sparse(300 * 2**20, b"II*\x00"), code="too-large"),
)  # fmt: skip

ALL = NO_FILES + FOREIGN + BROKEN_PICTURES + BROKEN_PDFS + BOMBS
