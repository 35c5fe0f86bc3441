"""What a file is, told from its first bytes; its name does not count."""

from enum import StrEnum

HEAD_BYTES = 4096


class Kind(StrEnum):
    """What this version reads; the value is Pillow's name for it, where Pillow decodes it."""

    PNG = "PNG"
    JPEG = "JPEG"
    TIFF = "TIFF"
    BMP = "BMP"
    WEBP = "WEBP"
    PDF = "PDF"


_READABLE: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"II+\x00", Kind.TIFF),
    (b"MM\x00+", Kind.TIFF),
    (b"BM", Kind.BMP),
)

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "a GIF picture"),
    (b"8BPS", "a Photoshop document"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 picture"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL picture"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"%!PS", "a PostScript document"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)

_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_OFFICE_PARTS = (b"[Content_Types].xml", b"word/", b"xl/", b"ppt/", b"mimetypeapplication/vnd.oasis")


def readable_kind(head: bytes) -> Kind | None:
    """Return what the beginning of a file says it is, or None for anything this version does not read."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    # PDF allows some other bytes before its mark.
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    return next((kind for mark, kind in _READABLE if head.startswith(mark)), None)


def foreign_name(head: bytes) -> str:
    """Return what a file that cannot be read is, in words that fit after "is"."""
    known = next((name for mark, name in _FOREIGN if head.startswith(mark)), None)
    return known or _container_name(head) or _text_name(head) or "of an unknown type"


def _container_name(head: bytes) -> str | None:
    if head[:4] == b"PK\x03\x04":
        office = any(part in head for part in _OFFICE_PARTS)
        return "an Office document" if office else "a compressed archive"
    if head[4:8] == b"ftyp":
        if head[8:12] in _HEIF_BRANDS:
            return "a HEIC picture"
        return "an AVIF picture" if head[8:12] in (b"avif", b"avis") else "a video"
    return "a DICOM file" if head[128:132] == b"DICM" else None


def _text_name(head: bytes) -> str | None:
    if not head.strip(b"\x00"):
        return "filled with zeros"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if b"<svg" in start:
        return "an SVG drawing"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "a web page"
    return "a text file" if _is_text(head) else None


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return control == 0
