"""Class and heat map on the page, from request to result, beside decoding and a bare forward pass.

`python -m benchmarks.engine [--rounds N] [--threads N]`. Both sides use the same number of threads and
take turns; each round gets a page that the engine has not seen. The engine runs in its own process: what
is measured is what a window waits for, pixels and heat map through shared memory included.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from ecgdesk.core.analysis import AnalysisRequest, DeviceChoice, Stage
from ecgdesk.core.page import PageRef
from ecgdesk.engine.client import EngineClient
from ecgdesk.engine.environment import thread_count
from ecgdesk.engine.protocol import AnalysisAdvanced, EngineEvent, EngineOptions, PageLoaded, StateChanged
from ecgdesk.models.library import Library

TARGET = 1.5
STAGE_2 = "stage 2 (class and heat map)"
ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("ECGDESK_DATA", ROOT.parent / "shared" / "data")) / "ecg-cardiac" / "full"
MODEL = "cardiac-4"
WARM_UP_ROUNDS = 3


def main() -> int:
    """Print medians and their ratio; exit status 1 when it is over the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=24)
    parser.add_argument("--threads", type=int, default=0, help="0: what the engine takes by default")
    options = parser.parse_args()
    threads = thread_count(options.threads)
    pages = _pages()
    pack = Library.default().find(MODEL)
    print(f"model {pack.card.id}, {threads} thread(s), {len(pages)} pages of {_megapixels(pages[0]):.1f} MP")
    bare = Bare(pack.path, threads)
    with tempfile.TemporaryDirectory() as scratch:
        engine = MeasuredEngine(str(pack.path), threads, Path(scratch))
        try:
            samples = [_round(engine, bare, pages, n) for n in range(WARM_UP_ROUNDS + options.rounds)]
        finally:
            engine.close()
    return _report(samples[WARM_UP_ROUNDS:], engine.steps[WARM_UP_ROUNDS:])


class Bare:
    """What a plain script does: decode the file, and run the network once on a ready input."""

    def __init__(self, pack: Path, threads: int) -> None:
        import torch

        from ecgdesk.models.loaded import load_network

        torch.set_num_threads(threads)
        cv2.setNumThreads(threads)
        self._torch, self._model = torch, load_network(pack)
        page = self._model.card.preprocessing
        self._input = torch.rand(1, page.channels, page.height, page.width)

    def pillow(self, path: Path) -> object:
        """Decode with Pillow, which raises on a file that is cut short."""
        with Image.open(path) as image:
            return np.asarray(image.convert("RGB"))

    def opencv(self, path: Path) -> object:
        """Decode with OpenCV, which gives half a page instead."""
        return cv2.imread(str(path))

    def forward(self) -> object:
        """Run the network once."""
        with self._torch.inference_mode():
            return self._model.network(self._input)


class MeasuredEngine:
    """An engine that says how long stages 1 and 2 took to arrive."""

    def __init__(self, model: str, threads: int, scratch: Path) -> None:
        self.steps: list[dict[str, float]] = []
        self._model, self._scratch = model, scratch
        self._arrived = threading.Event()
        self._page_ms = self._class_ms = self._asked_at = 0.0
        self._client = EngineClient(EngineOptions(DeviceChoice.CPU, threads))
        self._client.start(self._on_event)

    def fresh_page(self, path: Path, number: int) -> tuple[float, float]:
        """Return the milliseconds to the page and to its class and heat map, for a page never seen."""
        fresh = self._scratch / f"{number}{path.suffix}"
        shutil.copyfile(path, fresh)
        self._ask(AnalysisRequest(PageRef(fresh), self._model, until=Stage.CLASS))
        self.steps.append(self._timing)
        return self._page_ms, self._class_ms

    def moved_crop(self) -> float:
        """Return the milliseconds to class and heat map after the crop of the same page was nudged."""
        crop = self._crop.with_rect(self._crop.rect.moved(2, -1))
        self._ask(AnalysisRequest(self._page.ref, self._model, crop, until=Stage.CLASS))
        return self._class_ms

    def _ask(self, request: AnalysisRequest) -> None:
        self._arrived.clear()
        self._asked_at = time.perf_counter()
        self._client.analyse(request)
        if not self._arrived.wait(120):
            raise SystemExit("the engine did not answer")

    def close(self) -> None:
        """End the engine."""
        self._client.close()

    def _on_event(self, event: EngineEvent) -> None:
        taken = (time.perf_counter() - self._asked_at) * 1000
        if isinstance(event, PageLoaded):
            self._page_ms, self._page, self._crop = taken, event.page, event.crop
        elif isinstance(event, AnalysisAdvanced):
            self._class_ms = taken
            self._timing = dict(event.analysis.timing_ms)
            self._arrived.set()
        elif not isinstance(event, StateChanged):
            raise SystemExit(f"the engine failed: {event}")


def _round(engine: MeasuredEngine, bare: Bare, pages: list[Path], number: int) -> dict[str, float]:
    path = pages[number % len(pages)]
    sample = {
        "decode (Pillow)": _milliseconds(lambda: bare.pillow(path)),
        "decode (OpenCV)": _milliseconds(lambda: bare.opencv(path)),
        "bare forward": _milliseconds(bare.forward),
    }
    sample["stage 1 (page)"], sample[STAGE_2] = engine.fresh_page(path, number)
    sample["stage 2 after a nudge of the crop"] = engine.moved_crop()
    return sample


def _report(samples: list[dict[str, float]], steps: list[dict[str, float]]) -> int:
    medians = {name: statistics.median(s[name] for s in samples) for name in samples[0]}
    for name, value in medians.items():
        print(f"{name:<34} {value:8.1f} ms")
    inside = {name: statistics.median(s.get(name, 0.0) for s in steps) for name in steps[-1]}
    print("inside the engine: " + ", ".join(f"{name} {value:.1f}" for name, value in inside.items()))
    worst = 0.0
    for decoder in ("Pillow", "OpenCV"):
        ratio = medians[STAGE_2] / (medians[f"decode ({decoder})"] + medians["bare forward"])
        print(f"stage 2 / (decode with {decoder} + bare forward): {ratio:.2f}")
        worst = worst or ratio
    print(f"target with the strict decoder: at most {TARGET}: {'met' if worst <= TARGET else 'missed'}")
    return 0 if worst <= TARGET else 1


def _milliseconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000


def _pages() -> list[Path]:
    """Return the real full-size pages where they are, else the bundled samples in 3.5 megapixels."""
    real = sorted(DATA.glob("*.jpg"))
    return real or sorted((ROOT / "resources" / "samples").glob("*.jpg"))


def _megapixels(path: Path) -> float:
    with Image.open(path) as image:
        return image.width * image.height / 1e6


if __name__ == "__main__":
    raise SystemExit(main())
