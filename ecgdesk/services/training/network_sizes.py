"""How large the catalog's networks are, so that a list of them needs no torch.

Counted on networks with four outputs and random weights by `torch.utils.flop_counter`;
`tests/services/training/test_networks.py` counts some of them again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Speed = Literal["fast", "medium", "slow", "very slow"]
_LIMITS: Final[tuple[tuple[float, Speed], ...]] = ((1.0, "fast"), (3.5, "medium"), (10.0, "slow"))


@dataclass(frozen=True, slots=True)
class NetworkSize:
    """Parameters, and billions of multiplications for one page through the network."""

    parameters: int
    gmacs: float

    @property
    def speed(self) -> Speed:
        """The class of speed, by multiplications; how long a page takes depends on the machine."""
        return next((name for limit, name in _LIMITS if self.gmacs < limit), "very slow")

    @property
    def megabytes(self) -> float:
        """Size of the weights as 32-bit numbers."""
        return 4 * self.parameters / 1e6


SIZES: Final[Mapping[str, NetworkSize]] = MappingProxyType(
    {
        "page-resnet": NetworkSize(6306100, 5.95),
        "page-trace": NetworkSize(3118956, 1.17),
        "lead-resnet": NetworkSize(406800, 0.0174),
        "resnet18-ink": NetworkSize(11172292, 2.58),
        "efficientnet_b0": NetworkSize(4012672, 0.385),
        "vit_small_patch16_224": NetworkSize(21667204, 4.6),
        "swin_tiny_patch4_window7_224": NetworkSize(27522430, 4.49),
        "resnet50-grey": NetworkSize(23509956, 4.01),
        "yolov8n-cls": NetworkSize(1443124, 0.198),
        "metaclip-vit-b32": NetworkSize(151277313, 4.41),
        "baseline-cnn": NetworkSize(12939396, 0.519),
        "mobilenetv1_100": NetworkSize(3211076, 0.568),
        "resnet50": NetworkSize(23516228, 4.09),
        "densenet121": NetworkSize(6957956, 2.83),
        "convnext_tiny": NetworkSize(27823204, 4.45),
        "densenet121-bottleneck": NetworkSize(9580932, 2.96),
        "densenet121-attention": NetworkSize(7090116, 2.83),
        "efficientnet-b0-multiscale": NetworkSize(2956627, 0.342),
        "fusion-cnn": NetworkSize(14392708, 2.06),
        "simcardionet": NetworkSize(35516868, 4.64),
        "simcardionet-no-attention": NetworkSize(34465220, 4.58),
        "simcardionet-temporal": NetworkSize(35516868, 4.59),
        "simcardionet-cnn-resnet": NetworkSize(34465220, 4.58),
        "simcardionet-resnet": NetworkSize(25937092, 4.09),
        "mobilenetv2_100": NetworkSize(2228996, 0.299),
        "vgg16": NetworkSize(134276932, 15.5),
        "alexnet": NetworkSize(57020228, 0.71),
        "inception-mobilenet-nasnet": NetworkSize(109741122, 30.1),
    }
)
