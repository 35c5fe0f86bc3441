"""Where a run's networks looked on average, on held-out pages answered rightly and wrongly, by class.

Each map is by the fold's network that never saw the page. A pack may carry what is a mean of enough pages.
"""

import logging
from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card_charts import Levels, MeanMap, MeanMaps
from ecgdesk.core.errors import EcgdeskError
from training.fit_store import FitStore
from training.mistake_maps import METHOD, fold_network, one_map
from training.results import Results
from training.task import Task

FEWEST_IN_A_MAP: Final = 5
FEWEST_ON_PAPER: Final = 100
"""A mean of fewer pages could show what is on one of them; the paper is then left blank."""
_MOST_OF_A_KIND: Final = 60
_PAPER_COLUMNS: Final = 176
_DARKEST: Final = 96
"""How dark the darkest place of the mean page is drawn, of 255."""
_GREYS: Final = 17
"""Steps between the greys of the mean page, so that no single page's faint mark is left."""
_LOG = logging.getLogger("training")

Pictures = NDArray[np.uint8]
Grids = dict[tuple[int, bool], list[NDArray[np.floating]]]


def mean_maps_of(task: Task, results: Results, store: FitStore) -> MeanMaps | None:
    """Return the mean maps of a run; None for several classes a page, too few pages, or no maps.

    A run is not lost over a picture: what goes wrong is written into the log.
    """
    if results.said is not None or METHOD not in task.architecture.methods or task.preprocessing.reads_leads:
        return None
    try:
        return _mean_maps(task, results, store)
    except EcgdeskError as error:  # a network without the layer that its kind is explained by
        _LOG.warning("There are no mean maps: %s", error)
    except (OSError, RuntimeError, ValueError, MemoryError, cv2.error):
        _LOG.exception("The mean maps could not be made.")
    return None


def _mean_maps(task: Task, results: Results, store: FitStore) -> MeanMaps | None:
    pictures, names = task.material().pictures, task.pages.class_ids
    grids = sorted(
        _grids(task, results, store, pictures).items(), key=lambda item: (item[0][0], not item[0][1])
    )
    maps = tuple(
        MeanMap(
            name=names[label], right=right, pages=len(found), heat=Levels.of(_as_bytes(np.mean(found, 0)))
        )
        for (label, right), found in grids
        if len(found) >= FEWEST_IN_A_MAP
    )
    if not maps:
        return None
    paper = Levels.of(mean_page(pictures, results.positions, dark_is_high=task.preprocessing.colour == "ink"))
    protocol = (
        f"Means over up to {_MOST_OF_A_KIND} held-out pages of a kind, at least {FEWEST_IN_A_MAP}, each map "
        "of the answer that was given, by the network of the page's fold, scaled to its own maximum"
    )
    return MeanMaps(method=METHOD, paper=paper, maps=maps, protocol=protocol)


def _grids(task: Task, results: Results, store: FitStore, pictures: Pictures) -> Grids:
    """Return maps (h, w) with a maximum of 1, or cold, by true class and whether the answer was right."""
    chosen = np.array(sorted(_chosen(results)))
    guess, found = results.probabilities.argmax(1), Grids()
    for fold in np.unique(results.folds[chosen]):
        network = fold_network(task, store, f"fold {fold + 1}")
        for row in chosen[results.folds[chosen] == fold]:
            seen = np.ascontiguousarray(pictures[results.positions[row], 0])
            grid = np.maximum(np.nan_to_num(one_map(task, network, seen, int(guess[row]))), 0)
            kind = (int(results.labels[row]), bool(guess[row] == results.labels[row]))
            found.setdefault(kind, []).append(grid / max(float(grid.max()), 1e-9))
    return found


def _chosen(results: Results) -> Iterator[int]:
    """Yield at most so many rows of each class and kind of answer, evenly chosen, a page once in each."""
    right = results.probabilities.argmax(1) == results.labels
    for label in np.unique(results.labels):
        for kind in (True, False):
            rows = np.flatnonzero((results.labels == label) & (right == kind))
            rows = rows[np.sort(np.unique(results.positions[rows], return_index=True)[1])]
            yield from rows[:: max(1, -(-len(rows) // _MOST_OF_A_KIND))].tolist()


def mean_page(pictures: Pictures, positions: NDArray[np.int64], *, dark_is_high: bool) -> Pictures:
    """Return the mean of pages in a few greys, 255 for paper; blank where there are too few pages.

    `pictures` are (pages, views, H, W, C), of which the first view is taken.
    """
    pages = np.unique(positions)
    total = sum((pictures[page, 0].mean(axis=2) for page in pages), np.zeros((1, 1)))
    ink = total if dark_is_high else total.max() - total
    height = max(1, round(_PAPER_COLUMNS * ink.shape[0] / ink.shape[1]))
    if len(pages) < FEWEST_ON_PAPER:
        return np.full((height, _PAPER_COLUMNS), 255, dtype=np.uint8)
    small = cv2.resize(ink, (_PAPER_COLUMNS, height), interpolation=cv2.INTER_AREA)
    strength = np.clip(small / max(float(np.quantile(small, 0.995)), 1e-9), 0, 1)
    return np.asarray(255 - np.round((255 - _DARKEST) * strength / _GREYS) * _GREYS, dtype=np.uint8)


def _as_bytes(grid: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.asarray(np.round(np.clip(grid, 0, 1) * 255), dtype=np.uint8)
