"""Whatever a file stores, the page is that of its 8-bit RGB twin."""

import hashlib
import io
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from ecgdesk.core.constants import PDF_DPI
from ecgdesk.core.page import Page, PageRef
from ecgdesk.reading.load import count_pages, load, page_refs
from tests.reading.pictures import Pixels, ecg_like_page, encoded, grey_tiff_entries, pdf, png, tiff

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


def loaded(folder: Path, data: bytes, name: str = "page.png", number: int = 1) -> Page:
    path = folder / name
    path.write_bytes(data)
    return load(PageRef(path, number))


@pytest.mark.parametrize("name", TWINS)
def test_a_lossless_file_gives_its_twin(name: str, tmp_path: Path) -> None:
    make, twin = TWINS[name]
    assert np.array_equal(loaded(tmp_path, make()).pixels, twin)


@pytest.mark.parametrize("name", LOSSY)
def test_a_lossy_file_comes_close_to_its_twin(name: str, tmp_path: Path) -> None:
    make, twin = LOSSY[name]
    page = loaded(tmp_path, make())
    assert page.pixels.shape == twin.shape
    assert np.abs(page.pixels.astype(int) - twin).mean() < 4


def test_a_page_is_contiguous_read_only_and_says_where_it_is_from(tmp_path: Path) -> None:
    data = encoded(RGB, "PNG", dpi=(200, 200))
    page = loaded(tmp_path, data)
    assert page.pixels.dtype == np.uint8
    assert page.pixels.flags["C_CONTIGUOUS"]
    assert not page.pixels.flags.writeable
    assert page.size == (403, 301)
    assert page.page_count == 1
    assert page.sha256 == hashlib.sha256(data).hexdigest()
    assert page.dpi == pytest.approx(200, abs=0.1)


@pytest.mark.parametrize("claim", [(1, 1), (200, 100), (99_999, 99_999)])
def test_a_resolution_that_cannot_be_is_no_resolution(claim: tuple[int, int], tmp_path: Path) -> None:
    assert loaded(tmp_path, encoded(RGB, "PNG", dpi=claim)).dpi is None


@pytest.mark.parametrize("name", ["page.jpg", "page.pdf", "page", "page.TXT"])
def test_the_content_counts_and_not_the_name(name: str, tmp_path: Path) -> None:
    assert np.array_equal(loaded(tmp_path, encoded(RGB, "PNG"), name).pixels, RGB)


UPRIGHT: dict[int, Callable[[Pixels], Pixels]] = {
    1: lambda page: page,
    2: lambda page: page[:, ::-1],
    3: lambda page: page[::-1, ::-1],
    4: lambda page: page[::-1],
    5: lambda page: page.transpose(1, 0, 2),
    6: lambda page: np.rot90(page, -1),
    7: lambda page: page[::-1, ::-1].transpose(1, 0, 2),
    8: lambda page: np.rot90(page),
}


@pytest.mark.parametrize("form", ["PNG", "WEBP", "TIFF", "JPEG"])
@pytest.mark.parametrize("orientation", UPRIGHT)
def test_a_picture_stands_as_its_file_says(orientation: int, form: str, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"PNG": {}, "TIFF": {}, "WEBP": {"lossless": True}, "JPEG": {"quality": 98, "subsampling": 0}}
    page = loaded(tmp_path, encoded(RGB, form, exif=exif, **options[form]))
    twin = UPRIGHT[orientation](RGB)
    assert page.pixels.shape == twin.shape
    assert np.abs(page.pixels.astype(int) - twin).mean() < (4 if form == "JPEG" else 1e-9)


