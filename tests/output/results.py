"""Made-up analyses with every field filled, for the tests of what is written out."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from ecgdesk.core.analysis import (
    Analysis,
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
from ecgdesk.core.page import PageRef

CLASSES = {"MI": "Myocardial infarction", "HMI": "History of myocardial infarction", "N": "Normal ECG"}
BLURRED = Caution("blur", "This page is blurred.", "Scan it again.")
CROP = Crop(Rect(20, 40, 420, 240), 1.5, None, (Rect(30, 50, 90, 70),))


def page_pixels(height: int = 300, width: int = 460) -> np.ndarray:
    pixels = np.full((height, width, 3), 250, dtype=np.uint8)
    pixels[60:62] = 10
    pixels[:, 100:102] = 10
    return pixels


def heat() -> np.ndarray:
    y, x = np.mgrid[0:20, 0:40]
    return np.exp(-(((x - 30) / 5.0) ** 2 + ((y - 6) / 4.0) ** 2)).astype(np.float32)


def result(**changes: object) -> Analysis:
    full = Analysis(
        page=PageRef(Path("/patients/Jane Doe/a.png"), 2),
        status=Status.OK,
        stage=Stage.CHECKS,
        crop=CROP,
        quality=Quality(Trust.AMBER, (BLURRED,), {"sharp": 0.2}),
        model=ModelInfo("cardiac-4", "Cardiac, four classes", "ab" * 32, CLASSES),
        device="CPU",
        prediction=Prediction({"MI": 0.9, "HMI": 0.07, "N": 0.03}, "MI", ("MI",), False, coverage=0.9),
        explanation=Explanation("gradcam", "layer4", "MI", heat(), CROP.rect, 0.04, None, {"random": 0.1}),
        measurements=Measurements(heart_rate_bpm=81.04, qt_ms=372.0),
        rationale="Most of the evidence lies in the upper right.",
        cautions=(BLURRED,),
        timing_ms={"decode": 12.3456},
        file_sha256="3f2a9c1b04de" + "0" * 52,
    )  # fmt: skip
    return replace(full, **changes)


def failed() -> Analysis:
    return Analysis(PageRef(Path("/x/b.png")), Status.ERROR, Stage.PAGE, "b.png is cut short. Copy it again.")
