"""DenseNet-121 with something between its last feature map and its head (paper B, Gandham et al.).

Published: *bottleneck refinement* is convolution, batch norm, ReLU, convolution after the last dense layer,
then global average pooling and the head; *channel attention* is squeeze-and-excitation on the last feature
map (global pooling, two dense layers, sigmoid, multiplication). Dropout 0.3 before the last layer. Ours,
because unpublished: the refinement narrows by 1×1 to 256 channels and widens by 3×3 to 1,024; the attention's
dense layers narrow by 16 (Hu et al. 2018).
"""

from typing import Final

import timm
from torch import Tensor, nn

from ecgdesk.models.networks.spec import NetworkSpec

LAST_CHANNELS: Final = 1024
"""Channels of DenseNet-121's last feature map."""


class BottleneckRefinement(nn.Module):
    """Convolution 1×1, batch norm, ReLU, convolution 3×3; the shape stays (N, C, H, W)."""

    def __init__(self, channels: int, width: int) -> None:
        super().__init__()
        self.narrow = nn.Conv2d(channels, width, 1, bias=False)
        self.norm = nn.BatchNorm2d(width)
        self.widen = nn.Conv2d(width, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, C, H, W) to (N, C, H, W)."""
        y: Tensor = self.widen(self.norm(self.narrow(x)).relu())
        return y


class ChannelAttention(nn.Module):
    """Squeeze-and-excitation: each channel times a number in (0, 1) made from all means."""

    def __init__(self, channels: int, reduction: int) -> None:
        super().__init__()
        self.squeeze = nn.Linear(channels, channels // reduction)
        self.excite = nn.Linear(channels // reduction, channels)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, C, H, W) to (N, C, H, W)."""
        weights = self.excite(self.squeeze(x.mean(dim=(2, 3))).relu()).sigmoid()
        y: Tensor = x * weights[:, :, None, None]
        return y


class RefinedDenseNet(nn.Module):
    """DenseNet-121 without its head, a refinement of the last map, global average pooling, dropout, head."""

    def __init__(self, num_classes: int, channels: int, refinement: nn.Module, dropout: float) -> None:
        super().__init__()
        self.backbone = timm.create_model("densenet121", in_chans=channels, num_classes=0, global_pool="")
        self.refinement = refinement
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(LAST_CHANNELS, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to logits (N, num_classes)."""
        features = self.refinement(self.backbone(x))
        logits: Tensor = self.classifier(self.dropout(features.mean(dim=(2, 3))))
        return logits

    def part_names(self) -> tuple[str, ...]:
        """Return backbone, refinement, classifier."""
        return ("backbone", "refinement", "classifier")

    def head_names(self) -> tuple[str, ...]:
        """Return the last layer."""
        return ("classifier",)


def build_bottleneck(spec: NetworkSpec) -> RefinedDenseNet:
    """Build DenseNet-121 + bottleneck refinement; options: `width` (of the bottleneck), `dropout`."""
    return _bottleneck(spec.num_classes, spec.channels, **spec.options)


def build_attention(spec: NetworkSpec) -> RefinedDenseNet:
    """Build DenseNet-121 + channel attention; options: `reduction`, `dropout`."""
    return _attention(spec.num_classes, spec.channels, **spec.options)


def _bottleneck(num_classes: int, channels: int, width: int = 256, dropout: float = 0.3) -> RefinedDenseNet:
    return RefinedDenseNet(num_classes, channels, BottleneckRefinement(LAST_CHANNELS, width), dropout)


def _attention(num_classes: int, channels: int, reduction: int = 16, dropout: float = 0.3) -> RefinedDenseNet:
    return RefinedDenseNet(num_classes, channels, ChannelAttention(LAST_CHANNELS, reduction), dropout)
