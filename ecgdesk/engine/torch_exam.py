"""Examines heat maps on the model that made them, beside a copy of it that has learnt nothing."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from ecgdesk.engine.stages import Poll
from ecgdesk.engine.torch_late import setting_for
from ecgdesk.engine.torch_vision import TorchVision
from ecgdesk.engine.vision import Trial

if TYPE_CHECKING:
    from torch import nn

    from ecgdesk.models.loaded import LoadedModel

KEPT_TWINS: Final = 2


@dataclass(slots=True, eq=False)
class TorchExaminer:
    """Callable: trial → figures by name; the copy without learning is made once for a model."""

    vision: TorchVision
    _twins: "OrderedDict[tuple[str, str], nn.Module]" = field(default_factory=OrderedDict)

    def __call__(self, trial: Trial, poll: Poll) -> Mapping[str, float]:
        """Return the figures; raises EcgdeskError, CancelledError among them."""
        return self.vision.with_model(trial.glance, partial(self._figures, trial=trial, poll=poll))

    def _figures(self, model: "LoadedModel", trial: Trial, poll: Poll) -> Mapping[str, float]:
        from ecgdesk.explain.exam import Exam, Examiner, Shifted, quick

        size = trial.glance.crop.shape[1], trial.glance.crop.shape[0]
        setting = setting_for(trial.terms, size, model.card.preprocessing)
        inputs = self.vision.inputs(model, trial.glance)
        shifted = tuple(
            Shifted(self.vision.inputs(model, moved), right, down, moved.traces)
            for right, down, moved in trial.shifted
        )
        poll()
        number = [item.id for item in model.card.classes].index(trial.target)
        exam = Exam(trial.glance.method or "", inputs, number, trial.heat, shifted, trial.glance.traces)
        examiner = Examiner(model.network, self._twin(model), model.architecture, model.card)
        return examiner.figures(exam, quick(setting))

    def _twin(self, model: "LoadedModel") -> "nn.Module":
        from ecgdesk.explain.randomise import randomised

        key = (model.info.sha256, str(model.device))
        if key not in self._twins:
            while len(self._twins) >= KEPT_TWINS:
                self._twins.popitem(last=False)
            page = model.card.preprocessing
            self._twins[key] = randomised(model.network, (page.channels, page.height, page.width)).to(
                model.device
            )
        self._twins.move_to_end(key)
        return self._twins[key]
