"""Where a run's networks looked on average, on held-out pages answered rightly and wrongly, by class.

Each map is by the fold's network that never saw the page. A pack may carry what is a mean of enough pages.
Where a page has one class, its map is of the answer, filed under the class it has; where it may have several,
it is of a class that was named, filed under that class.
"""

import logging
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card_charts import Levels, MeanMap, MeanMaps
from ecgdesk.core.errors import EcgdeskError
from training.fit_store import FitStore
from training.lead_bars import bars, by_lead, named_rows
from training.mistake_maps import fold_network, map_method, one_map
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
Kind = tuple[int, bool]
"""A class and whether it was answered rightly."""
Grids = dict[Kind, list[NDArray[np.floating]]]


class _Chosen(NamedTuple):
    """A row of the results, the class its map is of, and what the map is filed under."""

    row: int
    target: int
    kind: Kind


def mean_maps_of(task: Task, results: Results, store: FitStore) -> MeanMaps | None:
    """Return the mean maps of a run; None for too few pages, or no maps.

    A run is not lost over a picture: what goes wrong is written into the log.
    """
    method = map_method(task.architecture)
    if method is None:
        return None
    try:
        return _mean_maps(task, results, store, method)
    except EcgdeskError as error:  # a network without the layer that its kind is explained by
        _LOG.warning("There are no mean maps: %s", error)
    except (OSError, RuntimeError, ValueError, MemoryError, cv2.error):
        _LOG.exception("The mean maps could not be made.")
    return None


def _mean_maps(task: Task, results: Results, store: FitStore, method: str) -> MeanMaps | None:
    pictures, names = task.material().pictures, task.pages.class_ids
    grids = _grids(task, results, store, pictures, method)
    enough = {kind: found for kind, found in grids.items() if len(found) >= FEWEST_IN_A_MAP}
    if not enough:
        return None
    heat = _heat_of({kind: np.mean(found, 0) for kind, found in enough.items()}, task)
    maps = tuple(
        MeanMap(name=names[kind[0]], right=kind[1], pages=len(enough[kind]), heat=Levels.of(heat[kind]))
        for kind in sorted(enough, key=lambda kind: (kind[0], not kind[1]))
    )
    return MeanMaps(
        method=method, paper=_paper(task, results, pictures), maps=maps, protocol=_protocol(task, results)
    )


def _heat_of(means: Mapping[Kind, NDArray[np.floating]], task: Task) -> dict[Kind, Pictures]:
    """Return mean maps as bytes: over the page, or as a bar for each lead, the longest the full width."""
    if not task.preprocessing.reads_leads:
        return {kind: _as_bytes(mean) for kind, mean in means.items()}
    of_leads = {kind: by_lead(mean) for kind, mean in means.items()}
    longest = max(float(found.max()) for found in of_leads.values())
    return {kind: bars(found / max(longest, 1e-9)) for kind, found in of_leads.items()}


def _paper(task: Task, results: Results, pictures: Pictures) -> Levels:
    if task.preprocessing.reads_leads:
        return Levels.of(named_rows())
    dark_is_high = task.preprocessing.colour == "ink"
    return Levels.of(mean_page(pictures, results.positions, task.shape, dark_is_high=dark_is_high))


def _protocol(task: Task, results: Results) -> str:
    of_what = "the answer that was given" if results.said is None else "a class that was named"
    where = " and averaged over each lead" if task.preprocessing.reads_leads else ""
    return (
        f"Means over up to {_MOST_OF_A_KIND} held-out pages of a kind, at least {FEWEST_IN_A_MAP}, each map "
        f"of {of_what}, by the network of the page's fold, scaled to its own maximum{where}"
    )


def _grids(task: Task, results: Results, store: FitStore, pictures: Pictures, method: str) -> Grids:
    """Return maps (h, w) with a maximum of 1, or cold, by class and whether it was answered rightly."""
    found = Grids()
    chosen = sorted(_chosen(results))
    for fold in np.unique(results.folds[[one.row for one in chosen]]):
        network = fold_network(task, store, f"fold {fold + 1}")
        for row, target, kind in chosen:
            if results.folds[row] == fold:
                seen = np.ascontiguousarray(pictures[results.positions[row], 0])
                grid = np.maximum(np.nan_to_num(one_map(task, network, seen, target, method)), 0)
                found.setdefault(kind, []).append(grid / max(float(grid.max()), 1e-9))
    return found


def _chosen(results: Results) -> Iterator[_Chosen]:
    """Yield at most so many rows of each class and kind of answer, evenly chosen, a page once in each."""
    guess = results.probabilities.argmax(1)
    for label in range(results.probabilities.shape[1]):
        for right in (True, False):
            rows = np.flatnonzero(_of_kind(results, label, right=right))
            rows = rows[np.sort(np.unique(results.positions[rows], return_index=True)[1])]
            even = np.linspace(0, len(rows) - 1, min(len(rows), _MOST_OF_A_KIND)).round().astype(np.int64)
            for row in rows[even].tolist():
                yield _Chosen(row, int(guess[row]) if results.said is None else label, (label, right))


def _of_kind(results: Results, label: int, *, right: bool) -> NDArray[np.bool_]:
    """Return which rows are of a class and answered rightly or not; of several, which it was named of."""
    if results.said is not None:
        return np.asarray(results.said[:, label] & ((results.labels[:, label] > 0) == right))
    answered_rightly = results.probabilities.argmax(1) == results.labels
    return np.asarray((results.labels == label) & (answered_rightly == right))


def mean_page(
    pictures: Pictures, positions: NDArray[np.int64], shape: float, *, dark_is_high: bool
) -> Pictures:
    """Return the mean of pages in a few greys, 255 for paper; blank where there are too few pages.

    `pictures` are (pages, views, H, W, C), of which the first view is taken; `shape` is width over height.
    """
    pages = np.unique(positions)
    total = sum((pictures[page, 0].mean(axis=2) for page in pages), np.zeros((1, 1)))
    ink = total if dark_is_high else total.max() - total
    height = max(1, round(_PAPER_COLUMNS / shape))
    if len(pages) < FEWEST_ON_PAPER:
        return np.full((height, _PAPER_COLUMNS), 255, dtype=np.uint8)
    small = cv2.resize(ink, (_PAPER_COLUMNS, height), interpolation=cv2.INTER_AREA)
    strength = np.clip(small / max(float(np.quantile(small, 0.995)), 1e-9), 0, 1)
    return np.asarray(255 - np.round((255 - _DARKEST) * strength / _GREYS) * _GREYS, dtype=np.uint8)


def _as_bytes(grid: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.asarray(np.round(np.clip(grid, 0, 1) * 255), dtype=np.uint8)
