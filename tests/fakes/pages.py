"""Small made-up pages and results for tests that need no model."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ecgdesk.core.analysis import (
    Analysis,
    AnalysisRequest,
    Caution,
    Explanation,
    Measurements,
    ModelInfo,
    Prediction,
    Quality,
    Stage,
    Status,
    Trust,
)
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.core.sentence import say
from ecgdesk.core.tracing import LevelST
from ecgdesk.reading.reasons import UPSIDE_DOWN, cut_off, sideways

CLASSES = {
    "MI": "Myocardial infarction",
    "HMI": "History of myocardial infarction",
    "AHB": "Abnormal heartbeat",
    "Normal": "Normal ECG",
}
MODEL = ModelInfo("fake-1", "Fake model", "f" * 64, CLASSES)
SURE = {"MI": 0.93, "HMI": 0.05, "AHB": 0.01, "Normal": 0.01}
UNSURE = {"MI": 0.41, "HMI": 0.38, "AHB": 0.11, "Normal": 0.10}
BLURRED = Caution("blur", "This page is blurred.", "Scan it again or hold the camera still.")
NOT_AN_ECG = Caution(
    "not-an-ecg", "No ECG was found on this page.", "Choose a page that shows the printed curves."
)


def paper(width: int = 900, height: int = 640) -> NDArray[np.uint8]:
    """A white page with a header, a pink grid and a trace; (height, width, 3)."""
    pixels = np.full((height, width, 3), 255, dtype=np.uint8)
    pixels[120 : height - 40 : 16, 30 : width - 30] = (250, 190, 190)
    pixels[120 : height - 40, 30 : width - 30 : 16] = (250, 190, 190)
    x = np.arange(30, width - 30)
    for row in range(4):
        beat = 30 * np.exp(-(((x % 80) - 40.0) ** 2) / 20)
        y = (190 + row * 110 - beat + 3 * np.sin(x / 9)).astype(int)
        for shift in (0, 1):
            pixels[np.clip(y + shift, 0, height - 1), x] = (30, 30, 40)
    pixels[40:56, 40:300] = 60
    return pixels


def write_page(path: Path, **size: int) -> Path:
    """Write a made-up page; the suffix says the format."""
    Image.fromarray(paper(**size)).save(path)
    return path


def write_pages(path: Path, count: int) -> Path:
    """Write a TIFF of several pages."""
    pages = [Image.fromarray(paper()) for _ in range(count)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    return path


UNREAD = Caution(
    "leads-unread",
    say("The leads that were read contradict each other."),
    say("Do not rely on the class: scan the sheet flat and whole, or set corners, scale and leads by hand."),
)


def is_picture(path: Path) -> bool:
    """Tell whether Pillow knows what a file is."""
    try:
        with Image.open(path):
            return True
    except OSError:
        return False


def read_page(ref: PageRef) -> Page:
    """Decode with Pillow; the real engine does this in its own process."""
    with Image.open(ref.path) as picture:
        count = getattr(picture, "n_frames", 1)
        picture.seek(ref.number - 1)
        pixels = np.asarray(picture.convert("RGB"))
    return Page(ref, pixels, count, sha256=f"{ref.path.stat().st_mtime_ns:064x}")


def proposed_crop(page: Page) -> Crop:
    width, height = page.size
    found = Crop(Rect(0.03 * width, 0.18 * height, 0.97 * width, 0.95 * height), origin="grid")
    name = page.ref.path.stem
    if name.startswith("turned-by-itself"):
        return replace(found, rotation_deg=180.0)
    if name.startswith("leaning-photo"):
        corners = (-20.0, 6.0), (width + 14.0, 12.0), (width - 30.0, height - 9.0), (25.0, height - 16.0)
        return replace(found, corners=corners)
    return found


def seen(page: Page, crop: Crop | None) -> NDArray[np.uint8]:
    """What the fake model would get of a crop: 224 × 224 pixels in colour."""
    x0, y0, x1, y1 = (crop or proposed_crop(page)).rect.rounded()
    part = Image.fromarray(page.pixels[y0:y1, x0:x1])
    return np.asarray(part.resize((224, 224)))


def heat_on(crop: Crop) -> NDArray[np.float32]:
    height, width = 60, 80
    y, x = np.mgrid[0:height, 0:width]
    return np.exp(-(((x - 55) / 14.0) ** 2 + ((y - 22) / 12.0) ** 2)).astype(np.float32)


def quality_for(name: str) -> Quality:
    if name.startswith("blur"):
        return Quality(Trust.AMBER, (BLURRED,), {"sharpness": 0.21})
    if name.startswith("refused"):
        return Quality(Trust.REFUSED, (NOT_AN_ECG,))
    if name.startswith("sideways"):
        return Quality(Trust.REFUSED, (sideways(to_the_left=True),))
    if name.startswith("cut"):
        return Quality(Trust.AMBER, (UPSIDE_DOWN, cut_off("right"), cut_off("bottom")))
    return Quality(Trust.GREEN, (), {"sharpness": 0.9})


def refused(request: AnalysisRequest, crop: Crop, quality: Quality) -> Analysis:
    return Analysis(
        request.page,
        Status.REFUSED,
        Stage.PAGE,
        quality.cautions[0].sentence,
        crop,
        quality,
        cautions=quality.cautions,
    )


def classified(request: AnalysisRequest, crop: Crop, quality: Quality) -> Analysis:
    unsure = request.page.path.name.startswith("unsure")
    probabilities = UNSURE if unsure else SURE
    top = max(probabilities, key=lambda c: probabilities[c])
    prediction = Prediction(
        probabilities, None if unsure else top, ("MI", "HMI") if unsure else (top,), unsure, coverage=0.9
    )
    if request.page.path.name.startswith("several"):
        limits = dict.fromkeys(probabilities, 0.4) | {"AHB": 0.27}
        prediction = Prediction(probabilities, None, (top,), False, (top,), thresholds=limits)
    if request.page.path.name.startswith("unread"):
        prediction = replace(prediction, label=None, uncertain=True, coverage=None, unread=UNREAD.problem)
        quality = Quality(Trust.AMBER, (UNREAD,))
    target = request.target or top
    explanation = None
    if request.method:
        heat = heat_on(crop) if target == top else heat_on(crop)[:, ::-1].copy()
        explanation = Explanation(request.method, "stage4", target, heat, crop.rect)
    return Analysis(
        request.page, Status.OK, Stage.CLASS, "", crop, quality, MODEL, "CPU", prediction, explanation,
        None, f"Most of the evidence for {target} lies in the upper right of the tracing.",
        quality.cautions, {"decode": 31.0, "read": 120.0, "predict": 44.0, "explain": 3.0},
    )  # fmt: skip


MEASURED = Measurements(
    81.0, 158.0, 96.0, 372.0, 431.0, "Bazett", 82.4, 74.0, 99.0, 741.0, True, 104.0, 411.0, -12.0,
    st={"I": LevelST(0.02, 3), "II": LevelST(0.05, 13), "V2": LevelST(-0.11, 3), "V3": LevelST(None, 0)},
    beats=13, beats_used={"heart_rate_bpm": 13, "pr_ms": 12, "qrs_ms": 12, "qt_ms": 12},
)  # fmt: skip
