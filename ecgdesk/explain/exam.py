"""A heat map put to the test on the network that made it: each figure is a reason to believe it or not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ecgdesk.core.card import Card, Preprocessing
from ecgdesk.explain.erasing import curves
from ecgdesk.explain.heatmap import on_crop
from ecgdesk.explain.methods import attributor
from ecgdesk.explain.readable import for_people
from ecgdesk.explain.setting import Setting
from ecgdesk.explain.similarity import aligned, rank_correlation, shrunk, structural_similarity
from ecgdesk.explain.trace_heat import on_traces
from ecgdesk.models.preprocess import placement
from ecgdesk.models.trace_picture import TracePicture

if TYPE_CHECKING:
    from ecgdesk.models.catalog import Architecture

COMPARED_PX: Final = 200
"""Maps are compared at this width: one per cent of the crop is two pixels of it."""

Map = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Shifted:
    """The inputs (1, C, H, W) of a crop that was moved by shares of its own width and height."""

    inputs: Tensor
    right: float
    down: float
    traces: TracePicture | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Exam:
    """What is examined: inputs (1, C, H, W), the target's number, and the heat map over the crop."""

    method: str
    inputs: Tensor
    target: int
    heat: Map
    shifted: tuple[Shifted, ...] = ()
    traces: TracePicture | None = None


class Examiner:
    """Examines maps of one network; `twin` is the network with weights drawn by lot."""

    def __init__(self, network: nn.Module, twin: nn.Module, entry: "Architecture", card: Card) -> None:
        self._network, self._twin, self._entry, self._card = network, twin, entry, card

    def figures(self, exam: Exam, setting: Setting) -> Mapping[str, float]:
        """Return the figures by name; raises ExplanationError, or CancelledError from the setting's poll.

        `randomised_correlation` and `randomised_ssim`: likeness to the map of the twin. `jitter_correlation`:
        the mean likeness to the maps of the shifted crops, `jitter_probability` how far they moved the
        target's probability at most. `deletion_auc`, `insertion_auc` and the same `_by_lot`; `erasing_gain`.
        """
        small = shrunk(exam.heat, COMPARED_PX)
        return {
            **self._against_twin(exam, small, setting),
            **self._against_shifts(exam, small, setting),
            **self._by_erasing(exam, setting),
        }

    def _against_twin(self, exam: Exam, small: Map, setting: Setting) -> Mapping[str, float]:
        other = self._map(self._twin, exam, exam.inputs, exam.traces, small.shape, setting)
        return {
            "randomised_correlation": rank_correlation(small, other),
            "randomised_ssim": structural_similarity(small, other),
        }

    def _against_shifts(self, exam: Exam, small: Map, setting: Setting) -> Mapping[str, float]:
        score = self._score(exam.target)
        if not exam.shifted:
            return {}
        base = float(_without_gradient(score, exam.inputs))
        likeness, moved = [], []
        for shift in exam.shifted:
            other = self._map(self._network, exam, shift.inputs, shift.traces, small.shape, setting)
            right, down = round(shift.right * small.shape[1]), round(shift.down * small.shape[0])
            likeness.append(rank_correlation(*aligned(small, other, right, down)))
            moved.append(abs(float(_without_gradient(score, shift.inputs)) - base))
        return {"jitter_correlation": float(np.mean(likeness)), "jitter_probability": max(moved)}

    def _by_erasing(self, exam: Exam, setting: Setting) -> Mapping[str, float]:
        whole = on_input(exam.heat, self._card.preprocessing, exam.traces)
        found = curves(self._score(exam.target), exam.inputs, whole, setting)
        return {
            "deletion_auc": found.deletion, "deletion_auc_by_lot": found.deletion_by_lot,
            "insertion_auc": found.insertion, "insertion_auc_by_lot": found.insertion_by_lot,
            "erasing_gain": found.gain,
        }  # fmt: skip

    def _map(
        self, network: nn.Module, exam: Exam, inputs: Tensor, traces: TracePicture | None,
        shape: tuple[int, ...], setting: Setting,
    ) -> Map:  # fmt: skip
        setting.poll()
        grid = attributor(exam.method, network, self._entry, setting).attribute(inputs, exam.target)[0]
        values = grid.detach().float().cpu().numpy()
        values = for_people(values, exam.method, self._card.preprocessing)
        return on_crop(values, (shape[1], shape[0]), self._card.preprocessing, traces)

    def _score(self, target: int) -> Callable[[Tensor], Tensor]:
        def probability(inputs: Tensor) -> Tensor:
            logits = self._network(inputs) / self._card.calibration.temperature
            shares = logits.sigmoid() if self._card.multi_label else logits.softmax(dim=1)
            return cast(Tensor, shares[:, target])

        return probability


def on_input(heat: Map, settings: Preprocessing, traces: TracePicture | None = None) -> Map:
    """Return a heat map over the crop as one over the network's whole input, cold in the padding."""
    if traces is not None:
        return on_traces(heat, traces)
    canvas = np.zeros((settings.height, settings.width), dtype=np.float32)
    left, top, width, height = placement((heat.shape[1], heat.shape[0]), settings)
    canvas[top : top + height, left : left + width] = cv2.resize(
        heat, (width, height), interpolation=cv2.INTER_AREA
    )
    return canvas


def quick(setting: Setting) -> Setting:
    """Return a setting for exams, where a rougher map does: half the steps."""
    return replace(setting, steps=max(4, setting.steps // 2))


def _without_gradient(score: Callable[[Tensor], Tensor], inputs: Tensor) -> Tensor:
    with torch.inference_mode():
        return score(inputs)
