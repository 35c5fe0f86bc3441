"""Several timm networks that vote: the mean of their probabilities (compared with in paper D).

The paper names Inception, MobileNet and NASNet-Large and no more. Ours: version 3 of Inception, version 1 of
MobileNet, equal votes, and one input that each member resizes to its own published size.

For one heat map over all members, every last feature map is brought to the finest grid among them by shares
of area, which keeps its mean, and therefore the member's output, as it is; the maps lie side by side in
`grid`.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import timm
import torch
from torch import Tensor, nn
from torch.nn import functional

from ecgdesk.models.networks.spec import NetworkSpec
from ecgdesk.models.networks.timm_any import checked_name

_MOST_MEMBERS = 8
_LARGEST_SIZE = 1024


class Member(nn.Module):
    """A timm network that ends in global average pooling, at an input size of its own."""

    def __init__(self, name: str, size: int, num_classes: int, channels: int, dropout: float) -> None:
        super().__init__()
        self.network: Any = timm.create_model(
            checked_name(name), num_classes=num_classes, in_chans=channels, drop_rate=dropout
        )
        self.size = size

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to the last feature map (N, C, h, w)."""
        if x.shape[-2:] != (self.size, self.size):
            size = (self.size, self.size)
            x = functional.interpolate(x, size, mode="bilinear", antialias=True)
        features: Tensor = self.network.forward_features(x)
        return features

    def log_probabilities(self, features: Tensor) -> Tensor:
        """Map a last feature map (N, C, h, w) of any grid to log probabilities (N, num_classes)."""
        logits: Tensor = self.network.forward_head(features)
        return logits.log_softmax(dim=1)


class CommonGrid(nn.Module):
    """Feature maps of different grids side by side on the finest of them."""

    def forward(self, maps: list[Tensor]) -> Tensor:
        """Map tensors (N, C_i, h_i, w_i) to one (N, ΣC_i, h, w); the mean of every channel stays."""
        height = max(features.shape[-2] for features in maps)
        width = max(features.shape[-1] for features in maps)
        return torch.cat([resampled(features, height, width) for features in maps], dim=1)


class VotingEnsemble(nn.Module):
    """Members with equal votes. Its outputs are log probabilities, which softmax leaves as they are."""

    def __init__(
        self, num_classes: int, channels: int, members: Sequence[Mapping[str, Any]], dropout: float = 0.0
    ) -> None:
        super().__init__()
        if not 1 <= len(members) <= _MOST_MEMBERS or max(m["size"] for m in members) > _LARGEST_SIZE:
            raise ValueError(
                f"an ensemble has 1 to {_MOST_MEMBERS} members of at most {_LARGEST_SIZE} pixels"
            )
        made = [Member(m["model"], m["size"], num_classes, channels, dropout) for m in members]
        self.members = nn.ModuleList(made)
        self.grid = CommonGrid()

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to log probabilities (N, num_classes)."""
        maps = [voter(x) for voter in self.voters]
        parts = self.grid(maps).split([features.shape[1] for features in maps], dim=1)
        votes = [voter.log_probabilities(part) for voter, part in zip(self.voters, parts, strict=True)]
        return torch.stack(votes).logsumexp(dim=0) - math.log(len(votes))

    @property
    def voters(self) -> list[Member]:
        """The members in order."""
        return [member for member in self.members if isinstance(member, Member)]

    def part_names(self) -> tuple[str, ...]:
        """Return the members."""
        return tuple(f"members.{index}" for index in range(len(self.members)))

    def head_names(self) -> tuple[str, ...]:
        """Return each member's classifier."""
        return tuple(
            f"members.{index}.network.{voter.network.pretrained_cfg['classifier']}"
            for index, voter in enumerate(self.voters)
        )


def build(spec: NetworkSpec) -> VotingEnsemble:
    """Build the ensemble; options: `members` (each with timm `model` and `size` in pixels), `dropout`."""
    return VotingEnsemble(spec.num_classes, spec.channels, **spec.options)


def resampled(features: Tensor, height: int, width: int) -> Tensor:
    """Return maps (N, C, h, w) on another grid by shares of area; the mean of every channel stays."""
    if features.shape[-2:] == (height, width):
        return features
    rows = _overlaps(features.shape[-2], height).to(features)
    columns = _overlaps(features.shape[-1], width).to(features)
    return rows @ features @ columns.T


def _overlaps(cells: int, wanted: int) -> Tensor:
    """Return (wanted, cells): the share of each wanted cell that every old cell covers."""
    old = torch.arange(cells + 1, device="cpu") / cells
    new = torch.arange(wanted + 1, device="cpu") / wanted
    low = torch.maximum(new[:-1, None], old[None, :-1])
    high = torch.minimum(new[1:, None], old[None, 1:])
    return (high - low).clamp(min=0) * wanted
