"""EfficientNet-B0 with attention over three scales (paper B, Gandham et al.).

Published: the features of blocks 3, 4 and 6 go into a fusion module; its attention pools each scale globally,
a small feed-forward net gives importance weights, the weighted features are summed, then global pooling and
the head; dropout 0.3 before the last layer. Ours, because unpublished: blocks are counted from 1 among the
seven MBConv stages (40, 80 and 192 channels; torchvision's `features[3]`, `[4]` and `[6]` are the same
stages); each is projected by 1×1 to 128 channels with batch norm and SiLU and brought to the grid of block 4;
the feed-forward net narrows by 4 and its weights go through a softmax over the scales. What lies behind block
6 is left out.
"""

from collections.abc import Sequence
from typing import Any

import timm
import torch
from torch import Tensor, nn
from torch.nn import functional

from ecgdesk.models.networks.spec import NetworkSpec


class EfficientNetTrunk(nn.Module):
    """Stem and the first stages of EfficientNet-B0 under timm's names; gives the maps of chosen stages."""

    def __init__(self, channels: int, taken: Sequence[int]) -> None:
        super().__init__()
        whole: Any = timm.create_model("efficientnet_b0", in_chans=channels, num_classes=0, global_pool="")
        self.conv_stem = whole.conv_stem
        self.bn1 = whole.bn1
        self.blocks: nn.Sequential = whole.blocks[: max(taken)]
        self.taken = tuple(taken)
        self.widths = tuple(_width(self.blocks[number - 1]) for number in taken)

    def forward(self, x: Tensor) -> list[Tensor]:
        """Map (N, channels, H, W) to one map a chosen block, in their order."""
        x = self.bn1(self.conv_stem(x))
        maps = []
        for number, block in enumerate(self.blocks, 1):
            x = block(x)
            if number in self.taken:
                maps.append(x)
        return maps


class MultiScaleFusion(nn.Module):
    """Project maps to one width and one grid, and add them up by the importance of each scale."""

    def __init__(self, widths: Sequence[int], width: int, reduction: int, grid_of: int) -> None:
        super().__init__()
        self.projections = nn.ModuleList(_projection(channels, width) for channels in widths)
        hidden = len(widths) * width // reduction
        self.importance = nn.Sequential(
            nn.Linear(len(widths) * width, hidden), nn.ReLU(), nn.Linear(hidden, len(widths))
        )
        self.grid_of = grid_of

    def forward(self, maps: list[Tensor]) -> Tensor:
        """Map one tensor a scale to (N, width, h, w), the grid of scale number `grid_of`."""
        grid = maps[self.grid_of].shape[-2:]
        scales = torch.stack([  # in full precision: torch has no such resampling in half of it
            functional.interpolate(project(features).float(), grid, mode="bilinear", antialias=True)
            for project, features in zip(self.projections, maps, strict=True)
        ], dim=1)  # fmt: skip
        weights = self.importance(scales.mean(dim=(3, 4)).flatten(1)).softmax(dim=1)
        return torch.einsum("nschw,ns->nchw", scales, weights)


class MultiScaleEfficientNet(nn.Module):
    """Trunk, fusion, global average pooling, dropout, head."""

    def __init__(
        self, num_classes: int, channels: int = 3, blocks: Sequence[int] = (3, 4, 6), width: int = 128,
        reduction: int = 4, grid_of: int = 1, dropout: float = 0.3,
    ) -> None:  # fmt: skip
        super().__init__()
        if list(blocks) != sorted(set(blocks)) or not 1 <= blocks[0] <= blocks[-1] <= 7:
            raise ValueError("blocks must rise from 1 to at most 7")
        self.backbone = EfficientNetTrunk(channels, blocks)
        self.fusion = MultiScaleFusion(self.backbone.widths, width, reduction, grid_of)
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(width, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to logits (N, num_classes)."""
        features = self.fusion(self.backbone(x))
        logits: Tensor = self.classifier(self.dropout(features.mean(dim=(2, 3))))
        return logits

    def part_names(self) -> tuple[str, ...]:
        """Return backbone, fusion, classifier."""
        return ("backbone", "fusion", "classifier")

    def head_names(self) -> tuple[str, ...]:
        """Return the last layer."""
        return ("classifier",)


def build(spec: NetworkSpec) -> MultiScaleEfficientNet:
    """Build it; options: `blocks`, `width`, `reduction`, `grid_of` (an index of `blocks`), `dropout`."""
    return MultiScaleEfficientNet(spec.num_classes, spec.channels, **spec.options)


def _width(block: nn.Module) -> int:
    last_convolution = [module for module in block.modules() if isinstance(module, nn.Conv2d)][-1]
    return last_convolution.out_channels


def _projection(channels: int, width: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(channels, width, 1, bias=False), nn.BatchNorm2d(width), nn.SiLU())
