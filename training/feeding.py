"""The batches of an epoch: which pages, in which order, which variant of each, changed by chance."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ecgdesk.core.recipe import Recipe
from training.balance import oversampled
from training.chances import order_state, put_order_back
from training.changes import make_changes
from training.predicting import Material, standardised, to_views

Indices = NDArray[np.int64]
_DEVICE_SHARE: Final = 0.2
"""Pictures are moved to a graphics card once when they take at most this share of its free memory."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A batch: positions of pages and the variant of each (N)."""

    chosen: Indices
    variants: Indices

    def __len__(self) -> int:
        """The number of pages."""
        return len(self.chosen)

    def part(self, rows: slice | Indices) -> "Drawn":
        """Return some of its pages."""
        return Drawn(self.chosen[rows], self.variants[rows])


class Feeder:
    """Draws batches; one seeded generator decides order and variants, those of the changes all the rest."""

    def __init__(
        self,
        recipe: Recipe,
        material: Material,
        train: Indices,
        seed: int,
        device: torch.device,
        rank: int = 0,
    ) -> None:
        """`rank` sets chance changes apart where several processes share a batch."""
        self._recipe, self._material, self._train, self._device = recipe, material, train, device
        self._chance = np.random.default_rng(seed)
        self._levels = recipe.balance == "oversample"
        first = oversampled(train, material.labels, np.random.default_rng(seed)) if self._levels else train
        self.shown_labels = material.labels[first]
        self.batches = max(1, len(first) // recipe.batch)
        self.changes = make_changes(recipe, material.preprocessing, seed + rank * 1_000_003, device)
        self._order = np.array([], dtype=np.int64)
        self._there = on_device(material.pictures, device)

    def begin_epoch(self) -> None:
        """Draw a new order."""
        train = self._train
        if self._levels:
            train = oversampled(train, self._material.labels, self._chance)
        self._order = self._chance.permutation(train)

    def draw(self, number: int) -> Drawn:
        """Return batch `number` of the epoch, counted from 0."""
        size = self._recipe.batch
        chosen = self._order[number * size : (number + 1) * size]
        variants = self._material.pictures.shape[1]
        picked = (
            self._chance.integers(1, variants, len(chosen)) if variants > 1 else np.zeros(len(chosen), int)
        )
        clean = self._chance.random(len(chosen)) < self._recipe.degrade.clean_share
        return Drawn(chosen, np.where(clean, 0, picked))

    def labels(self, drawn: Drawn) -> Tensor:
        """Return the labels of a batch on the device."""
        return torch.from_numpy(self._material.labels[drawn.chosen]).to(self._device)

    def views(self, drawn: Drawn) -> Tensor:
        """Return the changed, standardised views (N, C, H, W) of a batch on the device."""
        views = self.changes(self._pictures(drawn))
        return standardised(views, self._material.preprocessing)

    def _pictures(self, drawn: Drawn) -> Tensor:
        if self._there is None:
            pairs = zip(drawn.chosen, drawn.variants, strict=True)
            return to_views(np.stack([self._material.pictures[i, k] for i, k in pairs]), self._device)
        taken = self._there[torch.from_numpy(drawn.chosen), torch.from_numpy(drawn.variants)]
        return taken.permute(0, 3, 1, 2).float().div_(255.0)

    def state(self) -> dict[str, Any]:
        """Return where it stands."""
        return {
            "chance": order_state(self._chance),
            "order": torch.from_numpy(self._order),
            "changes": [generator.get_state() for generator in self.changes.generators],
        }

    def put_back(self, state: dict[str, Any]) -> None:
        """Go on from where `state` stood."""
        put_order_back(self._chance, state["chance"])
        self._order = state["order"].numpy()
        for generator, value in zip(self.changes.generators, state["changes"], strict=True):
            generator.set_state(value)


def on_device(pictures: NDArray[np.uint8], device: torch.device) -> Tensor | None:
    """Return all pictures on a graphics card that has room for them; None elsewhere."""
    if device.type != "cuda" or pictures.nbytes > _DEVICE_SHARE * torch.cuda.mem_get_info(device)[0]:
        return None
    return torch.from_numpy(np.ascontiguousarray(pictures)).to(device)
