"""A network of the page and one of its traces that answer together (ours).

The page network sees the whole tracing; the trace network reads each row as a line and asks every lead the
same questions, but weighs the answers lead by lead. They err on different pages.
"""

from collections.abc import Sequence
from math import ceil

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 — torch's own custom

from ecgdesk.models.networks.along_time import along_time, trunk
from ecgdesk.models.networks.ink_traces import CHANNELS, ROWS, InkTraces
from ecgdesk.models.networks.page_resnet import PageResNet
from ecgdesk.models.networks.rhythm import Rhythm
from ecgdesk.models.networks.spec import NetworkSpec

_PARTS = 4
"""A row is four leads long; of the strip, four quarters."""
_SHRUNK = 16
_INK_MEAN, _INK_DEVIATION = 0.05, 0.12
_HIGHEST, _LOWEST = 1, 2
"""Channels of `InkTraces`."""


class TraceNetwork(nn.Module):
    """Filters along time shared by all rows, a layer of its own for each lead, and the rhythm.

    `grid` is the (rows, columns) of the map it gives, which covers the page as the page network's does.
    """

    def __init__(
        self, num_classes: int, size: tuple[int, int], grid: tuple[int, int], widths: Sequence[int],
        features: int, dropout: float,
    ) -> None:  # fmt: skip
        super().__init__()
        self.traces = InkTraces(*size)
        self.grid = grid
        stem = along_time(CHANNELS, widths[0], 9, 2)
        self.filters = nn.Sequential(
            stem, nn.BatchNorm2d(widths[0]), nn.ReLU(), *trunk(widths[0], widths, 1, 0.1)
        )
        leads = ROWS * _PARTS
        self.each_lead = nn.Conv1d(leads * widths[-1], leads * features, 1, groups=leads)
        self.norm = nn.BatchNorm2d(features)
        self.rhythm = Rhythm(self.traces.columns // _PARTS, 48, 0.1)
        self.register_buffer("strip", _strip(grid), persistent=False)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(features + self.rhythm.features, num_classes)

    strip: Tensor

    def forward(self, ink: Tensor) -> Tensor:
        """Map ink (N, 1, H, W) to logits (N, num_classes)."""
        return self.answer(*self.found(ink))

    def found(self, ink: Tensor) -> tuple[Tensor, Tensor]:
        """Return the features laid out over the page (N, features, *grid), and the rhythm's (N, D)."""
        lines = self.traces(ink)
        # No gradient: faint ink has the rhythm of dark ink, so from blank paper on it jumps.
        strip = (lines[:, _HIGHEST, -1] - lines[:, _LOWEST, -1]).detach()
        return self._over_page(self.filters(lines)), self.rhythm(strip)

    def answer(self, over_page: Tensor, rhythm: Tensor) -> Tensor:
        """Return logits (N, num_classes) of what was found."""
        pooled = over_page.mean((2, 3))
        logits: Tensor = self.head(self.dropout(torch.cat([pooled, rhythm.to(pooled.dtype)], dim=1)))
        return logits

    def on_strip(self, rhythm: Tensor) -> Tensor:
        """Return the rhythm's features (N, D) laid where the strip is, (N, D, *grid), with the same means."""
        return rhythm[:, :, None, None] * self.strip

    def _over_page(self, features: Tensor) -> Tensor:
        """Ask each lead of (N, C, rows, T) its own questions, and lay the answers where the leads are."""
        count, channels, rows, moments = features.shape
        each = moments // _PARTS
        leads = features[..., : each * _PARTS].reshape(count, channels, rows, _PARTS, each)
        asked = self.each_lead(leads.permute(0, 2, 3, 1, 4).reshape(count, -1, each))
        asked = asked.reshape(count, rows, _PARTS, -1, each).permute(0, 3, 1, 2, 4)
        answers = torch.relu(self.norm(asked.reshape(count, -1, rows, _PARTS * each)))
        # The outermost columns of the grid are the margin and the calibration pulse.
        inner = F.interpolate(answers, (self.grid[0], self.grid[1] - 2), mode="nearest")
        return F.pad(inner, (1, 1))


class PageTrace(nn.Module):
    """The mean of the logits of a page network and of a trace network.

    In training each batch goes to one of them, drawn by lot: each learns for itself. Input (N, 1, H, W), ink
    in [0, 1]: standardise with mean 0 and deviation 1. The page network sees half the width.
    """

    def __init__(
        self, num_classes: int, width: int, height: int, page_width: int = 32,
        trace_widths: Sequence[int] = (32, 48, 64, 96), trace_features: int = 96, dropout: float = 0.3,
    ) -> None:  # fmt: skip
        super().__init__()
        grid = ceil(height / _SHRUNK), ceil(width / 2 / _SHRUNK)
        self.page = PageResNet(num_classes, 1, page_width, (2, 2, 2, 2), dropout, 4, (1, 2, 2, 1))
        self.trace = TraceNetwork(num_classes, (width, height), grid, trace_widths, trace_features, dropout)
        self.maps = nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, 1, H, W) to logits (N, num_classes)."""
        if self.training:
            one: Tensor = self.trace(x) if torch.rand(()) < 0.5 else self.page(_narrowed(x))
            return one
        over_page, rhythm = self.trace.found(x)
        parts = [self.page.stages(self.page.stem(_narrowed(x))), over_page, self.trace.on_strip(rhythm)]
        # One map of all, so that a heat map explains the whole answer.
        maps = self.maps(torch.cat([part.to(over_page.dtype) for part in parts], dim=1))
        seen, over_page, strip = maps.split([part.shape[1] for part in parts], 1)
        logits: Tensor = (
            self.page.head(seen.mean((2, 3))) + self.trace.answer(over_page, strip.mean((2, 3)))
        ) / 2
        return logits


def _strip(grid: tuple[int, int]) -> Tensor:
    """Return where the strip is on a grid (rows, columns), with a mean of 1."""
    row = torch.arange(grid[0]) * ROWS // grid[0]
    strip = torch.zeros(grid)
    strip[row == ROWS - 1, 1:-1] = 1.0
    return strip / strip.mean()


def _narrowed(ink: Tensor) -> Tensor:
    """Return what the page network sees: half the width, standardised."""
    return (F.avg_pool2d(ink, (1, 2)) - _INK_MEAN) / _INK_DEVIATION


def build(spec: NetworkSpec) -> PageTrace:
    """Build a network of page and traces; options: those of `PageTrace`."""
    if spec.channels != 1 or spec.width % 2 or min(spec.width, spec.height) < 128:
        raise ValueError(
            "a page with traces is one channel of ink, an even number of pixels wide, 128 at least"
        )
    return PageTrace(spec.num_classes, spec.width, spec.height, **spec.options)
