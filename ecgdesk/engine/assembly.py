"""Puts the real analyst together. Imports reading at once, torch not at all."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from ecgdesk.core.analysis import Explanation, Prediction
from ecgdesk.core.card import Card
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
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from ecgdesk.reading.quality import judge
from ecgdesk.reading.straighten import cut

_STRIDE: Final = 8
_SMOOTH_PX: Final = 512


def page_analyst(options: EngineOptions, library: Library | None = None) -> PageAnalyst:
    """Return an analyst for these options and the models of this installation."""
    find = PackFinder(library or Library.default())
    vision = TorchVision(options.device, thread_count(options.threads), find, _describe, predict)
    tools = Tools(cut, _say, _outside, examine=TorchExaminer(vision))
    return PageAnalyst(PageDesk(Reader(load, propose_crop, judge)), vision, tools)


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


def _say(card: Card, prediction: Prediction, explanation: Explanation | None, track_record: bool) -> str:
    """Return the rationale, for which every eighth pixel of a smooth map says as much as all of them."""
    if explanation is not None and min(explanation.heat.shape) >= _SMOOTH_PX:
        explanation = replace(explanation, heat=explanation.heat[::_STRIDE, ::_STRIDE])
    return rationale(card, prediction, explanation, track_record=track_record)


def _outside(explanation: Explanation, tracing: Rect) -> float | None:
    return outside_share(explanation.heat, explanation.placement, tracing)
