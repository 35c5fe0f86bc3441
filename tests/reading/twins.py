"""The same picture stored in every way a file can store it, beside its 8-bit RGB twin."""

import zlib
from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image

from tests.reading.pictures import Pixels, ecg_like_page, encoded, grey_tiff_entries, png, tiff

RGB = ecg_like_page()[:301, :403]
GREY = cv2.cvtColor(RGB, cv2.COLOR_RGB2GRAY)
GREY_TWIN = np.repeat(GREY[:, :, None], 3, axis=2)
BLACK_OR_WHITE = (GREY > 200).astype(np.uint8) * 255
BIT_TWIN = np.repeat(BLACK_OR_WHITE[:, :, None], 3, axis=2)
WIDE = RGB.astype(np.uint16) * 257
WIDE_GREY = GREY.astype(np.uint16) * 257


def cv_encoded(form: str, picture: np.ndarray) -> bytes:
    return cv2.imencode(form, picture)[1].tobytes()


def bgr(picture: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(picture[..., ::-1])


def bits() -> Image.Image:
    return Image.fromarray(BLACK_OR_WHITE).convert("1", dither=Image.Dither.NONE)


def palette() -> Image.Image:
    return Image.fromarray(RGB).quantize(200)


def big_endian_grey() -> Image.Image:
    return Image.frombytes("I;16B", GREY.shape[::-1], WIDE_GREY.astype(">u2").tobytes())


def transparent_palette() -> bytes:
    """Index 0 is a fully transparent red."""
    indices = (BLACK_OR_WHITE == 0).astype(np.uint8)
    image = Image.fromarray(indices).convert("P")
    image.putpalette([255, 0, 0, 0, 0, 0])
    image.putdata(indices.ravel().tolist())
    return encoded(image, "PNG", transparency=0)


def see_through() -> Pixels:
    """Black ink whose opacity is the darkness of the page."""
    return np.dstack([np.zeros_like(RGB), 255 - GREY])


def png_rows(samples: np.ndarray) -> bytes:
    rows = samples.reshape(samples.shape[0], -1).astype(">u2" if samples.dtype == np.uint16 else np.uint8)
    return zlib.compress(b"".join(b"\x00" + row.tobytes() for row in rows), 1)


def wide_png(samples: np.ndarray, colour: int) -> bytes:
    return png(samples.shape[1], samples.shape[0], png_rows(samples), depth=16, colour=colour)


def twelve_bit_tiff() -> bytes:
    """Two samples in three bytes, each grey value in the upper eight of twelve bits."""
    grey = GREY[:, : GREY.shape[1] // 2 * 2].astype(np.uint16) << 4
    first, second = grey[:, 0::2], grey[:, 1::2]
    packed = np.stack([first >> 4, (first & 15) << 4 | second >> 8, second & 255], axis=-1)
    return _tiff_with({258: 12}, grey.shape[1], packed.astype(np.uint8))


def white_is_zero_tiff(depth: int) -> bytes:
    samples = (255 - GREY).astype("<u2") * 257 if depth == 16 else 255 - GREY
    return _tiff_with({258: depth, 262: 0}, GREY.shape[1], samples)


def _tiff_with(changes: dict[int, int], width: int, samples: np.ndarray) -> bytes:
    plain = grey_tiff_entries(width, samples.shape[0], 122, samples.nbytes)
    entries = [(tag, kind, count, changes.get(tag, value)) for tag, kind, count, value in plain]
    return tiff(entries, data=samples.tobytes())


TWINS: dict[str, tuple[Callable[[], bytes], Pixels]] = {
    "PNG RGB": (lambda: encoded(RGB, "PNG"), RGB),
    "PNG written by hand": (lambda: png(403, 301, png_rows(RGB)), RGB),
    "PNG grey": (lambda: encoded(GREY, "PNG"), GREY_TWIN),
    "PNG 16-bit grey": (lambda: cv_encoded(".png", WIDE_GREY), GREY_TWIN),
    "PNG 16-bit RGB": (lambda: cv_encoded(".png", bgr(WIDE)), RGB),
    "PNG 16-bit RGBA": (lambda: wide_png(np.dstack([WIDE, np.full_like(WIDE_GREY, 65535)]), 6), RGB),
    "PNG 16-bit grey with alpha":
        (lambda: wide_png(np.dstack([WIDE_GREY, np.full_like(WIDE_GREY, 65535)]), 4), GREY_TWIN),
    "PNG 1-bit": (lambda: encoded(bits(), "PNG"), BIT_TWIN),
    "PNG palette": (lambda: encoded(palette(), "PNG"), np.asarray(palette().convert("RGB"))),
    "PNG palette with a transparent colour": (transparent_palette, BIT_TWIN),
    "PNG opaque alpha": (lambda: encoded(np.dstack([RGB, np.full_like(GREY, 255)]), "PNG"), RGB),
    "PNG see-through": (lambda: encoded(see_through(), "PNG"), GREY_TWIN),
    "PNG grey with alpha": (lambda: encoded(Image.fromarray(np.dstack([0 * GREY, 255 - GREY]), "LA"), "PNG"),
                            GREY_TWIN),
    "PNG RGB with a transparent colour":
        (lambda: encoded(np.minimum(BIT_TWIN, np.uint8(9)), "PNG", transparency=(9, 9, 9)), BIT_TWIN),
    "TIFF RGB": (lambda: encoded(RGB, "TIFF"), RGB),
    "TIFF LZW": (lambda: encoded(RGB, "TIFF", compression="tiff_lzw"), RGB),
    "TIFF deflate": (lambda: encoded(RGB, "TIFF", compression="tiff_adobe_deflate"), RGB),
    "TIFF BigTIFF": (lambda: encoded(RGB, "TIFF", big_tiff=True), RGB),
    "TIFF 16-bit grey": (lambda: cv_encoded(".tiff", WIDE_GREY), GREY_TWIN),
    "TIFF 16-bit grey, big-endian":
        (lambda: encoded(big_endian_grey(), "TIFF"), GREY_TWIN),
    "TIFF 16-bit RGB": (lambda: cv_encoded(".tiff", bgr(WIDE)), RGB),
    "TIFF 12-bit grey": (twelve_bit_tiff, GREY_TWIN[:, :402]),
    "TIFF white is zero": (lambda: white_is_zero_tiff(8), GREY_TWIN),
    "TIFF 16-bit, white is zero": (lambda: white_is_zero_tiff(16), GREY_TWIN),
    "TIFF 1-bit fax": (lambda: encoded(bits(), "TIFF", compression="group4"), BIT_TWIN),
    "TIFF CMYK": (lambda: encoded(Image.fromarray(RGB).convert("CMYK"), "TIFF"), RGB),
    "TIFF palette": (lambda: encoded(palette(), "TIFF"), np.asarray(palette().convert("RGB"))),
    "TIFF opaque alpha": (lambda: encoded(np.dstack([RGB, np.full_like(GREY, 255)]), "TIFF"), RGB),
    "BMP RGB": (lambda: encoded(RGB, "BMP"), RGB),
    "BMP 1-bit": (lambda: encoded(bits(), "BMP"), BIT_TWIN),
    "BMP palette": (lambda: encoded(palette(), "BMP"), np.asarray(palette().convert("RGB"))),
    "WebP lossless": (lambda: encoded(RGB, "WEBP", lossless=True), RGB),
    "WebP see-through": (lambda: encoded(see_through(), "WEBP", lossless=True, exact=True), GREY_TWIN),
}  # fmt: skip

LOSSY: dict[str, tuple[Callable[[], bytes], Pixels]] = {
    "JPEG": (lambda: encoded(RGB, "JPEG", quality=98, subsampling=0), RGB),
    "JPEG progressive": (lambda: encoded(RGB, "JPEG", quality=98, subsampling=0, progressive=True), RGB),
    "JPEG grey": (lambda: encoded(GREY, "JPEG", quality=98), GREY_TWIN),
    "JPEG CMYK": (lambda: encoded(Image.fromarray(RGB).convert("CMYK"), "JPEG", quality=98), RGB),
    "WebP": (lambda: encoded(RGB, "WEBP", quality=98), RGB),
    "TIFF of JPEG": (lambda: encoded(RGB, "TIFF", compression="jpeg", quality=98), RGB),
}
