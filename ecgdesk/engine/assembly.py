"""Puts the real analyst together. Imports reading at once, torch not at all."""

from pathlib import Path

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.geometry import Rect
from ecgdesk.engine.analyst import PageAnalyst, Tools
from ecgdesk.engine.environment import thread_count
from ecgdesk.engine.pages import PageDesk, Reader
from ecgdesk.engine.protocol import EngineOptions
from ecgdesk.engine.torch_exam import TorchExaminer
from ecgdesk.engine.torch_vision import TorchVision
from ecgdesk.engine.vision import KnownModel
from ecgdesk.explain.outside import outside_share
from ecgdesk.explain.rationale import rationale
from ecgdesk.models.library import Library
from ecgdesk.models.pack import info, read_card
from ecgdesk.models.predict import predict
from ecgdesk.reading.load import load
from ecgdesk.reading.straighten import cut
from ecgdesk.reading.watch import Watch


def page_analyst(options: EngineOptions, library: Library | None = None) -> PageAnalyst:
    """Return an analyst for these options and the models of this installation."""
    find = PackFinder(library or Library.default())
    vision = TorchVision(options.device, thread_count(options.threads), find, _describe, predict)
    tools = Tools(cut, rationale, _outside, examine=TorchExaminer(vision))
    watch = Watch()
    return PageAnalyst(PageDesk(Reader(load, watch.propose_crop, watch.judge)), vision, tools)


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


def _outside(explanation: Explanation, tracing: Rect) -> float | None:
    return outside_share(explanation.heat, explanation.placement, tracing)
