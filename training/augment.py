"""Chance changes of a batch of views, on the device the batch is on. Blank is 0 for ink, 1 for paper."""

import math

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 — torch's own custom

from ecgdesk.core.recipe import AugmentSettings, Range


class Augment:
    """Turn, stretch, shift, fade, speckle and erase; a seed decides all of it."""

    def __init__(
        self, settings: AugmentSettings, blank: float, seed: int, device: torch.device | str = "cpu"
    ) -> None:
        self._settings = settings
        self._blank = blank
        self._chance = torch.Generator().manual_seed(seed)
        # Noise is the one draw as large as the views: it is made where they are.
        is_here = torch.device(device).type == "cpu"
        self._noise = self._chance if is_here else torch.Generator(device).manual_seed(seed)

    @property
    def generators(self) -> list[torch.Generator]:
        """What decides the changes."""
        return [self._chance] if self._noise is self._chance else [self._chance, self._noise]

    def __call__(self, views: Tensor) -> Tensor:
        """Return changed views; (N, C, H, W) in [0, 1], as given."""
        moved = self._moved(views - self._blank)
        faded = moved * self._uniform(len(views), self._settings.gain).view(-1, 1, 1, 1).to(views.device)
        amount = self._uniform(len(views), (0.0, self._settings.noise)).view(-1, 1, 1, 1).to(views.device)
        noise = torch.randn(views.shape, generator=self._noise, device=self._noise.device)
        return (self._erased(faded + noise * amount) + self._blank).clamp(0.0, 1.0)

    def _moved(self, views: Tensor) -> Tensor:
        count, _, height, width = views.shape
        settings = self._settings
        limit = math.radians(settings.rotation_deg)
        angle = self._uniform(count, (-limit, limit))
        across, down = self._uniform(count, settings.scale_x), self._uniform(count, settings.scale_y)
        dx = self._uniform(count, (-2 * settings.shift, 2 * settings.shift))
        dy = self._uniform(count, (-2 * settings.shift, 2 * settings.shift))
        aspect = width / height
        cos, sin = torch.cos(angle), torch.sin(angle)
        top = torch.stack([cos / across, -sin / across / aspect, dx], dim=1)
        bottom = torch.stack([sin / down * aspect, cos / down, dy], dim=1)
        grid = F.affine_grid(
            torch.stack([top, bottom], dim=1).to(views.device), list(views.shape), align_corners=False
        )
        return F.grid_sample(views, grid, align_corners=False)

    def _erased(self, views: Tensor) -> Tensor:
        for view in views:
            if float(self._draw(1)) < self._settings.erase_chance:
                self._erase(view)
                self._erase(view)
        return views

    def _erase(self, view: Tensor) -> None:
        height, width = view.shape[-2:]
        sizes, places = self._draw(2).tolist(), self._draw(2).tolist()
        tall = max(1, int(sizes[0] * self._settings.erase_share * height))
        wide = max(1, int(sizes[1] * self._settings.erase_share * width))
        top, left = int(places[0] * (height - tall)), int(places[1] * (width - wide))
        view[:, top : top + tall, left : left + wide] = 0.0

    def _uniform(self, count: int, bounds: Range) -> Tensor:
        return self._draw(count) * (bounds[1] - bounds[0]) + bounds[0]

    def _draw(self, count: int) -> Tensor:
        return torch.rand(count, generator=self._chance)
