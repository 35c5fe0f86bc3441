"""Every kind of bad file gets one clear sentence, quickly, and never half a page."""

import contextlib
import json
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.page import PageRef
from ecgdesk.reading import source
from ecgdesk.reading.load import count_pages, load, page_refs
from tests.reading.bad_files import ALL, BOMBS, PAGE, BadFile
from tests.reading.pictures import encoded, grey_tiff_entries, tiff

SECONDS = 1.0
BOMB_MEMORY_MB = 60

MEASURE = """
import json, resource, sys, time
from pathlib import Path
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.page import PageRef
from ecgdesk.reading.load import load
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
def attempt(path):
    try: load(PageRef(Path(path)))
    except EcgdeskError as error: return error.code
    return "loaded"
attempt(sys.argv[1])
for path in sys.argv[2:]:
    before, start = peak(), time.perf_counter()
    code = attempt(path)
    print(json.dumps([path, code, peak() - before, time.perf_counter() - start]))
"""


def failure(path: Path, number: int = 1) -> UnreadableFileError:
    start = time.perf_counter()
    with pytest.raises(UnreadableFileError) as caught:
        load(PageRef(path, number))
    assert time.perf_counter() - start < SECONDS
    return caught.value


@pytest.mark.parametrize("bad", ALL, ids=lambda bad: bad.name[:30].replace("\x00", "0"))
def test_a_bad_file_gets_its_sentence(bad: BadFile, tmp_path: Path) -> None:
    error = failure(bad.put(tmp_path))
    assert bad.says in error.problem
    assert error.code == bad.code
    assert error.problem.startswith(source.shown(Path(bad.name)))
    assert error.problem.endswith(".")
    assert error.advice.endswith(".")
    assert "\n" not in str(error)
    assert str(tmp_path) not in str(error)


def test_there_are_at_least_thirty_kinds() -> None:
    assert len({bad.name for bad in ALL}) == len(ALL) >= 30


def test_bombs_are_refused_without_the_memory_they_ask_for(tmp_path: Path) -> None:
    warm_up = tmp_path / "good.png"
    warm_up.write_bytes(encoded(PAGE, "PNG"))
    paths = [str(warm_up)] + [str(bad.put(tmp_path)) for bad in BOMBS]
    run = subprocess.run([sys.executable, "-c", MEASURE, *paths], capture_output=True, text=True, check=True)
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(results) == len(BOMBS)
    for (path, code, memory_mb, seconds), bad in zip(results, BOMBS, strict=True):
        assert code == bad.code, path
        assert memory_mb < BOMB_MEMORY_MB, path
        assert seconds < SECONDS, path


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "private.png"
    path.write_bytes(encoded(PAGE, "PNG"))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be opened" in failure(path).problem


def test_a_decoder_out_of_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(encoded(PAGE, "PNG"))

    def refuse(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("ecgdesk.reading.raster.to_rgb", refuse)
    error = failure(path)
    assert "more memory" in error.problem
    assert error.code == "too-large"


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_page_that_is_not_there_is_named(number: int, tmp_path: Path) -> None:
    path = tmp_path / "one.png"
    path.write_bytes(encoded(PAGE, "PNG"))
    assert f"has 1 page; there is no page {number}" in failure(path, number).problem


def test_a_tiff_whose_directories_go_round_ends(tmp_path: Path) -> None:
    path = tmp_path / "round.tif"
    path.write_bytes(tiff(grey_tiff_entries(20, 30, 122, 600), next_at=8, data=b"\x80" * 600))
    assert count_pages(path) == 1
    assert load(PageRef(path)).size == (20, 30)


@pytest.mark.parametrize("bad", [bad for bad in ALL if bad.name.endswith((".pdf", ".tif", ".png"))][:12])
def test_counting_pages_fails_as_clearly_as_loading(bad: BadFile, tmp_path: Path) -> None:
    path = bad.put(tmp_path)
    try:
        refs = page_refs(path)
    except UnreadableFileError as error:
        assert error.problem.startswith(source.shown(path))
    else:
        assert refs == (PageRef(path),)


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("PNG", {}), ("PNG", {"compress_level": 0}), ("JPEG", {}), ("JPEG", {"progressive": True}),
        ("TIFF", {}), ("TIFF", {"compression": "tiff_lzw"}), ("TIFF", {"compression": "jpeg"}),
        ("TIFF", {"compression": "tiff_adobe_deflate"}), ("TIFF", {"compression": "group4"}),
        ("BMP", {}), ("WEBP", {}),
        ("WEBP", {"lossless": True}), ("PDF", {}),
    ],
)  # fmt: skip
def test_a_file_cut_anywhere_never_gives_half_a_page(
    form: str, options: dict[str, object], tmp_path: Path
) -> None:
    fax = options.get("compression") == "group4"
    data = encoded(Image.fromarray(PAGE).convert("1") if fax else PAGE, form, **options)
    path = tmp_path / "page"
    path.write_bytes(data)
    whole = load(PageRef(path)).pixels
    for length in np.unique(np.linspace(1, len(data) - 1, 60).astype(int)):
        path.write_bytes(data[:length])
        try:
            assert np.array_equal(load(PageRef(path)).pixels, whole), length
        except UnreadableFileError as error:
            assert error.problem.startswith("page ")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "BMP", "WEBP", "PDF"])
def test_a_file_with_bytes_overwritten_never_raises_anything_else(form: str, tmp_path: Path) -> None:
    data = encoded(PAGE, form)
    rng = np.random.default_rng(7)
    path = tmp_path / "page"
    for _ in range(60):
        broken = bytearray(data)
        reach = len(data) if rng.random() < 0.5 else min(400, len(data))
        for place in rng.integers(0, reach, 4):
            broken[place] = int(rng.integers(256))
        path.write_bytes(bytes(broken))
        try:
            pixels = load(PageRef(path)).pixels
        except UnreadableFileError as error:
            assert error.problem.startswith("page ")
        else:
            assert pixels.ndim == 3
            assert form != "PNG" or np.array_equal(pixels, PAGE)


@pytest.mark.parametrize("progressive", [False, True])
def test_most_jpegs_with_a_visible_run_of_zeros_are_refused(progressive: bool, tmp_path: Path) -> None:
    # Not all: a JPEG has no checksum, and some runs leave the coding valid to its last byte.
    data = encoded(PAGE, "JPEG", quality=85, progressive=progressive)
    whole = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR_RGB).astype(int)
    path = tmp_path / "page"
    visible = accepted = 0
    for place in np.linspace(len(data) // 5, len(data) - 210, 40).astype(int):
        broken = data[:place] + bytes(200) + data[place + 200 :]
        lenient = cv2.imdecode(np.frombuffer(broken, np.uint8), cv2.IMREAD_COLOR_RGB)
        if lenient is None or (np.abs(lenient - whole).max(axis=2) > 60).mean() <= 0.005:
            continue
        visible += 1
        path.write_bytes(broken)
        with contextlib.suppress(UnreadableFileError):
            accepted += load(PageRef(path)).pixels.size > 0
    assert visible >= 5
    assert accepted <= visible / 2
