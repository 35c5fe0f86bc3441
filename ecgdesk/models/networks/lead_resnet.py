"""A small residual network over digitised leads, beside the rhythm's autocorrelation (ours).

One short filter bank is shared by all sixteen rows, so that a heat map still knows its lead; then the twelve
leads meet as channels over time, and the four rows of rhythm strip as one long row. Abnormal rhythms show
best in how the slopes repeat: the autocorrelation of the strip's slope goes past the convolutions.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from ecgdesk.models.networks.spec import NetworkSpec
from ecgdesk.models.trace_picture import LEAD_ROWS, ROWS, WINDOW_S

_SHORTEST_BEAT_S, _LONGEST_BEAT_S = 0.25, 1.6
_SMOOTH_S = 0.11
_STEEPEST = 4.0
"""Slopes count up to so many times the mean slope: one spike is no rhythm."""
_HIGH_SHARE = 0.5
_RATES_BPM = (45.0, 52.0, 60.0, 70.0, 80.0, 86.0, 92.0, 98.0, 105.0, 115.0, 130.0, 150.0)
_RATE_STEP_BPM = 3.0
"""A rate is told as how far it is over each of these, softly."""


class TimeBlock(nn.Module):
    """Two convolutions along time beside a shortcut."""

    def __init__(self, channels_in: int, channels_out: int, stride: int, dropout: float) -> None:
        super().__init__()
        self.conv1 = _along_time(channels_in, channels_out, 5, stride)
        self.norm1 = nn.BatchNorm2d(channels_out)
        self.dropout = nn.Dropout(dropout)
        self.conv2 = _along_time(channels_out, channels_out, 5, 1)
        self.norm2 = nn.BatchNorm2d(channels_out)
        self.shortcut = _shortcut(channels_in, channels_out, stride)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, C_in, 1, T) to (N, C_out, 1, T / stride)."""
        y = self.dropout(torch.relu(self.norm1(self.conv1(x))))
        return torch.relu(self.norm2(self.conv2(y)) + self.shortcut(x))


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


class Member(nn.Module):
    """A trunk over twelve leads, one over the rhythm strip, the rhythm's autocorrelation, and a head."""

    def __init__(
        self, num_classes: int, columns: int, stem: int, widths: Sequence[int], rhythm_widths: Sequence[int],
        rhythm_features: int, dropout: float, block_dropout: float,
    ) -> None:  # fmt: skip
        super().__init__()
        self.leads = _trunk(stem * LEAD_ROWS, widths, 1, block_dropout)
        self.strip = _trunk(stem, rhythm_widths, 2, block_dropout)
        self.rhythm = Rhythm(columns, rhythm_features, block_dropout)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(2 * (widths[-1] + rhythm_widths[-1]) + self.rhythm.features, num_classes)

    def forward(self, rows: Tensor, strip: Tensor) -> Tensor:
        """Map the stem's rows (N, C, 16, T') and the strip (N, 4·T) to logits (N, num_classes)."""
        leads = self.leads(rows[:, :, :LEAD_ROWS].flatten(1, 2)[:, :, None])
        rhythm = self.strip(rows[:, :, LEAD_ROWS:].flatten(2)[:, :, None])
        found = torch.cat([*_pooled(leads), *_pooled(rhythm), self.rhythm(strip)], dim=1)
        logits: Tensor = self.head(self.dropout(found))
        return logits


class LeadResNet(nn.Module):
    """A stem shared by all rows, and one or more members that answer together with the mean of their logits.

    In training each batch goes to one member, drawn by lot: every member learns for itself. Input
    (N, 1, 16, T) as `models.trace_picture` makes it, standardised to millivolts.
    """

    def __init__(
        self, num_classes: int, columns: int = 250, members: int = 1, stem: int = 8,
        widths: Sequence[int] = (48, 64, 96, 128), rhythm_widths: Sequence[int] = (24, 32, 48, 64),
        rhythm_features: int = 48, dropout: float = 0.3, block_dropout: float = 0.1,
    ) -> None:  # fmt: skip
        super().__init__()
        if members < 1:
            raise ValueError("there is at least one member")
        self.stem = nn.Sequential(_along_time(1, stem, 9, 2), nn.BatchNorm2d(stem), nn.ReLU())
        self.members = nn.ModuleList(
            Member(num_classes, columns, stem, widths, rhythm_widths, rhythm_features, dropout, block_dropout)
            for _ in range(members)
        )

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, 1, 16, T) to logits (N, num_classes)."""
        rows, strip = self.stem(x), x[:, 0, LEAD_ROWS:].flatten(1)
        if self.training:
            chosen = int(torch.randint(len(self.members), (1,)))
            one: Tensor = self.members[chosen](rows, strip)
            return one
        return torch.stack([member(rows, strip) for member in self.members]).mean(dim=0)


def build(spec: NetworkSpec) -> nn.Module:
    """Build a lead network; options: those of `LeadResNet`."""
    if spec.height != ROWS:
        raise ValueError(f"leads come in {ROWS} rows")
    return LeadResNet(spec.num_classes, spec.width, **spec.options)


def _trunk(channels: int, widths: Sequence[int], first_stride: int, dropout: float) -> nn.Sequential:
    inputs = [channels, *widths[:-1]]
    strides = [first_stride] + [2] * (len(widths) - 1)
    blocks = (TimeBlock(a, b, stride, dropout) for a, b, stride in zip(inputs, widths, strides, strict=True))
    return nn.Sequential(*blocks)


def _pooled(features: Tensor) -> tuple[Tensor, Tensor]:
    return features.mean((2, 3)), features.amax((2, 3))


def _shortcut(channels_in: int, channels_out: int, stride: int) -> nn.Module:
    if stride == 1 and channels_in == channels_out:
        return nn.Identity()
    pool = nn.AvgPool2d((1, stride), (1, stride), ceil_mode=True)
    return nn.Sequential(
        pool, nn.Conv2d(channels_in, channels_out, 1, bias=False), nn.BatchNorm2d(channels_out)
    )


def _along_time(channels_in: int, channels_out: int, length: int, stride: int) -> nn.Conv2d:
    return nn.Conv2d(
        channels_in, channels_out, (1, length), stride=(1, stride), padding=(0, length // 2), bias=False
    )
