"""A small residual network over digitised leads, beside the rhythm's autocorrelation (ours).

One short filter bank is shared by all sixteen rows, so that a heat map still knows its lead; then the twelve
leads meet as channels over time, and the four rows of rhythm strip as one long row. Abnormal rhythms show
best in how the slopes repeat: the autocorrelation of the strip's slope goes past the convolutions.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from ecgdesk.models.networks.along_time import along_time, trunk
from ecgdesk.models.networks.rhythm import Rhythm
from ecgdesk.models.networks.spec import NetworkSpec
from ecgdesk.models.trace_picture import LEAD_ROWS, ROWS


class Member(nn.Module):
    """A trunk over twelve leads, one over the rhythm strip, the rhythm's autocorrelation, and a head."""

    def __init__(
        self, num_classes: int, columns: int, stem: int, widths: Sequence[int], rhythm_widths: Sequence[int],
        rhythm_features: int, dropout: float, block_dropout: float,
    ) -> None:  # fmt: skip
        super().__init__()
        self.leads = trunk(stem * LEAD_ROWS, widths, 1, block_dropout)
        self.strip = trunk(stem, rhythm_widths, 2, block_dropout)
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
        self.stem = nn.Sequential(along_time(1, stem, 9, 2), nn.BatchNorm2d(stem), nn.ReLU())
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


def _pooled(features: Tensor) -> tuple[Tensor, Tensor]:
    return features.mean((2, 3)), features.amax((2, 3))
