"""A compact residual network for wide pages of ink (ours).

Two early strides keep a trace of one or two pixels alive before it is pooled, and the last stage keeps a
grid of a sixteenth of the page, so that a heat map can tell neighbouring leads apart.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from ecgdesk.models.networks.spec import NetworkSpec


class ResidualBlock(nn.Module):
    """Two 3×3 convolutions beside a shortcut (He et al. 2016, basic block)."""

    def __init__(self, channels_in: int, channels_out: int, stride: int) -> None:
        super().__init__()
        self.conv1 = _convolution(channels_in, channels_out, stride)
        self.norm1 = nn.BatchNorm2d(channels_out)
        self.conv2 = _convolution(channels_out, channels_out, 1)
        self.norm2 = nn.BatchNorm2d(channels_out)
        self.shortcut = _shortcut(channels_in, channels_out, stride)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, C_in, H, W) to (N, C_out, H / stride, W / stride)."""
        y = torch.relu(self.norm1(self.conv1(x)))
        y = self.norm2(self.conv2(y))
        return torch.relu(y + self.shortcut(x))


class PageResNet(nn.Module):
    """Stem, four stages of residual blocks, global average pooling, dropout and a linear layer.

    `width` is the number of channels of the first stage; later stages double it. `stem_stride` (2 or 4) and
    `strides` (one a stage) say how the grid shrinks. Input (N, channels, H, W) of any size from 32 pixels on.
    """

    def __init__(
        self, num_classes: int, channels: int = 1, width: int = 48, depths: Sequence[int] = (2, 2, 2, 2),
        dropout: float = 0.3, stem_stride: int = 2, strides: Sequence[int] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        strides = strides or [1] + [2] * (len(depths) - 1)
        if width < 4 or not depths or min(depths) < 1:
            raise ValueError("width must be at least 4 and every depth at least 1")
        if stem_stride not in (2, 4) or len(strides) != len(depths):
            raise ValueError("stem_stride is 2 or 4, and every stage needs a stride")
        widths = [width * 2**stage for stage in range(len(depths))]
        self.stem = nn.Sequential(
            _convolution(channels, width, 2), nn.BatchNorm2d(width), nn.ReLU(),
            _convolution(width, width, stem_stride // 2), nn.BatchNorm2d(width), nn.ReLU(),
        )  # fmt: skip
        inputs = [width, *widths[:-1]]
        self.stages = nn.Sequential(*map(_stage, inputs, widths, depths, strides))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(widths[-1], num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to logits (N, num_classes)."""
        features = self.stages(self.stem(x))
        logits: Tensor = self.head(self.dropout(self.pool(features).flatten(1)))
        return logits


def build(spec: NetworkSpec) -> PageResNet:
    """Build a Page ResNet; options: `width`, `depths`, `dropout`, `stem_stride`, `strides`."""
    return PageResNet(spec.num_classes, spec.channels, **spec.options)


def _stage(channels_in: int, channels_out: int, depth: int, stride: int) -> nn.Sequential:
    first = ResidualBlock(channels_in, channels_out, stride)
    rest = (ResidualBlock(channels_out, channels_out, 1) for _ in range(depth - 1))
    return nn.Sequential(first, *rest)


def _shortcut(channels_in: int, channels_out: int, stride: int) -> nn.Module:
    if stride == 1 and channels_in == channels_out:
        return nn.Identity()
    projection = nn.Conv2d(channels_in, channels_out, 1, bias=False)
    pool: nn.Module = nn.AvgPool2d(stride, ceil_mode=True) if stride > 1 else nn.Identity()
    return nn.Sequential(pool, projection, nn.BatchNorm2d(channels_out))


def _convolution(channels_in: int, channels_out: int, stride: int) -> nn.Conv2d:
    return nn.Conv2d(channels_in, channels_out, 3, stride=stride, padding=1, bias=False)
