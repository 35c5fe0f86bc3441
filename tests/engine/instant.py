"""An engine without a process, for those who use engines."""

from collections.abc import Callable

import numpy as np

from ecgdesk.core.analysis import (
    Analysis,
    AnalysisRequest,
    Caution,
    Explanation,
    ModelInfo,
    Prediction,
    Quality,
    Stage,
    Status,
    Trust,
)
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.engine.protocol import (
    AnalysisAdvanced,
    EngineEvent,
    EngineOptions,
    EngineState,
    Lane,
    PageLoaded,
    RequestFailed,
    StateChanged,
)

CLASSES = {"MI": "Myocardial infarction", "N": "Normal ECG"}
SURE = Prediction({"MI": 0.9, "N": 0.1}, "MI", ("MI",), uncertain=False, coverage=0.9)
UNSURE = Prediction({"MI": 0.55, "N": 0.45}, None, ("MI", "N"), uncertain=True, coverage=0.9)
REFUSAL = Caution("not-an-ecg", "No ECG was found on this page.", "Choose another.")
CROP = Crop(Rect(10, 10, 190, 90))


class InstantEngine:
    """Answers inside the call; what happens is said by the file's name.

    `pages*` hold three pages, `bad*` fail, `late*` fail in stage 3, `refused*` are refused, `unsure*` get
    no label.
    """

    def __init__(self) -> None:
        self.asked: list[AnalysisRequest] = []
        self.emit: Callable[[EngineEvent], None] = lambda event: None

    def start(self, on_event: Callable[[EngineEvent], None]) -> None:
        self.emit = on_event
        on_event(StateChanged(EngineState.READY, "Ready.", "CPU"))

    def analyse(self, asked: AnalysisRequest, lane: Lane = Lane.INTERACTIVE) -> int:
        assert lane is Lane.BATCH
        self.asked.append(asked)
        number, name = len(self.asked), asked.page.path.name
        if name.startswith("bad"):
            self.emit(RequestFailed(number, asked.page, "unreadable", f"{name} is empty.", "Scan it again."))
            return number
        pixels = np.full((100, 200, 3), 255, np.uint8)
        page = Page(asked.page, pixels, 3 if name.startswith("pages") else 1, "sha")
        quality = Quality(Trust.REFUSED, (REFUSAL,)) if name.startswith("refused") else Quality(Trust.GREEN)
        self.emit(PageLoaded(number, page, CROP, quality))
        self.emit(AnalysisAdvanced(number, answer(asked, quality), final=not name.startswith("late")))
        if name.startswith("late"):
            self.emit(RequestFailed(number, asked.page, "x", "The checks failed."))
        return number

    def load(self, page: PageRef) -> int:
        raise NotImplementedError

    def see(self, request: AnalysisRequest) -> int:
        raise NotImplementedError

    def cancel(self, request_id: int) -> None:
        raise NotImplementedError

    def cancel_all(self) -> None:
        raise NotImplementedError

    def restart(self, options: EngineOptions) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


def answer(asked: AnalysisRequest, quality: Quality) -> Analysis:
    model = ModelInfo("m-1", "Model one", "ab" * 32, CLASSES)
    if quality.trust is Trust.REFUSED:
        return Analysis(asked.page, Status.REFUSED, Stage.PAGE, str(REFUSAL), CROP, quality, model)
    explanation = None
    if asked.method is not None:
        heat = np.linspace(0, 1, 200, dtype=np.float32).reshape(10, 20)
        explanation = Explanation(asked.method, "layer", "MI", heat, CROP.rect)
    return Analysis(
        asked.page, Status.OK, Stage.CHECKS, "", CROP, quality, model, "CPU",
        UNSURE if asked.page.path.name.startswith("unsure") else SURE, explanation, rationale="Because.",
    )  # fmt: skip
