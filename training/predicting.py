"""Pictures as the network takes them, and its answers."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ecgdesk.core.card import Preprocessing
from training.memory import is_out_of_memory


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What a fit works on: pictures (pages, variants, H, W, C) uint8, labels (pages), their preprocessing."""

    pictures: NDArray[np.uint8]
    labels: NDArray[np.int64]
    classes: int
    preprocessing: Preprocessing


def to_views(pictures: NDArray[np.uint8], device: torch.device) -> Tensor:
    """Return (N, C, H, W) float32 in [0, 1] of pictures (N, H, W, C) uint8."""
    moved = torch.from_numpy(np.require(pictures, requirements=["C", "W"])).to(device).permute(0, 3, 1, 2)
    return moved.float().div_(255.0).contiguous(memory_format=torch.channels_last)


def standardised(views: Tensor, settings: Preprocessing) -> Tensor:
    """Return views less the mean, over the standard deviation: `normalise` for a whole batch."""
    mean = torch.tensor(settings.mean, device=views.device).view(1, -1, 1, 1)
    std = torch.tensor(settings.std, device=views.device).view(1, -1, 1, 1)
    return views.sub(mean).div(std).contiguous(memory_format=torch.channels_last)


@torch.inference_mode()
def predict(
    network: nn.Module, pictures: NDArray[np.uint8], settings: Preprocessing, device: torch.device,
    change: Callable[[Tensor], Tensor] | None = None, batch: int = 32,
) -> NDArray[np.float64]:  # fmt: skip
    """Return logits (N, classes) of pictures (N, H, W, C), in full precision and evaluation mode.

    `change` alters the views first, which no honest figure does. Fewer go at a time where memory runs out.
    """
    network.eval()
    parts: list[Tensor] = []
    done = 0
    while done < len(pictures):
        try:
            views = to_views(pictures[done : done + batch], device)
            views = views if change is None else change(views)
            parts.append(network(standardised(views, settings)).float().cpu())
            done += batch
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or batch == 1:
                raise
            batch //= 2
    return np.asarray(torch.cat(parts).numpy(), dtype=np.float64)
