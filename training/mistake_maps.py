"""Pictures of the most confident mistakes of a run: what the fold's network saw, and where it looked.

Each map is by the very network that made the mistake and never saw the page; the pack's own weights did.
"""

import logging
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.heat import HEAT_STEPS, heat_colours
from ecgdesk.explain.methods import one_pass
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.loaded import for_inference
from ecgdesk.models.networks.build import build
from training.fit_store import FitStore
from training.packing import packed_options
from training.predicting import standardised, to_views
from training.results import Results
from training.run_folder import RunFolder
from training.task import Task

MOST: Final = 12
METHOD: Final = "gradcam"
_OF_LEADS: Final = "layercam"
"""Where leads have rows of their own, a network has no Grad-CAM."""
_WIDTH_PX: Final = 448
_LOG = logging.getLogger("training")

Picture = NDArray[np.uint8]


def write_mistake_maps(task: Task, results: Results, store: FitStore, folder: RunFolder) -> None:
    """Write a PNG for each of the most confident mistakes into the run folder.

    Networks without Grad-CAM and pages with several classes have none. A run is not lost over
    a picture: what goes wrong is written into the log.
    """
    if results.said is not None or METHOD not in task.architecture.methods:
        return
    try:
        _write(task, results, store, folder)
    except EcgdeskError as error:  # a network without the layer that its kind is explained by
        _LOG.warning("There are no pictures of the mistakes: %s", error)
    except (OSError, RuntimeError):
        _LOG.exception("The pictures of the mistakes could not be drawn.")


def worst_rows(results: Results, most: int = MOST) -> NDArray[np.int64]:
    """Return the rows of the most confident wrong answers, the most confident first."""
    guess = results.probabilities.argmax(1)
    wrong = np.flatnonzero(guess != results.labels)
    order = np.argsort(-results.probabilities[wrong].max(1), kind="stable")
    return np.asarray(wrong[order][:most], dtype=np.int64)


def _write(task: Task, results: Results, store: FitStore, folder: RunFolder) -> None:
    rows = worst_rows(results)
    pictures, guess = task.material().pictures, results.probabilities.argmax(1)
    for fold in np.unique(results.folds[rows]):
        network = fold_network(task, store, f"fold {fold + 1}")
        for row in rows[results.folds[rows] == fold]:
            page = task.pages.pages[results.positions[row]]
            seen = np.ascontiguousarray(pictures[results.positions[row], 0])
            grid = one_map(task, network, seen, int(guess[row]))
            _save(
                folder.mistake_map(page.label, page.path.name),
                drawn(seen, grid, task.preprocessing, task.shape),
            )


def fold_network(task: Task, store: FitStore, fit: str) -> torch.nn.Module:
    """Return the network of a fit that is done, ready to answer."""
    options = packed_options(task.architecture, task.recipe.model.options)
    classes = task.pages.class_ids
    network = build(task.architecture, len(classes), options, task.preprocessing, classes)
    network.load_state_dict(store.weights(fit))
    return for_inference(network).to(task.device)


def map_method(entry: Architecture) -> str | None:
    """Return the method that shows where a network looked: Grad-CAM, of leads LayerCAM, or None."""
    return next((method for method in (METHOD, _OF_LEADS) if method in entry.methods), None)


def one_map(
    task: Task, network: torch.nn.Module, seen: Picture, target: int, method: str = METHOD
) -> NDArray[np.float32]:
    """Return the map (h, w) of a class on what a network is given (H, W, C)."""
    views = standardised(to_views(seen[None], task.device), task.preprocessing)
    grid = one_pass(method, network, task.architecture).attribute(views, target)[0]
    return np.asarray(grid.float().cpu().numpy(), dtype=np.float32)


def drawn(seen: Picture, grid: NDArray[np.float32], settings: Preprocessing, shape: float) -> Picture:
    """Return RGB of what a network saw (H, W, C) with a map (h, w) that is not negative laid over it.

    `shape` is width over height on the page.
    """
    paper = 255 - seen if settings.colour == "ink" else seen
    height, width = max(1, round(_WIDTH_PX / shape)), _WIDTH_PX
    page = cv2.resize(np.repeat(paper, 3 // seen.shape[2], axis=2), (width, height))
    heat = cv2.resize(np.nan_to_num(grid) / max(float(grid.max()), 1e-9), (width, height))
    steps = np.round(np.clip(heat, 0, 1) * (HEAT_STEPS - 1)).astype(np.uint8)
    rgba = heat_colours() / 255.0
    filters = 1 - rgba[:, 3:] * (1 - rgba[:, :3])
    return np.asarray(np.round(page * filters[steps]), dtype=np.uint8)


def _save(path: Path, picture: Picture) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    done, data = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
    if not done:
        raise OSError(f"{path.name} could not be encoded")
    path.write_bytes(data.tobytes())
