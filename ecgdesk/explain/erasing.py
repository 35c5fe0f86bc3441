"""Deletion and insertion curves (Petsiuk et al. 2018, https://arxiv.org/abs/1806.07421) with a control.

What a map calls important is painted over with blank paper, or put onto blank paper, hottest first. Against
it stand orders drawn by lot: only what a map does better than they speaks for it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ecgdesk.explain.setting import Setting

CELLS: Final = (8, 14)
"""Rows and columns of the pieces: about 0.7 s of a quarter-page lead each."""
STEPS: Final = 7
ORDERS: Final = 3
_SEED: Final = 1806

Order = NDArray[np.int64]


Score = Callable[[Tensor], Tensor]
"""What becomes of a page: inputs (N, C, H, W) to the target's probability (N)."""


@dataclass(frozen=True, slots=True)
class Curves:
    """Areas under the curves in [0, 1]: deletion (lower is better), insertion (higher), and by lot."""

    deletion: float
    deletion_by_lot: float
    insertion: float
    insertion_by_lot: float

    @property
    def gain(self) -> float:
        """By how much the map does better than lots, the mean of both curves; 0 is no better."""
        return (self.deletion_by_lot - self.deletion + self.insertion - self.insertion_by_lot) / 2


def curves(score: Score, inputs: Tensor, heat: NDArray[np.float32], setting: Setting) -> Curves:
    """Return the curves of a heat map that covers the whole of inputs (1, C, H, W); polls between passes."""
    lots = np.random.default_rng(_SEED)
    orders = [by_heat(heat), *(lots.permutation(CELLS[0] * CELLS[1]) for _ in range(ORDERS))]
    blank = setting.paper(inputs).expand_as(inputs)
    ends = _scored(score, torch.cat([inputs, blank]), setting)
    found = [
        (_area(_walk(score, inputs, blank, order, setting), ends[0], ends[1]),
         _area(_walk(score, blank, inputs, order, setting), ends[1], ends[0]))
        for order in orders
    ]  # fmt: skip
    deleted, inserted = np.array(found).T
    return Curves(
        float(deleted[0]), float(deleted[1:].mean()), float(inserted[0]), float(inserted[1:].mean())
    )


def by_heat(heat: NDArray[np.float32]) -> Order:
    """Return the numbers of the cells, hottest first; equal ones in an order drawn by lot."""
    rows, columns = CELLS
    cells = cv2.resize(heat.astype(np.float32), (columns, rows), interpolation=cv2.INTER_AREA).ravel()
    lot = np.random.default_rng(_SEED + 1).permutation(len(cells))
    return np.asarray(lot[np.argsort(-cells[lot], kind="stable")], dtype=np.int64)


def _walk(score: Score, start: Tensor, end: Tensor, order: Order, setting: Setting) -> NDArray[np.float64]:
    pages = [torch.where(mask.to(start.device), end, start) for mask in _masks(order, start.shape[-2:])]
    return _scored(score, torch.cat(pages), setting)


def _masks(order: Order, size: tuple[int, ...]) -> Iterator[Tensor]:
    rows, columns = CELLS
    down = np.arange(size[0]) * rows // size[0]
    across = np.arange(size[1]) * columns // size[1]
    numbers = down[:, None] * columns + across[None, :]
    for step in range(1, STEPS):
        changed = order[: round(step * len(order) / STEPS)]
        yield torch.from_numpy(np.isin(numbers, changed))[None, None]


def _scored(score: Score, pages: Tensor, setting: Setting) -> NDArray[np.float64]:
    found = []
    with torch.inference_mode():
        for chunk in torch.split(pages, setting.batch):
            setting.poll()
            found.append(score(chunk).float().cpu())
    return torch.cat(found).numpy().astype(np.float64)


def _area(inner: NDArray[np.float64], first: float, last: float) -> float:
    return float((first / 2 + inner.sum() + last / 2) / STEPS)
