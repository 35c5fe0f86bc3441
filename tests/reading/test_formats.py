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
from tests.reading.pictures import Pixels, encoded, pdf, png
from tests.reading.twins import LOSSY, RGB, TWINS


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


@pytest.mark.parametrize(
    "quirk",
    [
        lambda data: data[:-2] + bytes(100) + data[-2:],
        lambda data: data[:20] + b"\x00\x00" + data[20:],
        lambda data: data[:11] + b"\x02" + data[12:],
    ],
    ids=["zeros-before-the-end", "bytes-between-segments", "unknown-version"],
)
def test_a_harmless_quirk_of_a_jpeg_changes_no_pixel(quirk: Callable[[bytes], bytes], tmp_path: Path) -> None:
    data = encoded(RGB, "JPEG")
    plain = loaded(tmp_path, data, "plain.jpg")
    assert np.array_equal(loaded(tmp_path, quirk(data), "quirk.jpg").pixels, plain.pixels)


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
