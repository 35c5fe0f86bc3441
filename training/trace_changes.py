"""Chance changes of digitised leads: gain, time, baseline, noise, lost leads."""

import math

import torch
from torch import Tensor, nn

from ecgdesk.core.recipe_views import TraceSettings
from ecgdesk.models.trace_picture import LEAD_ROWS, STEP_MV, WINDOW_S, ZERO

_WANDER_HZ = (0.05, 0.55)


class TraceChanges:
    """Changes views (N, 1, 16, T) of digitised leads; one seeded generator decides all of it."""

    def __init__(self, settings: TraceSettings, seed: int, device: torch.device | str = "cpu") -> None:
        self._settings = settings
        self.chance = torch.Generator(device).manual_seed(seed)

    def __call__(self, views: Tensor) -> Tensor:
        """Return changed views; values in [0, 1], as given."""
        millivolts = (views * 255 - ZERO) * STEP_MV
        changed = self._lost(self._worn(self._stretched(millivolts * self._gains(millivolts))))
        return ((changed / STEP_MV + ZERO) / 255).clamp(0, 1)

    def _gains(self, x: Tensor) -> Tensor:
        """Return factors (N, 1, 16, 1): one for all rows, and one for each lead; the strip has the first."""
        number, settings = len(x), self._settings
        common = self._normal((number, 1, 1, 1), x) * settings.gain
        single = self._normal((number, 1, x.shape[2], 1), x) * settings.lead_gain
        single[:, :, LEAD_ROWS:] = 0
        return (common + single).exp()

    def _stretched(self, x: Tensor) -> Tensor:
        """Stretch time, the strip as one long row."""
        settings, number = self._settings, len(x)
        factor = 1 + (self._uniform((number, 1), x) * 2 - 1) * settings.time_scale
        shift = (self._uniform((number, 1), x) * 2 - 1) * 2 * settings.shift
        strip = x[:, :, LEAD_ROWS:].reshape(number, 1, 1, -1)
        quarters = x.shape[2] - LEAD_ROWS
        moved = _resampled(strip, factor, shift / quarters).reshape(number, 1, quarters, -1)
        return torch.cat([_resampled(x[:, :, :LEAD_ROWS], factor, shift), moved], dim=2)

    def _worn(self, x: Tensor) -> Tensor:
        settings = self._settings
        shape = (*x.shape[:3], 1)
        seconds = torch.linspace(0, WINDOW_S, x.shape[3], device=x.device)
        low, high = _WANDER_HZ
        hz = low + (high - low) * self._uniform(shape, x)
        phase = 2 * math.pi * self._uniform(shape, x)
        wave = torch.sin(2 * math.pi * hz * seconds + phase) * self._normal(shape, x) * settings.wander_mv
        deviation = self._uniform((len(x), 1, 1, 1), x) * settings.noise_mv
        return x + wave + self._normal(x.shape, x) * deviation

    def _lost(self, x: Tensor) -> Tensor:
        kept = self._uniform((*x.shape[:3], 1), x) >= self._settings.lead_loss
        kept[:, :, LEAD_ROWS:] = True
        return x * kept

    def _uniform(self, shape: tuple[int, ...], like: Tensor) -> Tensor:
        return torch.rand(shape, generator=self.chance, device=like.device)

    def _normal(self, shape: tuple[int, ...], like: Tensor) -> Tensor:
        return torch.randn(shape, generator=self.chance, device=like.device)


def _resampled(x: Tensor, factor: Tensor, shift: Tensor) -> Tensor:
    """Return rows (N, 1, R, T) read at stretched and shifted moments; the ends go on as they are."""
    number, _, rows, columns = x.shape
    along = torch.linspace(-1, 1, columns, device=x.device)[None] * factor + shift
    places = torch.stack([along, torch.zeros_like(along)], dim=-1)[:, None]
    flat = x.reshape(number, rows, 1, columns)
    return nn.functional.grid_sample(flat, places, align_corners=True, padding_mode="border").reshape(x.shape)
