"""AlexNet out of torchvision, the one network of the papers that timm does not have, with random weights."""

from torch import nn
from torchvision import models

from ecgdesk.models.networks.spec import NetworkSpec


class AlexNet(models.AlexNet):  # type: ignore[misc]  # torchvision is untyped
    """The one-tower AlexNet (Krizhevsky 2014) on any number of input channels, under torchvision's names."""

    def __init__(self, num_classes: int, channels: int = 3, dropout: float = 0.5) -> None:
        super().__init__(num_classes, dropout)
        if channels != 3:
            self.features[0] = nn.Conv2d(channels, 64, kernel_size=11, stride=4, padding=2)

    def part_names(self) -> tuple[str, ...]:
        """Return convolutions and dense layers."""
        return ("features", "classifier")

    def head_names(self) -> tuple[str, ...]:
        """Return the last dense layer."""
        return ("classifier.6",)


def build_alexnet(spec: NetworkSpec) -> AlexNet:
    """Build AlexNet; option: `dropout` (0.5 as published)."""
    return AlexNet(spec.num_classes, spec.channels, **spec.options)
