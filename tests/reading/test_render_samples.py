"""The committed samples and the golden page are what the code draws today."""

import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
import pytest
from PIL import Image

from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import EDAN_LIKE
from ecgdesk.reading.simulate import SPECS, simulate

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden_render.png")
SCRIPT: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "make_samples.py"))
SAMPLES = SCRIPT["SAMPLES"]
LARGEST_KB = 800


def _difference(a: np.ndarray, b: np.ndarray) -> float:
    """Return the mean difference of two pages, blurred: a font drawn half a pixel off does not count."""
    soft = [cv2.GaussianBlur(page.astype(np.float32), (0, 0), 2) for page in (a, b)]
    return float(np.abs(soft[0] - soft[1]).mean())


def _read(path: Path) -> list[np.ndarray]:
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return [np.asarray(page.render(scale=200 / 72).to_pil().convert("RGB")) for page in document]
    with Image.open(path) as image:
        return [np.asarray(image.convert("RGB"))]


@pytest.mark.parametrize("file", [sample.file for sample in SAMPLES])
def test_a_committed_sample_is_what_the_script_draws(file: str, samples_folder: Path, tmp_path: Path) -> None:
    (sample,) = (sample for sample in SAMPLES if sample.file == file)
    kept, drawn = _read(samples_folder / file), _read(SCRIPT["write"](sample, tmp_path))
    assert [page.shape for page in kept] == [page.shape for page in drawn]
    for old, new in zip(kept, drawn, strict=True):
        assert _difference(old, new) < 0.5


def test_the_script_writes_the_same_bytes_twice(tmp_path: Path) -> None:
    for sample in (SAMPLES[3], SAMPLES[5], SAMPLES[6]):
        first, second = (tmp_path / name for name in ("first", "second"))
        for folder in (first, second):
            folder.mkdir(exist_ok=True)
            SCRIPT["write"](sample, folder)
        assert (first / sample.file).read_bytes() == (second / sample.file).read_bytes()


def test_there_are_seven_small_samples_and_the_readme_lists_each(samples_folder: Path) -> None:
    files = sorted(p.name for p in samples_folder.iterdir() if p.name != "README.md")
    assert files == sorted(sample.file for sample in SAMPLES)
    assert len(files) == 7
    said = (samples_folder / "README.md").read_text(encoding="utf-8")
    assert said == SCRIPT["readme"](SAMPLES)
    for name in files:
        assert name in said
        assert (samples_folder / name).stat().st_size <= LARGEST_KB * 1000


def test_every_sample_says_that_it_is_simulated() -> None:
    for sample in SAMPLES:
        for look in sample.looks:
            caption = SCRIPT["PRESETS"][look].caption
            assert caption is not None
            assert caption.note == "SIMULATED"
            assert caption.name == "No patient"


def test_a_small_page_looks_as_it_did() -> None:
    page = render(simulate(SPECS["anterior-mi"], seed=11), replace(EDAN_LIKE, dpi=64)).pixels
    (golden,) = _read(GOLDEN)
    assert golden.shape == page.shape
    assert _difference(golden, page) < 1.0


def test_the_golden_comparison_sees_another_recording_and_a_shifted_row() -> None:
    (golden,) = _read(GOLDEN)
    other = render(simulate(SPECS["normal"], seed=11), replace(EDAN_LIKE, dpi=64)).pixels
    lower = replace(EDAN_LIKE, dpi=64, first_baseline_mm=24.5)
    shifted = render(simulate(SPECS["anterior-mi"], seed=11), lower).pixels
    assert _difference(golden, other) > 1.5
    assert _difference(golden, shifted) > 1.5
