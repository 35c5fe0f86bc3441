"""Changes of views that belong to printed ECG pages: time, baseline, grid, margins, header."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from ecgdesk.core.recipe import Range


class TimeScale(nn.Module):
    """Stretch along time about the middle; what comes in from outside is 0."""

    def __init__(self, bounds: Range) -> None:
        super().__init__()
        self._bounds = bounds

    def forward(self, view: Tensor) -> Tensor:
        """Keep the shape (C, H, W)."""
        across, down = _grid(view)
        return _sampled(view, across / _uniform(*self._bounds), down)


class BaselineWarp(nn.Module):
    """A slow vertical wave along time, at most this share of the height: a wandering baseline."""

    def __init__(self, largest: float) -> None:
        super().__init__()
        self._largest = largest

    def forward(self, view: Tensor) -> Tensor:
        """Keep the shape (C, H, W)."""
        across, down = _grid(view)
        height = _uniform(0.0, self._largest) * 2  # a share of the height is half of it in [−1, 1]
        waves, phase = _uniform(0.5, 3.0), _uniform(0.0, 2 * math.pi)
        wave = height * torch.sin(math.pi * waves * across + phase)
        return _sampled(view, across, down + wave)


class Grid(nn.Module):
    """Another printed grid: fine lines at one spacing, in one shade, both by chance."""

    def forward(self, view: Tensor) -> Tensor:
        """Keep the shape (C, H, W)."""
        spacing = int(torch.randint(4, 17, (1,)))
        shade = torch.rand(view.shape[0], 1, 1).to(view.device)
        strength = _uniform(0.05, 0.3)
        lines = torch.zeros_like(view[:1])
        lines[:, ::spacing] = strength
        lines[:, :, ::spacing] = strength
        return view * (1 - lines) + shade * lines


class Border(nn.Module):
    """Margins of chance widths in one chance shade."""

    def __init__(self, widest: float) -> None:
        super().__init__()
        self._widest = widest

    def forward(self, view: Tensor) -> Tensor:
        """Keep the shape (C, H, W)."""
        height, width = view.shape[-2:]
        top, bottom, left, right = (torch.rand(4) * self._widest).tolist()
        bordered = torch.rand(view.shape[0], 1, 1).to(view.device).expand(view.shape).clone()
        rows = slice(round(top * height), height - round(bottom * height))
        columns = slice(round(left * width), width - round(right * width))
        bordered[:, rows, columns] = view[:, rows, columns]
        return bordered


class Header(nn.Module):
    """The upper part of the page made blank: a stress test of what a network reads there."""

    def __init__(self, share: float, blank: float) -> None:
        super().__init__()
        self._share, self._blank = share, blank

    def forward(self, view: Tensor) -> Tensor:
        """Keep the shape (C, H, W)."""
        masked = view.clone()
        masked[:, : max(1, round(self._share * view.shape[-2]))] = self._blank
        return masked


def _grid(view: Tensor) -> tuple[Tensor, Tensor]:
    height, width = view.shape[-2:]
    across = (torch.arange(width, device=view.device) * 2 + 1) / width - 1
    down = (torch.arange(height, device=view.device) * 2 + 1) / height - 1
    return across.expand(height, width), down[:, None].expand(height, width)


def _sampled(view: Tensor, across: Tensor, down: Tensor) -> Tensor:
    places = torch.stack([across, down], dim=-1)[None]
    return functional.grid_sample(view[None], places, align_corners=False)[0]


def _uniform(low: float, high: float) -> float:
    return float(torch.rand(1)) * (high - low) + low
