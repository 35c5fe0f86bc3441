"""Analysts without models, for tests of the process: what a page does is said by its file's name.

`slow*` works until it is cancelled; `long*` for some seconds; `deaf*` never polls; `hang*` is never decoded;
`kill*` ends the process; `once*` ends it the first time only; `broken*` cannot be read; `bug*` raises what
nobody foresaw; `shout*` writes to stdout.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Generator
from pathlib import Path

import numpy as np

from ecgdesk.core.analysis import (
    Analysis,
    AnalysisRequest,
    Explanation,
    Prediction,
    Quality,
    Stage,
    Status,
    Trust,
)
from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.engine.messages import WorkerSettings
from ecgdesk.engine.stages import Advance, PageStage, Picture, Poll, Readiness, Step

SIZE = (400, 300)


def pixels_of(page: PageRef) -> np.ndarray:
    """What the fake decodes: told apart by page number."""
    width, height = SIZE
    return np.full((height, width, 3), page.number % 256, dtype=np.uint8)


class FakeAnalyst:
    """Answers at once, unless the file's name says otherwise."""

    def __init__(self, warm_s: float = 0.0, readiness: Readiness | None = None) -> None:
        self.warm_s = warm_s
        self.readiness = readiness or Readiness("CPU")

    def warm_up(self) -> Readiness:
        time.sleep(self.warm_s)
        return self.readiness

    def load(self, page: PageRef, model: str | None, poll: Poll) -> PageStage:
        name = page.path.name
        if name.startswith("broken"):
            raise UnreadableFileError(f"{name} is cut short.", "Copy it again.")
        if name.startswith("hang"):
            threading.Event().wait()
        if name.startswith("segfault"):
            os.kill(os.getpid(), signal.SIGSEGV)
        crop = Crop(Rect(0, 0, *SIZE), origin="frame")
        return PageStage(Page(page, pixels_of(page), 1, f"sha of {page}"), crop, Quality(Trust.GREEN))

    def see(self, request: AnalysisRequest, poll: Poll) -> Picture:
        stage = self.load(request.page, request.model, poll)
        behave(request.page.path, poll)
        return Picture(stage.page.pixels[::10, ::10, :1])

    def stages(self, request: AnalysisRequest, poll: Poll) -> Generator[Step]:
        stage = self.load(request.page, request.model, poll)
        yield stage
        behave(request.page.path, poll)
        analysis = answer(request, stage)
        yield Advance(analysis, final=request.until is Stage.CLASS)
        if request.until is Stage.CHECKS:
            yield Advance(analysis, final=True)


def behave(path: Path, poll: Poll) -> None:
    """Do what the file's name says."""
    name = path.name
    if name.startswith("slow"):
        while True:
            poll()
            time.sleep(0.005)
    if name.startswith("long"):
        for _ in range(40):
            poll()
            time.sleep(0.1)
    if name.startswith("deaf"):
        if path.parent.is_dir():
            path.with_suffix(".began").touch()
        threading.Event().wait()
    if name.startswith("pause"):
        time.sleep(0.3)
    if name.startswith("kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("once") and not path.with_suffix(".died").exists():
        path.with_suffix(".died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("bug"):
        raise ZeroDivisionError(f"a message that names {path}")
    if name.startswith("shout"):
        print("noise")  # noqa: T201
        sys.stdout.flush()
        os.write(1, b"noise from C\n")
        os.write(2, b"noise from C\n")


def answer(request: AnalysisRequest, stage: PageStage) -> Analysis:
    heat = np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4) + np.float32(request.page.number)
    return Analysis(
        request.page,
        Status.OK,
        Stage.CLASS,
        crop=stage.crop,
        quality=stage.quality,
        prediction=Prediction({"a": 0.75, "b": 0.25}, "a", ("a",), uncertain=False),
        explanation=Explanation("gradcam", "layer", "a", heat, stage.crop.rect),
    )


def fake_analyst(settings: WorkerSettings) -> FakeAnalyst:
    return FakeAnalyst()


def slowly_ready_analyst(settings: WorkerSettings) -> FakeAnalyst:
    return FakeAnalyst(warm_s=1.5)


def unusable_analyst(settings: WorkerSettings) -> FakeAnalyst:
    return FakeAnalyst(readiness=Readiness("", "Models cannot run here.", usable=False))


def stillborn_analyst(settings: WorkerSettings) -> FakeAnalyst:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")
