"""What a file is, told from its first bytes; its name does not count."""

from enum import StrEnum

from ecgdesk.core.sentence import say
from ecgdesk.reading.signals.marks import DICOM_AT, DICOM_MARK, is_edf, is_header, is_table

HEAD_BYTES = 4096


class Kind(StrEnum):
    """What this version reads; the value is Pillow's name for it, where Pillow decodes it."""

    PNG = "PNG"
    JPEG = "JPEG"
    TIFF = "TIFF"
    BMP = "BMP"
    WEBP = "WEBP"
    PDF = "PDF"
    DICOM = "DICOM"
    EDF = "EDF"
    WFDB = "WFDB"
    TABLE = "table of signals"


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
    (b"GIF8", say("a GIF picture")),
    (b"8BPS", say("a Photoshop document")),
    (b"\x00\x00\x00\x0cjP  ", say("a JPEG 2000 picture")),
    (b"\xff\x4f\xff\x51", say("a JPEG 2000 picture")),
    (b"\x00\x00\x00\x0cJXL ", say("a JPEG XL picture")),
    (b"\xff\x0a", say("a JPEG XL picture")),
    (b"\x00\x00\x01\x00", say("an icon")),
    (b"%!PS", say("a PostScript document")),
    (b"{\\rtf", say("a text document (RTF)")),
    (b"\xd0\xcf\x11\xe0", say("an Office document")),
    (b"\x1f\x8b", say("a compressed archive")),
    (b"7z\xbc\xaf", say("a compressed archive")),
    (b"Rar!", say("a compressed archive")),
    (b"MZ", say("a program")),
    (b"\x7fELF", say("a program")),
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
    known = next((kind for mark, kind in _READABLE if head.startswith(mark)), None)
    return known or _signal_kind(head)


def _signal_kind(head: bytes) -> Kind | None:
    """Return which kind of signals a file holds, None for none of them."""
    if head[DICOM_AT:].startswith(DICOM_MARK):
        return Kind.DICOM
    if is_edf(head):
        return Kind.EDF
    if not _is_text(head):
        return None
    text = head.decode("utf-8-sig", "replace")
    if is_header(text):
        return Kind.WFDB
    return Kind.TABLE if is_table(text) else None


def foreign_name(head: bytes) -> str:
    """Return what a file that cannot be read is, in words that fit after "is"."""
    known = next((name for mark, name in _FOREIGN if head.startswith(mark)), None)
    return known or _container_name(head) or _text_name(head) or say("of an unknown type")


def _container_name(head: bytes) -> str | None:
    if head[:4] == b"PK\x03\x04":
        office = any(part in head for part in _OFFICE_PARTS)
        return say("an Office document") if office else say("a compressed archive")
    if head[4:8] == b"ftyp":
        if head[8:12] in _HEIF_BRANDS:
            return say("a HEIC picture")
        return say("an AVIF picture") if head[8:12] in (b"avif", b"avis") else say("a video")
    return None


def _text_name(head: bytes) -> str | None:
    if not head.strip(b"\x00"):
        return say("filled with zeros")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if b"<svg" in start:
        return say("an SVG drawing")
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return say("a web page")
    return say("a text file") if _is_text(head) else None


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return control == 0
