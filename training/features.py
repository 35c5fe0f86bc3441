"""What a network makes of pages: its features of held-out pages in the plane, by class, and where they live.

All of it is of the first fold's network and of the pages that fold held out, which the network never saw.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.metrics import silhouette_score
from torch import nn

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.fit_names import fit_names
from ecgdesk.core.methods import ACTIVATION
from ecgdesk.explain.methods import attributor
from ecgdesk.models.watch import last_linear, watched
from training.fit_store import FitStore
from training.mistake_maps import drawn, fold_network
from training.picture_sheets import plane_png, sheet_png
from training.predicting import predict, standardised, to_views
from training.splits import Split
from training.task import Task

_FEW: Final = 30
"""With fewer pages neighbourhoods in a plane say nothing."""
_PERPLEXITY: Final = 30.0
_COMPONENTS: Final = 10
_SAME: Final = 1e-9
_LOG = logging.getLogger("training")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Statistics for features.json, and pictures (PNG) by name for the report."""

    statistics: Mapping[str, Any]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def features_of(task: Task, store: FitStore, folds: Sequence[Split]) -> Features | None:
    """Return features of the first fold that is done; None where there is none, or no layer to look at.

    A run is not lost over a picture: what goes wrong is written into the log.
    """
    try:
        return _features_of(task, store, folds)
    except (EcgdeskError, OSError, RuntimeError, ValueError):
        _LOG.exception("The features could not be shown.")
        return None


def _features_of(task: Task, store: FitStore, folds: Sequence[Split]) -> Features | None:
    names = fit_names(task.recipe)
    number = next((n for n in range(len(folds)) if store.read(names[n]) is not None), None)
    if number is None or len(folds[number].held_out) < 2:
        return None
    network, pages = fold_network(task, store, names[number]), folds[number].held_out
    layer = last_linear(network)
    if layer is None:
        return None
    pictures = np.ascontiguousarray(task.material().pictures[pages, 0])
    with watched(network, layer) as seen:
        predict(network, pictures, task.preprocessing, task.device)
    values = np.concatenate(seen).astype(np.float64)
    strata = task.pages.strata[pages]
    labels = [task.pages.class_ids[at] if at < len(task.pages.class_ids) else "none" for at in strata]
    found, explained = planes(values)
    statistics = {
        "fit": names[number], "layer": layer, "pages": len(pages), "dimension": values.shape[1],
        "explained_variance": explained, **class_statistics(values, labels),
    }  # fmt: skip
    shown = {f"features, {name}": plane_png(plane, labels) for name, plane in found.items()}
    try:
        if activation := _activations(task, network, pictures, labels):
            shown["activation maps"] = activation
    except EcgdeskError as error:  # a network without the layer that its kind is explained by
        _LOG.warning("There are no activation maps: %s", error)
    return Features(statistics, shown)


def class_statistics(values: Floats, labels: Sequence[str]) -> dict[str, Any]:
    """Return how features (N, D) lie by class: lengths, spread around the class's mean, the nearest class."""
    names = sorted(set(labels))
    member = np.array(labels)
    means = {name: values[member == name].mean(0) for name in names}
    rows = {}
    for name in names:
        own = values[member == name]
        far = {other: float(np.linalg.norm(means[name] - means[other])) for other in names if other != name}
        nearest = min(far, key=lambda other: far[other]) if far else ""
        rows[name] = {
            "pages": len(own),
            "mean_length": float(np.linalg.norm(own, axis=1).mean()),
            "spread": float(np.linalg.norm(own - means[name], axis=1).mean()),
            "nearest_class": nearest,
            "distance_to_nearest_class": far.get(nearest, 0.0),
        }
    parted = 1 < len(names) < len(labels)
    return {"classes": rows, "silhouette": float(silhouette_score(values, labels)) if parted else None}


def planes(values: Floats) -> tuple[dict[str, Floats], list[float]]:
    """Return the pages in the plane (N, 2) by principal components and, of enough pages, by t-SNE.

    Nothing where features do not differ or are no numbers.
    """
    if not np.isfinite(values).all() or float(values.std(axis=0).max()) <= _SAME:
        return {}, []  # a network that answers all pages alike; t-SNE would end the process
    count = min(_COMPONENTS, *values.shape)
    reduced = PCA(count, svd_solver="full")
    scores = reduced.fit_transform(values)
    found = {"principal components": scores[:, :2]}
    if len(values) >= _FEW and count > 1:
        perplexity = min(_PERPLEXITY, (len(values) - 1) / 3)
        found["t-SNE"] = TSNE(perplexity=perplexity, init="pca", random_state=0).fit_transform(scores)
    return {
        name: p for name, p in found.items() if p.shape[1] > 1
    }, reduced.explained_variance_ratio_.tolist()


def _activations(task: Task, network: nn.Module, pictures: NDArray[np.uint8], labels: Sequence[str]) -> bytes:
    """Return a sheet with one page a class, and how active the explained layer is where; empty for none."""
    if ACTIVATION not in task.architecture.methods:
        return b""
    member, shown = np.array(labels), {}
    for name in sorted(set(labels)):
        seen = pictures[int(np.flatnonzero(member == name)[0])]
        views = standardised(to_views(seen[None], task.device), task.preprocessing)
        grid: torch.Tensor = attributor(ACTIVATION, network, task.architecture).attribute(views, 0)[0]
        heat = np.maximum(np.asarray(grid.detach().float().cpu().numpy(), dtype=np.float32), 0)
        shown[name] = drawn(seen, heat, task.preprocessing, task.shape)
    return sheet_png(shown)
