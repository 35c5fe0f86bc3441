"""Models through torch: packs are loaded once, run where the device says, and explained in the same pass.

torch is imported by `prepare`, never by importing this module.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

from ecgdesk.core.analysis import DeviceChoice, Prediction
from ecgdesk.core.card import Card, Preprocessing
from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.methods import METHODS
from ecgdesk.engine.device import CPU, Place, Probe, Runner, TorchProbe, choose
from ecgdesk.engine.pages import Timing, clocked
from ecgdesk.engine.stages import Poll, Readiness, nobody_asks
from ecgdesk.engine.torch_late import LateMaps
from ecgdesk.engine.torch_sight import Floats, Pass, TorchSight
from ecgdesk.engine.vision import Glance, KnownModel
from ecgdesk.models.predict import with_novelty

if TYPE_CHECKING:
    from torch import Tensor

    from ecgdesk.models.loaded import LoadedModel

T = TypeVar("T")

KEPT_MODELS: Final = 2

FindPack = Callable[[str], Path]
"""From an id or a file name to a pack; raises ModelPackError."""
Describe = Callable[[Path], KnownModel]
"""From a pack to what it says of itself; raises ModelPackError."""
Predict = Callable[[Floats, Card], Prediction]
"""From logits (classes) to calibrated probabilities and what may be said from them."""

_FileVersion = tuple[Path, int, int]


class TorchVision:
    """Implements `engine.vision.Vision`."""

    def __init__(
        self, choice: DeviceChoice, threads: int, find: FindPack, describe: Describe, predict: Predict,
        probe: Probe | None = None,
    ) -> None:  # fmt: skip
        self._choice = choice
        self._threads = threads
        self._find = find
        self._describe = describe
        self._predict = predict
        self._probe = probe or TorchProbe()
        self._runner = Runner(CPU, _empty_cache)
        self._models: OrderedDict[tuple[_FileVersion, str], LoadedModel] = OrderedDict()
        self._known: dict[_FileVersion, KnownModel] = {}
        self._lock = threading.Lock()

    def prepare(self) -> Readiness:
        """Import torch and choose the device."""
        import torch

        import ecgdesk.explain.gradcam
        import ecgdesk.models.loaded  # noqa: F401

        # Rounded factors would save a page nothing worth having, and cost the agreement with the processor.
        torch.backends.cudnn.allow_tf32 = False
        self._runner = Runner(choose(self._choice, self._probe), _empty_cache)
        place = self._runner.place
        return Readiness(place.label, place.sentence)

    def known(self, model: str) -> KnownModel:
        """Return what a pack says of itself; read once as long as the file stays the same."""
        version = _version(self._find(model))
        with self._lock:
            if version not in self._known:
                self._known[version] = self._describe(version[0])
            return self._known[version]

    def look(self, glance: Glance, poll: Poll, timing: Timing) -> TorchSight:
        """Run the model over the crop, on the graphics card if there is one and it is not forbidden."""
        import torch

        known = self.known(glance.model)
        with clocked(timing, "preprocess"):
            inputs = torch.from_numpy(_values_of(glance, known.card.preprocessing))[None]
        poll()
        runner = Runner(CPU, _empty_cache) if glance.device is DeviceChoice.CPU else self._runner
        work = partial(self._run, glance=glance, inputs=inputs, poll=poll, timing=timing)
        result, place, cautions = runner.run(work)
        unread = glance.traces.doubt if glance.traces is not None else ""
        prediction = with_novelty(self._predict(result.logits, known.card), result.novelty, unread)
        # A later heat map may need the pass again, long after the request that is polled for here.
        again = partial(self._run, glance=glance, inputs=inputs, poll=nobody_asks, timing={})
        kept_at = self._runner if place.torch_name != CPU.torch_name else Runner(CPU, _empty_cache)
        return TorchSight(
            prediction, place, cautions, known.card, result, kept_at, again, glance.traces
        )  # fmt: skip

    def with_model(self, glance: Glance, work: "Callable[[LoadedModel], T]") -> T:
        """Do something with a glance's model where it would look; raises what the work raises."""
        runner = Runner(CPU, _empty_cache) if glance.device is DeviceChoice.CPU else self._runner
        result, _, _ = runner.run(lambda place: work(self._loaded(glance.model, place)))
        return result

    def inputs(self, model: "LoadedModel", glance: Glance) -> "Tensor":
        """Return what a model gets of a glance, (1, C, H, W) on its device."""
        import torch

        return torch.from_numpy(_values_of(glance, model.card.preprocessing))[None].to(model.device)

    def _run(self, place: Place, glance: Glance, inputs: "Tensor", poll: Poll, timing: Timing) -> Pass:
        import torch

        torch.set_num_threads(self._threads)  # holds for the calling thread, so not in `prepare`
        with clocked(timing, "model"):
            model = self._loaded(glance.model, place)
        poll()
        with clocked(timing, "forward"):
            with model.watching() as watch:
                result = _forward(model, inputs.to(model.device), glance.method)
            return replace(result, novelty=watch.novelty)

    def _loaded(self, name: str, place: Place) -> "LoadedModel":
        from ecgdesk.models.loaded import load_network

        version = _version(self._find(name))
        key = (version, place.torch_name)
        if key not in self._models:
            while len(self._models) >= KEPT_MODELS:
                self._models.popitem(last=False)
            self._models[key] = load_network(version[0], place.torch_name)
        self._models.move_to_end(key)
        return self._models[key]


def _forward(model: "LoadedModel", inputs: "Tensor", method: str | None) -> Pass:
    """Run the network once, keeping what the method needs; the class is there even when that fails."""
    from ecgdesk.explain.methods import check_method, one_pass

    entry = model.architecture
    if method is None:
        return Pass(_values(_bare(model, inputs)), entry.target_layer)
    try:
        check_method(method, entry)
        if not METHODS[method].one_pass:
            return Pass(_values(_bare(model, inputs)), "", late=LateMaps(model, inputs, method))
        maps = one_pass(method, model.network, entry).forward(inputs)
    except ExplanationError as error:
        return Pass(_values(_bare(model, inputs)), entry.target_layer, trouble=error)
    return Pass(_values(maps.logits), entry.target_layer, maps)


def _values_of(glance: Glance, settings: Preprocessing) -> Floats:
    from ecgdesk.models.preprocess import normalise, preprocess

    if glance.traces is not None:
        return normalise(glance.traces.picture, settings)
    return preprocess(glance.crop, settings)


def _bare(model: "LoadedModel", inputs: "Tensor") -> "Tensor":
    import torch

    with torch.inference_mode():
        logits: Tensor = model.network(inputs)
    return logits


def _values(logits: "Tensor") -> Floats:
    return np.asarray(logits[0].float().cpu().numpy(), dtype=np.float32)


def _version(path: Path) -> _FileVersion:
    facts = path.stat()
    return path, facts.st_mtime_ns, facts.st_size


def _empty_cache() -> None:
    import torch

    torch.cuda.empty_cache()
