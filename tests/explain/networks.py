"""Small networks of each layout, quick to build."""

import torch
from torch import Tensor, nn


class Chain(nn.Module):
    """Convolutions, a layer to explain, then an in-place ReLU, pooling and a head of two layers."""

    def __init__(self, classes: int = 4) -> None:
        super().__init__()
        self.body = nn.Conv2d(1, 6, 3, stride=2, padding=1)
        self.last = nn.Conv2d(6, 8, 3, stride=2, padding=1)
        self.act = nn.ReLU(inplace=True)
        self.hidden = nn.Linear(8, 8)
        self.head = nn.Linear(8, classes)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, 1, H, W) to logits."""
        features = self.act(self.last(torch.tanh(self.body(x))))
        return self.head(torch.tanh(self.hidden(features.mean(dim=(2, 3)))))


class ChannelsLast(Chain):
    """The same numbers with the explained layer in (N, h, w, C)."""

    def __init__(self, classes: int = 4) -> None:
        super().__init__(classes)
        self.turned = nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, 1, H, W) to logits."""
        features = self.turned(self.last(torch.tanh(self.body(x))).permute(0, 2, 3, 1))
        return self.head(torch.tanh(self.hidden(torch.relu(features).mean(dim=(1, 2)))))


class Tokens(Chain):
    """The same numbers with the explained layer in (N, prefix + h·w, C), the prefix unused."""

    def __init__(self, classes: int = 4, prefix: int = 1) -> None:
        super().__init__(classes)
        self.turned = nn.Identity()
        self.prefix = nn.Parameter(torch.full((1, prefix, 8), 5.0))

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, 1, H, W) to logits."""
        patches = self.last(torch.tanh(self.body(x))).flatten(2).transpose(1, 2)
        tokens = self.turned(torch.cat([self.prefix.expand(len(x), -1, -1), patches], dim=1))
        features = torch.relu(tokens[:, self.prefix.shape[1] :])
        return self.head(torch.tanh(self.hidden(features.mean(dim=1))))


def made(kind: type[nn.Module], seed: int = 1) -> nn.Module:
    """Return a network of a kind with the same weights wherever the kinds share them."""
    torch.manual_seed(seed)
    return kind().eval()
