"""Pictures of features: pages in a plane, and pictures side by side, as PNG bytes."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from training.figures import to_png


def plane_png(plane: NDArray[np.floating], labels: Sequence[str]) -> bytes:
    """Return pages as points in a plane (N, 2), a colour a class."""
    figure = Figure(figsize=(4.6, 4.0), layout="constrained")
    axes = figure.add_subplot()
    member = np.array(labels)
    for name in sorted(set(labels)):
        own = plane[member == name]
        axes.scatter(own[:, 0], own[:, 1], s=14, label=name, alpha=0.8)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.legend(fontsize=8)
    return to_png(figure)


def sheet_png(pictures: Mapping[str, NDArray[np.uint8]]) -> bytes:
    """Return RGB pictures below each other, each under its name."""
    shape = next(iter(pictures.values())).shape
    height = 4.6 * shape[0] / shape[1] + 0.3
    figure = Figure(figsize=(4.6, height * len(pictures)), layout="constrained")
    for place, (name, picture) in enumerate(pictures.items(), 1):
        axes = figure.add_subplot(len(pictures), 1, place)
        axes.imshow(picture)
        axes.set_title(name, fontsize=9)
        axes.axis("off")
    return to_png(figure)
