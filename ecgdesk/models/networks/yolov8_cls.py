"""YOLOv8n-cls, the classification network of the YOLOv8 family, written from its published layout.

Four times a convolution of stride 2 and a C2f stage (a cross-stage partial block that keeps the output of
every bottleneck), then a 1×1 convolution to 1,280 channels, global average pooling and a linear layer.
Every convolution is followed by batch norm and SiLU. Layout: the architecture table of YOLOv8 (Jocher et al.
2023); no code of that project is used here. 2,719,288 parameters at 1,000 classes.

The public classification network keeps torch's ε of 1e-5 in its batch norms (its detection networks use
1e-3); a state dict does not carry it, so `norm_epsilon` is an option. Its public preprocessing is: shorter
side to 224, centre crop, values in [0, 1] without further standardisation.

Measured against a randomly initialised reference network (ultralytics 8.4.190; 1,000 classes on three
channels and five on one; eight 224×224 inputs; random affine parameters and running statistics), after
renaming by `models.importers.yolov8`: largest absolute difference of the logits 0.0 in evaluation and in
training mode.
"""

import torch
from torch import Tensor, nn

from ecgdesk.models.networks.spec import NetworkSpec

_HEAD_WIDTH = 1280


class ConvUnit(nn.Module):
    """Convolution without bias, batch norm, SiLU."""

    def __init__(self, channels_in: int, channels_out: int, kernel: int, stride: int = 1) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels_in, channels_out, kernel, stride, kernel // 2, bias=False)
        self.bn = nn.BatchNorm2d(channels_out)
        self.act = nn.SiLU()

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, C_in, H, W) to (N, C_out, H / stride, W / stride)."""
        y: Tensor = self.act(self.bn(self.conv(x)))
        return y


class Bottleneck(nn.Module):
    """Two 3×3 units of one width beside a shortcut."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = ConvUnit(channels, channels, 3)
        self.second = ConvUnit(channels, channels, 3)

    def forward(self, x: Tensor) -> Tensor:
        """Keep the shape (N, C, H, W)."""
        y: Tensor = x + self.second(self.first(x))
        return y


class C2f(nn.Module):
    """Split in two halves, send one through bottlenecks in a row, and join every intermediate result."""

    def __init__(self, channels: int, depth: int) -> None:
        super().__init__()
        half = channels // 2
        self.enter = ConvUnit(channels, channels, 1)
        self.blocks = nn.ModuleList(Bottleneck(half) for _ in range(depth))
        self.leave = ConvUnit((2 + depth) * half, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Keep the shape (N, C, H, W)."""
        pieces = list(self.enter(x).chunk(2, dim=1))
        for block in self.blocks:
            pieces.append(block(pieces[-1]))
        y: Tensor = self.leave(torch.cat(pieces, dim=1))
        return y


class ClassifyHead(nn.Module):
    """1×1 unit, global average pooling, dropout, linear layer."""

    def __init__(self, channels: int, num_classes: int, dropout: float) -> None:
        super().__init__()
        self.conv = ConvUnit(channels, _HEAD_WIDTH, 1)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(dropout)
        self.linear = nn.Linear(_HEAD_WIDTH, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, C, H, W) to logits (N, num_classes)."""
        logits: Tensor = self.linear(self.dropout(self.pool(self.conv(x)).flatten(1)))
        return logits


class YoloV8Classifier(nn.Module):
    """YOLOv8n-cls: (N, channels, H, W), multiples of 32, to logits (N, num_classes) without softmax."""

    def __init__(
        self, num_classes: int, channels: int = 3, dropout: float = 0.0, norm_epsilon: float = 1e-5
    ) -> None:
        super().__init__()
        self.stem = ConvUnit(channels, 16, 3, stride=2)
        self.down1 = ConvUnit(16, 32, 3, stride=2)
        self.stage1 = C2f(32, depth=1)
        self.down2 = ConvUnit(32, 64, 3, stride=2)
        self.stage2 = C2f(64, depth=2)
        self.down3 = ConvUnit(64, 128, 3, stride=2)
        self.stage3 = C2f(128, depth=2)
        self.down4 = ConvUnit(128, 256, 3, stride=2)
        self.stage4 = C2f(256, depth=1)
        self.head = ClassifyHead(256, num_classes, dropout)
        for module in self.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eps = norm_epsilon

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to logits (N, num_classes)."""
        for layer in self.children():
            x = layer(x)
        return x

    def part_names(self) -> tuple[str, ...]:
        """Return the layers from the stem to the head."""
        return tuple(name for name, _ in self.named_children())

    def head_names(self) -> tuple[str, ...]:
        """Return the linear layer: all that changes with the number of classes."""
        return ("head.linear",)


def build(spec: NetworkSpec) -> YoloV8Classifier:
    """Build YOLOv8n-cls; options: `dropout` before the linear layer (0 as published), `norm_epsilon`."""
    return YoloV8Classifier(spec.num_classes, spec.channels, **spec.options)
