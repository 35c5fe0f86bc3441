"""Residual blocks along time, shared by all rows of leads."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn


class TimeBlock(nn.Module):
    """Two convolutions along time beside a shortcut, the same for every row."""

    def __init__(self, channels_in: int, channels_out: int, stride: int, dropout: float) -> None:
        super().__init__()
        self.conv1 = along_time(channels_in, channels_out, 5, stride)
        self.norm1 = nn.BatchNorm2d(channels_out)
        self.dropout = nn.Dropout(dropout)
        self.conv2 = along_time(channels_out, channels_out, 5, 1)
        self.norm2 = nn.BatchNorm2d(channels_out)
        self.shortcut = _shortcut(channels_in, channels_out, stride)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, C_in, rows, T) to (N, C_out, rows, T / stride)."""
        y = self.dropout(torch.relu(self.norm1(self.conv1(x))))
        return torch.relu(self.norm2(self.conv2(y)) + self.shortcut(x))


def trunk(channels: int, widths: Sequence[int], first_stride: int, dropout: float) -> nn.Sequential:
    """Return one block a width; each but the first halves time, the first has `first_stride`."""
    inputs = [channels, *widths[:-1]]
    strides = [first_stride] + [2] * (len(widths) - 1)
    blocks = (TimeBlock(a, b, stride, dropout) for a, b, stride in zip(inputs, widths, strides, strict=True))
    return nn.Sequential(*blocks)


def _shortcut(channels_in: int, channels_out: int, stride: int) -> nn.Module:
    if stride == 1 and channels_in == channels_out:
        return nn.Identity()
    pool = nn.AvgPool2d((1, stride), (1, stride), ceil_mode=True)
    return nn.Sequential(
        pool, nn.Conv2d(channels_in, channels_out, 1, bias=False), nn.BatchNorm2d(channels_out)
    )


def along_time(channels_in: int, channels_out: int, length: int, stride: int) -> nn.Conv2d:
    """Return a convolution of so many samples of each row, without bias, padded at both ends."""
    return nn.Conv2d(
        channels_in, channels_out, (1, length), stride=(1, stride), padding=(0, length // 2), bias=False
    )
