"""The baseline network of paper B (Gandham et al.): three convolution blocks and a fully connected layer.

Published: three blocks of convolution, batch norm, ReLU and max pooling, a fully connected layer, softmax,
dropout 0.3 before the last layer. Ours, because unpublished: 3×3 kernels, widths 32, 64 and 128, and a hidden
layer of 128.
"""

from collections.abc import Sequence

from torch import Tensor, nn

from ecgdesk.models.networks.spec import NetworkSpec


class BaselineCnn(nn.Module):
    """Blocks, each halving height and width; then hidden layer, dropout and the last layer.

    The hidden layer sees every place of the last map, so the input size (height, width) is fixed.
    """

    def __init__(
        self, num_classes: int, channels: int, height: int, width: int,
        widths: Sequence[int] = (32, 64, 128), hidden: int = 128, dropout: float = 0.3,
    ) -> None:  # fmt: skip
        super().__init__()
        self.blocks = nn.Sequential(*map(_block, [channels, *widths[:-1]], widths))
        shrink = 2 ** len(widths)
        places = (height // shrink) * (width // shrink)
        self.hidden = nn.Sequential(nn.Flatten(), nn.Linear(widths[-1] * places, hidden), nn.ReLU())
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(hidden, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, height, width) to logits (N, num_classes)."""
        logits: Tensor = self.classifier(self.dropout(self.hidden(self.blocks(x))))
        return logits

    def part_names(self) -> tuple[str, ...]:
        """Return blocks, hidden layer, classifier."""
        return ("blocks", "hidden", "classifier")

    def head_names(self) -> tuple[str, ...]:
        """Return the last layer."""
        return ("classifier",)


def build(spec: NetworkSpec) -> BaselineCnn:
    """Build the baseline network; options: `widths`, `hidden`, `dropout`."""
    return BaselineCnn(spec.num_classes, spec.channels, spec.height, spec.width, **spec.options)


def _block(channels_in: int, channels_out: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels_in, channels_out, 3, padding=1),
        nn.BatchNorm2d(channels_out),
        nn.ReLU(),
        nn.MaxPool2d(2),
    )
