"""A thousand analyses in a row, with the bundled model and real pages where they are: memory stays flat."""

import gc
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from ecgdesk.core.analysis import AnalysisRequest, DeviceChoice
from ecgdesk.core.page import PageRef
from ecgdesk.engine.client import EngineClient
from ecgdesk.engine.protocol import EngineOptions, Lane
from tests.engine.listener import Listener

MIB = 1024**2
ANALYSES, SETTLED = 1000, 100
TOLERANCE = 0.05


class Memory:
    """Memory that this process and the engine's hold alone.

    The shared segments that carry pages are left out: they are reused, at most `MAX_OPEN` of them, and when a
    further one is needed depends on chance.
    """

    def __init__(self) -> None:
        self._client = psutil.Process()
        (self._engine,) = [p for p in self._client.children() if "spawn_main" in " ".join(p.cmdline())]

    def read(self) -> tuple[float, float]:
        gc.collect()
        return self._client.memory_full_info().uss / MIB, self._engine.memory_full_info().uss / MIB


@pytest.fixture
def pages(tmp_path: Path, request: pytest.FixtureRequest, samples_folder: Path) -> Iterator[list[Path]]:
    try:
        folder = request.getfixturevalue("data_folder") / "ecg-cardiac" / "full"
    except pytest.skip.Exception:
        folder = samples_folder
    sources = sorted(folder.glob("*.jpg"))
    yield [Path(shutil.copy(source, tmp_path)) for source in sources]


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_thousand_analyses_leave_memory_flat(pages: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    model = "cardiac-4"
    client, seen = EngineClient(EngineOptions(DeviceChoice.CPU)), Listener()
    client.start(seen)
    readings: dict[int, tuple[float, float]] = {}
    began = time.monotonic()
    try:
        for number in range(1, ANALYSES + 1):
            page = pages[number % len(pages)]
            page.touch()  # another version of the file: it is decoded again
            lane = Lane.BATCH if number % 2 else Lane.INTERACTIVE
            final = seen.final(client.analyse(AnalysisRequest(PageRef(page), model), lane))
            assert final.analysis.prediction is not None
            assert final.analysis.explanation is not None
            seen.events.clear()
            del final
            if number % SETTLED == 0:
                readings[number] = Memory().read()
    finally:
        client.close()
    with capsys.disabled():
        print(f"\n{ANALYSES} analyses in {time.monotonic() - began:.0f} s; unshared MiB (client, engine):")  # noqa: T201
        for number, (own, engine) in readings.items():
            print(f"  after {number:4}: {own:7.1f} {engine:7.1f}")  # noqa: T201
    for first, last in zip(readings[SETTLED], readings[ANALYSES], strict=True):
        assert last <= first * (1 + TOLERANCE)
