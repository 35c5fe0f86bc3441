"""Where a run's networks looked on average, on held-out pages answered rightly and wrongly, by class.

Each map is by the fold's network that never saw the page. Means show no single page: a pack can carry them.
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

_FEWEST_PAGES: Final = 20
"""With fewer pages the mean page would show single ones."""
_MOST_OF_A_KIND: Final = 200
_PAPER_COLUMNS: Final = 176
_DARKEST: Final = 96
"""How dark the darkest place of the mean page is drawn, of 255."""
_LOG = logging.getLogger("training")

Grids = dict[tuple[int, bool], list[NDArray[np.float32]]]


def mean_maps_of(task: Task, results: Results, store: FitStore) -> MeanMaps | None:
    """Return the mean maps of a run; None for several classes a page, few pages, or no maps.

    A run is not lost over a picture: what goes wrong is written into the log.
    """
    if results.said is not None or METHOD not in task.architecture.methods:
        return None
    if len(results.positions) < _FEWEST_PAGES or task.preprocessing.reads_leads:
        return None
    try:
        return _mean_maps(task, results, store)
    except (EcgdeskError, OSError, RuntimeError):
        _LOG.exception("The mean maps could not be made.")
        return None


def _mean_maps(task: Task, results: Results, store: FitStore) -> MeanMaps:
    grids = _grids(task, results, store)
    names = task.pages.class_ids
    maps = tuple(
        MeanMap(
            name=names[label], right=right, pages=len(found), heat=Levels.of(_as_bytes(np.mean(found, 0)))
        )
        for (label, right), found in sorted(grids.items(), key=lambda item: (item[0][0], not item[0][1]))
    )
    pages = sum(len(found) for found in grids.values())
    return MeanMaps(
        method=METHOD,
        paper=Levels.of(_mean_page(task, results)),
        maps=maps,
        protocol=(
            f"Means over {pages} held-out pages, each map of the answer that was given, by the network of "
            "the page's fold, scaled to its own maximum"
        ),
    )


def _grids(task: Task, results: Results, store: FitStore) -> Grids:
    """Return maps (h, w), each with a maximum of 1, by true class and whether the answer was right."""
    chosen = np.array(sorted(_chosen(results)))
    guess, found = results.probabilities.argmax(1), Grids()
    for fold in np.unique(results.folds[chosen]):
        network = fold_network(task, store, f"fold {fold + 1}")
        for row in chosen[results.folds[chosen] == fold]:
            seen = np.ascontiguousarray(task.material().pictures[results.positions[row], 0])
            grid = np.maximum(np.nan_to_num(one_map(task, network, seen, int(guess[row]))), 0)
            if grid.max() > 0:
                kind = (int(results.labels[row]), bool(guess[row] == results.labels[row]))
                found.setdefault(kind, []).append(grid / grid.max())
    return found


def _chosen(results: Results) -> Iterator[int]:
    """Yield at most so many rows of each class and kind of answer, evenly chosen."""
    right = results.probabilities.argmax(1) == results.labels
    for label in np.unique(results.labels):
        for kind in (True, False):
            rows = np.flatnonzero((results.labels == label) & (right == kind))
            yield from rows[:: max(1, -(-len(rows) // _MOST_OF_A_KIND))].tolist()


def _mean_page(task: Task, results: Results) -> NDArray[np.uint8]:
    pictures = task.material().pictures[results.positions, 0]
    mean = pictures.mean(axis=(0, 3), dtype=np.float64)
    ink = mean if task.preprocessing.colour == "ink" else mean.max() - mean
    height = max(1, round(_PAPER_COLUMNS * ink.shape[0] / ink.shape[1]))
    small = cv2.resize(ink, (_PAPER_COLUMNS, height), interpolation=cv2.INTER_AREA)
    strength = np.clip(small / max(float(np.quantile(small, 0.995)), 1e-9), 0, 1)
    return np.asarray(np.round(255 - (255 - _DARKEST) * strength), dtype=np.uint8)


def _as_bytes(grid: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.asarray(np.round(np.clip(grid, 0, 1) * 255), dtype=np.uint8)
