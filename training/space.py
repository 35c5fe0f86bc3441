"""Whether a run has room and rights to write, found out before anything is computed."""

import os
import shutil
from pathlib import Path
from typing import Final

import torch

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.fit_names import fit_names
from ecgdesk.models.networks.build import build
from training.run_folder import RunFolder
from training.task import Task

_STATE_COPIES: Final = 10
"""A state holds weights, their average, the best and two moments of the optimiser, twice while written."""
_SPARE: Final = 32 << 20
_GIGABYTE: Final = 1e9


def check_space(task: Task, folder: RunFolder) -> None:
    """Raise RecipeError when the run folder or the cache cannot be written to or is too small for the run."""
    for place in (folder.path, task.cache):
        _check_writable(place)
    needed = {folder.path: needed_in_folder(task), task.cache: needed_in_cache(task)}
    if _disk(folder.path) == _disk(task.cache):
        needed = {folder.path: sum(needed.values())}
    for place, size in needed.items():
        free = shutil.disk_usage(place).free
        if free < size:
            raise RecipeError(
                f"The run needs about {size / _GIGABYTE:.1f} GB in {place.name!r}, and "
                f"{free / _GIGABYTE:.1f} GB are free.",
                "Free some space, or choose another folder.",
            )


def needed_in_folder(task: Task) -> int:
    """Return the bytes of all weights, one state, the pack and what is written beside."""
    with torch.device("meta"):
        network = build(
            task.architecture, len(task.pages.classes), task.recipe.model.options, task.preprocessing,
            task.pages.class_ids,
        )  # fmt: skip
    weights = sum(int(value.nbytes) for value in network.state_dict().values())
    return weights * (len(fit_names(task.recipe)) + 1 + _STATE_COPIES) + _SPARE


def needed_in_cache(task: Task) -> int:
    """Return the bytes of all decoded pages, as if none were there yet."""
    page = task.preprocessing
    picture = page.width * page.height * page.channels
    return len(task.distinct.pages) * picture * (1 + task.recipe.degrade.variants)


def _check_writable(place: Path) -> None:
    probe = place / f".ecgdesk-{os.getpid()}.probe"
    try:
        place.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"0")
        probe.unlink()
    except OSError as error:
        raise RecipeError(
            f"Nothing can be written in {place.name!r}: {error.strerror or error}.",
            "Choose another folder, or make this one writable.",
        ) from error


def _disk(place: Path) -> int:
    return place.stat().st_dev
