"""Which pages are unlike the training pages: a cloud of their features, and a limit from held-out pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.stats import binomtest
from sklearn.covariance import ledoit_wolf_shrinkage
from torch import nn

from ecgdesk.core.card import Card, Figure, Novelty, Preprocessing
from ecgdesk.core.recipe import Recipe
from ecgdesk.models.architectures import architecture
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.loaded import for_inference
from ecgdesk.models.networks.build import build
from ecgdesk.models.novelty import Cloud
from ecgdesk.models.watch import last_linear, watched
from training.data import PageSet
from training.fit_store import FitStore
from training.fitting import Weights
from training.material import Shifted, load_material, load_shifted
from training.packing import packed_options
from training.predicting import predict
from training.splits import Split

_FIGURE: Final = "Called unlike the training pages"
FLAGGED_SHARE: Final = 0.02
"""The share of pages like the training pages that may be called unlike them."""
VIEWS: Final = 3
"""How many views of a training page are in the cloud: the clean one, then worsened ones. With clean ones
alone a third of held-out pages was called unlike once they were 20 % brighter."""

Floats = NDArray[np.float64]
Pictures = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """What a pack gets: the card's part, its figures, and the cloud of the network's training pages."""

    novelty: Novelty
    figures: tuple[Figure, ...]
    cloud: Cloud

    def on(self, card: Card) -> Card:
        """Return the card with this description in place of any other."""
        others = tuple(figure for figure in card.figures if not figure.name.startswith(_FIGURE))
        return card.model_copy(update={"novelty": self.novelty, "figures": (*others, *self.figures)})


@dataclass(frozen=True, slots=True, eq=False)
class HeldOutDistances:
    """Distances of held-out pages, each by the fold's own cloud; `shifted` by name, with their folds."""

    pages: Floats
    folds: NDArray[np.int64]
    shifted: Mapping[str, tuple[Floats, NDArray[np.int64]]]

    def limit(self, without: int | None = None) -> float:
        """Return the limit that lets all but `FLAGGED_SHARE` of the pages pass, of all other folds."""
        kept = self.pages if without is None else self.pages[self.folds != without]
        return float(np.quantile(kept, 1 - FLAGGED_SHARE))

    def flagged(self, distances: Floats, folds: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which pages are over the limit that the other folds give."""
        limits = {fold: self.limit(int(fold)) for fold in np.unique(folds)}
        return distances > np.array([limits[fold] for fold in folds])


def fit_cloud(features: NDArray[np.floating]) -> Cloud:
    """Return the Gaussian of features (N, D) with Ledoit and Wolf's shrunk covariance, floats of 64 bits."""
    values = np.asarray(features, dtype=np.float64)
    centre = values.mean(0)
    shrinkage = max(float(ledoit_wolf_shrinkage(values)), 1e-6)
    _, singular, axes = np.linalg.svd(values - centre, full_matrices=False)
    spread = singular**2 / len(values)
    rest = shrinkage * spread.sum() / values.shape[1]
    kept = spread > spread.max(initial=0.0) * 1e-12
    variances = (1 - shrinkage) * spread[kept] + rest
    return Cloud(centre, axes[kept], variances, np.array([rest]))


class Describer:
    """Describes the training pages of a finished run, from the weights its fits left.

    `pictures` (pages, H, W, C) are the clean ones.
    """

    def __init__(
        self, recipe: Recipe, pages: PageSet, preprocessing: Preprocessing, store: FitStore, cache: Path,
        data_root: Path, device: torch.device,
    ) -> None:  # fmt: skip
        self._recipe, self._pages, self._preprocessing = recipe, pages, preprocessing
        self._store, self._device = store, device
        self._architecture = architecture(recipe.model.architecture)
        self._views = load_material(pages, recipe, preprocessing, cache).pictures[:, :VIEWS]
        self.pictures = self._views[:, 0]
        self._shifted = (
            load_shifted(pages, recipe, preprocessing, cache, data_root) if recipe.shift_pages else None
        )

    def describe(self, weights: Weights, folds: Sequence[Split]) -> Described | None:
        """Return the description for a network with these weights; None when it has no layer to compare."""
        network = self._network(weights)
        layer = comparable_layer(network, self._architecture)
        if layer is None:
            return None
        cloud = self._cloud(network, layer, np.arange(len(self._views)))
        held_out = self.held_out(layer, folds)
        novelty = Novelty(
            layer=layer, places=self._places(layer), threshold=held_out.limit(),
            protocol=_protocol(self._recipe, held_out),
        )  # fmt: skip
        return Described(novelty, tuple(figures(held_out)), cloud)

    def held_out(self, layer: str, folds: Sequence[Split]) -> HeldOutDistances:
        """Return the distances of every fold's held-out pages, by the fold's network and training pages."""
        pages, of_fold = np.zeros(len(self.pictures)), np.full(len(self.pictures), -1)
        shifted: dict[str, list[tuple[Floats, NDArray[np.int64]]]] = {}
        for number, split in enumerate(folds):
            measure = self.fold_measure(number, layer, split)
            pages[split.held_out], of_fold[split.held_out] = measure(self.pictures[split.held_out]), number
            for name, pictures in _present(self._shifted, split.held_out):
                shifted.setdefault(name, []).append((measure(pictures), np.full(len(pictures), number)))
        seen = of_fold >= 0
        return HeldOutDistances(pages[seen], of_fold[seen], {k: _joined(v) for k, v in shifted.items()})

    def fold_measure(self, number: int, layer: str, split: Split) -> Callable[[Pictures], Floats]:
        """Return how far pictures (N, H, W, C) lie from a fold's training pages, in its own network."""
        network = self._network(self._store.weights(f"fold {number + 1}"))
        cloud = self._cloud(network, layer, split.train)
        return lambda pictures: cloud.distance(self._features(network, layer, pictures))

    def _cloud(self, network: nn.Module, layer: str, positions: NDArray[np.int64]) -> Cloud:
        views = self._views[positions]
        return fit_cloud(self._features(network, layer, views.reshape(-1, *views.shape[2:])))

    def _features(self, network: nn.Module, layer: str, pictures: Pictures) -> NDArray[np.float32]:
        with watched(network, layer, self._places(layer)) as seen:
            predict(network, np.ascontiguousarray(pictures), self._preprocessing, self._device)
        return np.concatenate(seen)

    def _places(self, layer: str) -> bool:
        return self._architecture.early_places and layer == self._architecture.early_layer

    def _network(self, weights: Weights) -> nn.Module:
        network = build(
            self._architecture, len(self._pages.classes),
            packed_options(self._architecture, self._recipe.model.options), self._preprocessing,
            self._pages.class_ids,
        )  # fmt: skip
        network.load_state_dict(weights)
        return for_inference(network).to(self._device)


def comparable_layer(network: nn.Module, entry: Architecture) -> str | None:
    """Return the layer whose features are compared: the entry's early one if the network has it."""
    names = dict(network.named_modules())
    return entry.early_layer if entry.early_layer and entry.early_layer in names else last_linear(network)


def figures(held_out: HeldOutDistances) -> list[Figure]:
    """Return how often held-out pages are called unlike the training pages, with Wilson intervals."""
    how = (
        "Held-out pages of the cross-validation, measured in the fold's own network against the fold's own "
        "training pages, with a limit from the other folds"
    )
    rows = {"held-out pages": (held_out.flagged(held_out.pages, held_out.folds), f"{how}.")}
    for name, (distances, folds) in held_out.shifted.items():
        rows[f"held-out pages, {name}"] = (
            held_out.flagged(distances, folds),
            f"{how}; changed before cropping.",
        )
    return [_flag_rate(name, flags, protocol) for name, (flags, protocol) in rows.items()]


def _flag_rate(name: str, flags: NDArray[np.bool_], protocol: str) -> Figure:
    interval = binomtest(int(flags.sum()), len(flags)).proportion_ci(method="wilson")
    return Figure(
        name=f"{_FIGURE}: {name}", value=float(flags.mean()),
        low=float(interval.low), high=float(interval.high), n=len(flags),
        protocol=f"{protocol} 95 % Wilson interval.",
    )  # fmt: skip


def _protocol(recipe: Recipe, held_out: HeldOutDistances) -> str:
    return (
        "Mahalanobis distance to one Gaussian of the training pages, clean and worsened, covariance shrunk "
        f"by Ledoit and Wolf. The limit lets {1 - FLAGGED_SHARE:.0%} of {len(held_out.pages)} held-out "
        "pages pass, each "
        f"measured in the network of its fold ({recipe.split.folds} folds); the weights in this pack saw all "
        "pages, so their own rate on new pages like these could not be measured."
    )


def _present(shifted: Shifted | None, held_out: NDArray[np.int64]) -> list[tuple[str, Pictures]]:
    if shifted is None:
        return []
    rows = []
    for index, name in enumerate(shifted.names):
        there = held_out[shifted.present[held_out, index]]
        if len(there):
            rows.append((name, shifted.pictures[there, index]))
    return rows


def _joined(parts: Sequence[tuple[Floats, NDArray[np.int64]]]) -> tuple[Floats, NDArray[np.int64]]:
    return np.concatenate([d for d, _ in parts]), np.concatenate([f for _, f in parts])
