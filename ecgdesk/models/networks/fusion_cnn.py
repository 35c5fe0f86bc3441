"""The parallel-branch fusion network of paper C (Rishika et al.), 227×227.

Published: the layer table (modules, widths, kernels, output shapes), LeakyReLU 0.1, dropout 0.3, batch norm
after the latent dense layer `fc01`. One correction: at 227 px a ResNet-18 ends in an 8×8 grid, where the
paper writes 7×7; the pooling behind it hides the difference. Ours, because unpublished: LeakyReLU follows the
adapter, `fc01`, `conv04`, `conv05`, `conv07` and `fc02`, and the adaptive pooling takes means.

| module | layer | output |
|---|---|---|
| spatial | ResNet-18 | (512, 8, 8) |
| adapter | 1×1 | (224, 8, 8) |
| pool | adaptive | (224, 2, 2) |
| fc01, norm01 | on all pixels | (16) → (1, 4, 4) |
| conv04 | 3×3, unpadded | (32, 2, 2) |
| conv05 | 3×3, padding 1, on conv04 | (64, 2, 2) |
| latent | conv04 beside conv05 | (96, 2, 2) |
| fused | both branches | (320, 2, 2) |
| conv07 | 1×1 | (256, 2, 2) |
| fc02, dropout, fc03 | flattened (1024) | (512), (classes) |
"""

import timm
import torch
from torch import Tensor, nn
from torch.nn import functional

from ecgdesk.models.networks.spec import NetworkSpec

_LATENT_SIDE = 4
_SLOPE = 0.1


class SpatialBranch(nn.Module):
    """ResNet-18's residual blocks, a 1×1 adapter and pooling to 2×2."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.backbone = timm.create_model("resnet18", in_chans=channels, num_classes=0, global_pool="")
        self.adapter = nn.Conv2d(512, 224, 1)
        self.pool = nn.AdaptiveAvgPool2d(2)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to (N, 224, 2, 2)."""
        pooled: Tensor = self.pool(_leaky(self.adapter(self.backbone(x))))
        return pooled


class GlobalBranch(nn.Module):
    """All pixels at once to a latent picture of 4×4, and two convolutions on it side by side."""

    def __init__(self, pixels: int) -> None:
        super().__init__()
        self.flatten = nn.Flatten()
        self.fc01 = nn.Linear(pixels, _LATENT_SIDE**2)
        self.norm01 = nn.BatchNorm1d(_LATENT_SIDE**2)
        self.reshape = nn.Unflatten(1, (1, _LATENT_SIDE, _LATENT_SIDE))
        self.conv04 = nn.Conv2d(1, 32, 3)
        self.conv05 = nn.Conv2d(32, 64, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to (N, 96, 2, 2)."""
        latent = self.reshape(_leaky(self.norm01(self.fc01(self.flatten(x)))))
        first = _leaky(self.conv04(latent))
        return torch.cat([first, _leaky(self.conv05(first))], dim=1)


class FusionHead(nn.Module):
    """The neck (1×1 convolution on both branches) and two dense layers."""

    def __init__(self, num_classes: int, dropout: float) -> None:
        super().__init__()
        self.conv07 = nn.Conv2d(320, 256, 1)
        self.flatten = nn.Flatten()
        self.fc02 = nn.Linear(1024, 512)
        self.dropout = nn.Dropout(dropout)
        self.fc03 = nn.Linear(512, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, 320, 2, 2) to logits (N, num_classes)."""
        flat = self.flatten(_leaky(self.conv07(x)))
        logits: Tensor = self.fc03(self.dropout(_leaky(self.fc02(flat))))
        return logits


class FusionCnn(nn.Module):
    """A residual branch for shapes and a branch that sees all pixels at once, fused and classified.

    The input size (channels, height, width) is fixed by `fc01`.
    """

    def __init__(
        self, num_classes: int, channels: int = 3, height: int = 227, width: int = 227, dropout: float = 0.3
    ) -> None:
        super().__init__()
        self.spatial_branch = SpatialBranch(channels)
        self.global_branch = GlobalBranch(channels * height * width)
        self.head = FusionHead(num_classes, dropout)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, height, width) to logits (N, num_classes)."""
        fused = torch.cat([self.spatial_branch(x), self.global_branch(x)], dim=1)
        logits: Tensor = self.head(fused)
        return logits

    def part_names(self) -> tuple[str, ...]:
        """Return the branches and the head with its neck: parts that may learn at rates of their own."""
        return ("spatial_branch.backbone", "spatial_branch.adapter", "global_branch", "head")

    def head_names(self) -> tuple[str, ...]:
        """Return the last layer."""
        return ("head.fc03",)


def build(spec: NetworkSpec) -> FusionCnn:
    """Build the fusion network; option: `dropout`."""
    return FusionCnn(spec.num_classes, spec.channels, spec.height, spec.width, **spec.options)


def _leaky(x: Tensor) -> Tensor:
    return functional.leaky_relu(x, _SLOPE)
