"""What a card's page shows as pictures: ROC curves and mean maps, as PNG bytes."""

from collections.abc import Sequence

import numpy as np
from matplotlib.figure import Figure

from ecgdesk.core.card import Card
from ecgdesk.core.card_charts import MeanMaps, RocCurve
from ecgdesk.core.mean_map_picture import mean_map_picture
from training.figures import to_png

_MAP_PX = 420


def card_pictures(card: Card) -> dict[str, bytes]:
    """Return the pictures a card can show, by name."""
    found = {}
    if card.roc:
        found["ROC of each class on held-out pages"] = roc_png(card.roc)
    if card.mean_maps is not None:
        found["where the network looked on held-out pages, on average"] = mean_maps_png(
            card.mean_maps, several=card.multi_label
        )
    return found


def roc_png(curves: Sequence[RocCurve]) -> bytes:
    """Return the ROC curve of each class, with its area in the legend."""
    figure = Figure(figsize=(4.6, 4.2), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    for curve in curves:
        across, up = zip(*curve.points, strict=True)
        axes.plot(across, up, linewidth=1.4, label=f"{curve.name} {curve.auroc:.3f}, {curve.pages} pages")
    axes.set(xlim=(0, 1), ylim=(0, 1.02), xlabel="1 - specificity", ylabel="sensitivity")
    axes.legend(loc="lower right", fontsize=8)
    return to_png(figure)


def mean_maps_png(maps: MeanMaps, *, several: bool = False) -> bytes:
    """Return a sheet of mean maps: a row for each class, pages answered rightly left, wrongly right.

    Where a page may have `several` classes, a map is of one that was named.
    """
    how = ("rightly named", "wrongly named") if several else ("answered rightly", "answered wrongly")
    names = list(dict.fromkeys(one.name for one in maps.maps))
    share = maps.paper.rows / maps.paper.columns
    figure = Figure(figsize=(8.4, (4.0 * share + 0.3) * len(names)), layout="constrained")
    grid = figure.subplots(len(names), 2, squeeze=False)
    for axes in grid.flat:
        axes.set_axis_off()
    for axes, name, words in zip(grid.flat, np.repeat(names, 2), how * len(names), strict=True):
        axes.set_title(f"{name}, {words}: too few pages", fontsize=9)
    for one in maps.maps:
        axes = grid[names.index(one.name), 0 if one.right else 1]
        axes.imshow(mean_map_picture(maps, one, _MAP_PX))
        axes.set_title(f"{one.name}, {how[0] if one.right else how[1]}: mean of {one.pages}", fontsize=9)
    return to_png(figure)
