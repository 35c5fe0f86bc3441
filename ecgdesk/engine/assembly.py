"""Puts the real analyst together. Imports reading at once, torch not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.geometry import Crop, Point, Rect
from ecgdesk.core.tracing import Given, PageReading
from ecgdesk.engine.analyst import PageAnalyst, Tools
from ecgdesk.engine.environment import thread_count
from ecgdesk.engine.measuring import ReadAndMeasure
from ecgdesk.engine.pages import PageDesk, Pixels, Reader
from ecgdesk.engine.protocol import EngineOptions
from ecgdesk.engine.reading_once import ReadOnce
from ecgdesk.engine.stages import Poll
from ecgdesk.engine.torch_exam import TorchExaminer
from ecgdesk.engine.torch_vision import TorchVision
from ecgdesk.engine.vision import KnownModel
from ecgdesk.explain.outside import outside_share
from ecgdesk.explain.rationale import rationale
from ecgdesk.models.library import Library
from ecgdesk.models.pack import info, read_card
from ecgdesk.models.predict import predict
from ecgdesk.reading.given import as_given
from ecgdesk.reading.load import load
from ecgdesk.reading.read_page import read_page
from ecgdesk.reading.straighten import cut
from ecgdesk.reading.watch import Watch

_NOTHING_GIVEN: Final = Given()


def page_analyst(options: EngineOptions, library: Library | None = None) -> PageAnalyst:
    """Return an analyst for these options and the models of this installation."""
    find = PackFinder(library or Library.default())
    vision = TorchVision(options.device, thread_count(options.threads), find, _describe, predict)
    once = ReadOnce(_read)
    tools = Tools(cut, rationale, _outside, ReadAndMeasure(once), trace=once, examine=TorchExaminer(vision))
    watch = Watch()
    return PageAnalyst(PageDesk(Reader(load, watch.propose_crop, watch.judge, watch.righted)), vision, tools)


class PackFinder:
    """Finds packs by id or file; a found one is not looked for again until a pack comes or goes."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: dict[tuple[object, ...], Path] = {}

    def __call__(self, model: str) -> Path:
        """Return the pack's file; raises ModelPackError."""
        state = (model, _changed(self._library.user), _changed(self._library.bundled))
        path = self._found.get(state)
        if path is None or not path.is_file():
            path = self._library.find(model).path
            self._found = {state: path}
        return path


def _changed(folder: Path) -> int:
    return folder.stat().st_mtime_ns if folder.is_dir() else 0


def _describe(pack: Path) -> KnownModel:
    card = read_card(pack)
    return KnownModel(card, info(pack, card))


def _read(pixels: Pixels, crop: Crop, poll: Poll, given: Given = _NOTHING_GIVEN) -> PageReading:
    return as_given(read_page(pixels, crop, poll, given.scale), given)


def _outside(explanation: Explanation, tracing: Rect, picture: Sequence[Point] = ()) -> float | None:
    return outside_share(explanation.heat, explanation.placement, tracing, picture)
