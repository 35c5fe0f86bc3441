"""How the slopes of a rhythm strip repeat: abnormal rhythms show best there."""

import torch
from torch import Tensor, nn

from ecgdesk.models.trace_picture import WINDOW_S

_SHORTEST_BEAT_S, _LONGEST_BEAT_S = 0.25, 1.6
_SMOOTH_S = 0.11
_STEEPEST = 4.0
"""Slopes count up to so many times the mean slope: one spike is no rhythm."""
_HIGH_SHARE = 0.5
_RATES_BPM = (45.0, 52.0, 60.0, 70.0, 80.0, 86.0, 92.0, 98.0, 105.0, 115.0, 130.0, 150.0)
_RATE_STEP_BPM = 3.0
"""A rate is told as how far it is over each of these, softly."""


class Rhythm(nn.Module):
    """The autocorrelation of a strip's slope over the lags that beats have, and the rate it tells."""

    kernel: Tensor
    rates: Tensor

    def __init__(self, columns: int, features: int, dropout: float) -> None:
        super().__init__()
        self.hz = columns / WINDOW_S
        self.first, self.last = round(_SHORTEST_BEAT_S * self.hz), round(_LONGEST_BEAT_S * self.hz)
        window = torch.hann_window(round(_SMOOTH_S * self.hz) | 1, periodic=False)
        self.register_buffer("kernel", (window / window.sum())[None, None])
        self.register_buffer("rates", torch.tensor(_RATES_BPM))
        lags = self.last - self.first
        self.layers = nn.Sequential(
            nn.Linear(lags, 64), nn.ReLU(), nn.Dropout(dropout), nn.Linear(64, features), nn.ReLU()
        )
        self.features = features + len(_RATES_BPM) + 1

    def forward(self, strip: Tensor) -> Tensor:
        """Map a strip (N, T) to (N, features); in full precision."""
        with torch.autocast(strip.device.type, enabled=False):
            likeness = self._likeness(strip.float())
            bpm, regular = self._pace(likeness)
            over = torch.sigmoid((bpm[:, None] - self.rates) / _RATE_STEP_BPM)
            return torch.cat([self.layers(likeness), over, regular[:, None]], dim=1)

    def _likeness(self, strip: Tensor) -> Tensor:
        """Return the autocorrelation at the lags from the shortest to the longest beat, (N, lags)."""
        slope = strip.diff(dim=1).abs()
        slope = torch.minimum(slope, _STEEPEST * slope.mean(1, keepdim=True) + 1e-3)
        smooth = nn.functional.conv1d(slope[:, None], self.kernel, padding="same")[:, 0]
        even = smooth - smooth.mean(1, keepdim=True)
        length = even.shape[1]
        power = torch.fft.rfft(even, 2 * length).abs().square()
        found = torch.fft.irfft(power)[:, : self.last]
        overlap = 1 - torch.arange(self.last, device=strip.device) / length
        evened: Tensor = (found / (found[:, :1] + 1e-6) / overlap)[:, self.first :]
        return evened

    def _pace(self, likeness: Tensor) -> tuple[Tensor, Tensor]:
        """Return beats a minute by the first high peak, and how high it is: how regular the beats are."""
        middle = likeness[:, 1:-1]
        peak = (middle > likeness[:, :-2]) & (middle >= likeness[:, 2:])
        high = peak & (middle > _HIGH_SHARE * middle.amax(1, keepdim=True))
        first = high.float().argmax(1)
        regular = middle.gather(1, first[:, None])[:, 0]
        return 60 * self.hz / (first + 1 + self.first), regular