def test_a_broken_note_beside_the_picture_does_no_harm(tmp_path: Path) -> None:
    data = encoded(RGB, "PNG", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\x7f")
    assert np.array_equal(loaded(tmp_path, data).pixels, RGB)


def test_bytes_behind_the_end_do_no_harm(tmp_path: Path) -> None:
    for form in ("PNG", "JPEG", "BMP", "PDF"):
        data = encoded(RGB, form)
        plain = loaded(tmp_path, data)
        assert np.array_equal(loaded(tmp_path, data + b"\x00" * 900).pixels, plain.pixels), form


def test_a_picture_that_ends_in_black_is_still_whole(tmp_path: Path) -> None:
    dark = RGB.copy()
    dark[-20:] = 0
    assert np.array_equal(loaded(tmp_path, encoded(dark, "PNG")).pixels, dark)


def test_a_picture_with_a_grey_margin_is_still_whole(tmp_path: Path) -> None:
    framed = np.full((320, 440, 3), 128, np.uint8)
    framed[8:-11, 16:-21] = RGB
    assert loaded(tmp_path, encoded(framed, "JPEG", quality=95)).pixels.shape == framed.shape


def test_a_tiff_gives_each_of_its_pages(tmp_path: Path) -> None:
    pages = [RGB, 255 - RGB, RGB[:200, :150]]
    frames = [Image.fromarray(page) for page in pages]
    path = tmp_path / "pages.tif"
    path.write_bytes(encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:]))
    refs = page_refs(path)
    assert [ref.number for ref in refs] == [1, 2, 3]
    for ref, twin in zip(refs, pages, strict=True):
        page = load(ref)
        assert page.page_count == 3
        assert np.array_equal(page.pixels, twin)


def test_a_phone_picture_with_a_second_one_inside_is_one_page(tmp_path: Path) -> None:
    data = encoded(Image.fromarray(RGB), "MPO", save_all=True, append_images=[Image.fromarray(255 - RGB)])
    page = loaded(tmp_path, data, "phone.jpg")
    assert page.page_count == 1
    assert np.abs(page.pixels.astype(int) - RGB).mean() < 8


def test_a_pdf_page_is_drawn_at_200_dpi(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    frames = [Image.fromarray(RGB), Image.fromarray(255 - RGB)]
    frames[0].save(buffer, "PDF", resolution=PDF_DPI, save_all=True, append_images=frames[1:], quality=98)
    path = tmp_path / "report.pdf"
    path.write_bytes(buffer.getvalue())
    assert count_pages(path) == 2
    for ref, twin in zip(page_refs(path), (RGB, 255 - RGB), strict=True):
        page = load(ref)
        assert page.dpi == PDF_DPI
        assert page.size == (403, 301)
        assert np.abs(page.pixels.astype(int) - twin).mean() < 6


def test_an_a4_pdf_has_the_pixels_of_a4_and_is_white(tmp_path: Path) -> None:
    page = loaded(tmp_path, pdf(["/MediaBox [0 0 842 595]"]), "a4.pdf")
    assert abs(page.size[0] - 842 * PDF_DPI / 72) <= 1
    assert abs(page.size[1] - 595 * PDF_DPI / 72) <= 1
    assert (page.pixels == 255).all()
    assert not page.pixels.flags.writeable


def test_a_rotated_pdf_page_is_drawn_upright(tmp_path: Path) -> None:
    page = loaded(tmp_path, pdf(["/MediaBox [0 0 400 300] /Rotate 90"]), "turned.pdf")
    assert page.size[0] < page.size[1]


def test_a_page_at_the_limit_is_accepted_in_its_header(tmp_path: Path) -> None:
    # 120 megapixels exactly, with rows missing: it passes the limit and fails as incomplete.
    data = png(12_000, 10_000, zlib.compress(b"\x00" * 10), depth=1, colour=0)
    with pytest.raises(Exception, match="cut short"):
        loaded(tmp_path, data)


def test_a_full_size_page_loads_in_a_moment(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    large = cv2.resize(RGB, (2200, 1600), interpolation=cv2.INTER_LINEAR)
    path.write_bytes(encoded(large, "JPEG", quality=90))
    load(PageRef(path))
    start = time.process_time()
    load(PageRef(path))
    assert time.process_time() - start < 0.3


def test_the_size_in_a_png_header_is_what_the_page_has(tmp_path: Path) -> None:
    data = encoded(RGB, "PNG")
    assert struct.unpack(">II", data[16:24]) == loaded(tmp_path, data).size


@pytest.mark.real_data
def test_every_real_page_loads_whole(data_folder: Path) -> None:
    files = [*data_folder.glob("ecg-cardiac/full/*.jpg"), *data_folder.glob("ecg-photos/*.jpg")]
    files += sorted(data_folder.glob("ecg-cardiac/pages/*.jpg"))[::20]
    files += sorted(data_folder.glob("ludb/pages/*.png"))[::20]
    assert len(files) > 50
    for file in files:
        expected = cv2.imread(str(file), cv2.IMREAD_COLOR_RGB)
        assert np.array_equal(load(PageRef(file)).pixels, expected), file.name
