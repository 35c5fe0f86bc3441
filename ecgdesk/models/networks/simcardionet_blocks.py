"""The blocks of SimCardioNet whose inside is unpublished, and therefore ours: multi-scale and attention."""

import torch
from torch import Tensor, nn

_KERNELS = (1, 3, 5)


class MultiScaleBlock(nn.Module):
    """Convolutions of three kernel sizes side by side, joined by 1×1, beside a shortcut.

    Each side has a quarter of the channels. Dropout takes whole channels, before the shortcut is added.
    """

    def __init__(self, channels: int, dropout: float) -> None:
        super().__init__()
        side = channels // 4
        self.scales = nn.ModuleList(_unit(channels, side, kernel) for kernel in _KERNELS)
        self.join = nn.Sequential(
            nn.Conv2d(len(_KERNELS) * side, channels, 1, bias=False), nn.BatchNorm2d(channels)
        )
        self.dropout = nn.Dropout2d(dropout)

    def forward(self, x: Tensor) -> Tensor:
        """Keep the shape (N, C, H, W)."""
        joined = self.join(torch.cat([scale(x) for scale in self.scales], dim=1))
        y: Tensor = (x + self.dropout(joined)).relu()
        return y


class MultiHeadAttention(nn.Module):
    """Self-attention between all places of a map, normalised first, beside a shortcut."""

    def __init__(self, channels: int, heads: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(channels)
        self.attention = nn.MultiheadAttention(channels, heads, batch_first=True)

    def forward(self, x: Tensor) -> Tensor:
        """Keep the shape (N, C, H, W)."""
        places = x.flatten(2).transpose(1, 2)
        return x + self.attended(places).transpose(1, 2).reshape(x.shape)

    def attended(self, places: Tensor) -> Tensor:
        """Map (N, places, C) to what each place takes from the others, of the same shape."""
        normed = self.norm(places)
        mixed: Tensor = self.attention(normed, normed, normed, need_weights=False)[0]
        return mixed


class TemporalAttention(MultiHeadAttention):
    """Self-attention along the width, which is time on a page; each column is the mean of its rows."""

    def forward(self, x: Tensor) -> Tensor:
        """Keep the shape (N, C, H, W); every row of a column gets the same."""
        moments = x.mean(dim=2).transpose(1, 2)
        return x + self.attended(moments).transpose(1, 2).unsqueeze(2)


def _unit(channels_in: int, channels_out: int, kernel: int) -> nn.Sequential:
    convolution = nn.Conv2d(channels_in, channels_out, kernel, padding=kernel // 2, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(channels_out), nn.ReLU())
