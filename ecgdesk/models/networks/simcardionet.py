"""SimCardioNet (paper D, Majid et al., Sci Rep 2026), 224×224, with its ablations.

Published: ResNet-50 with its classifier replaced by identity; 1×1 convolutions 2048 → 1024 → 512, each with
batch norm and ReLU; multi-scale convolution blocks with residual connections (dropout 0.05, 0.1, 0.2);
multi-head self-attention over the feature map; global average and global max pooling side by side; feature
fusion; a projection head to 128, L2-normalised; a classifier on the fused features. Ours, because
unpublished: this order; the inside of the blocks and of the attention (`simcardionet_blocks`); 8 heads;
fusion to 512 by a dense layer, batch norm, ReLU and dropout 0.2; a projection head of two dense layers.

Ablations: `attention` is "multi-head", "temporal" (along the width, which is time on a page) or "none";
`conv_blocks` false takes the blocks and the reduction away too, which leaves ResNet-50, pooling and the
heads. The projection head serves the contrastive stage and stays in the pack, so that features can be
projected.
"""

from typing import Literal

import timm
import torch
from torch import Tensor, nn
from torch.nn import functional

from ecgdesk.models.networks.simcardionet_blocks import MultiHeadAttention, MultiScaleBlock, TemporalAttention
from ecgdesk.models.networks.spec import NetworkSpec

Attention = Literal["multi-head", "temporal", "none"]

_BACKBONE_CHANNELS = 2048
_CHANNELS = 512
_DROPOUTS = (0.05, 0.1, 0.2)


class SimCardioNet(nn.Module):
    """Backbone, reduction, three blocks, attention, pooling, fusion, projection head and classifier."""

    def __init__(
        self, num_classes: int, channels: int = 3, attention: Attention = "multi-head",
        conv_blocks: bool = True, heads: int = 8, fusion_width: int = 512, projection: int = 128,
        dropout: float = 0.2,
    ) -> None:  # fmt: skip
        super().__init__()
        width = _CHANNELS if conv_blocks else _BACKBONE_CHANNELS
        self.backbone = timm.create_model("resnet50", in_chans=channels, num_classes=0, global_pool="")
        self.reduction = _reduction() if conv_blocks else nn.Identity()
        self.conv_block1, self.conv_block2, self.conv_block3 = (
            MultiScaleBlock(width, rate) if conv_blocks else nn.Identity() for rate in _DROPOUTS
        )
        self.attention_conv = _attention(attention, width, heads)
        self.feature_fusion = nn.Sequential(
            nn.Linear(2 * width, fusion_width), nn.BatchNorm1d(fusion_width), nn.ReLU(), nn.Dropout(dropout)
        )
        self.projection_head = nn.Sequential(
            nn.Linear(fusion_width, fusion_width), nn.ReLU(), nn.Linear(fusion_width, projection)
        )
        self.classifier = nn.Linear(fusion_width, num_classes)

    def features(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to the fused features (N, fusion_width)."""
        grid = self.reduction(self.backbone(x))
        grid = self.conv_block3(self.conv_block2(self.conv_block1(grid)))
        grid = self.attention_conv(grid)
        pooled = torch.cat([grid.mean(dim=(2, 3)), grid.amax(dim=(2, 3))], dim=1)
        fused: Tensor = self.feature_fusion(pooled)
        return fused

    def project(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to unit vectors (N, projection) for the contrastive objective."""
        return functional.normalize(self.projection_head(self.features(x)), dim=1)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to logits (N, num_classes)."""
        logits: Tensor = self.classifier(self.features(x))
        return logits

    def part_names(self) -> tuple[str, ...]:
        """Return the parts that have parameters, from backbone to classifier."""
        return tuple(name for name, part in self.named_children() if any(True for _ in part.parameters()))

    def head_names(self) -> tuple[str, ...]:
        """Return the last layer."""
        return ("classifier",)


def build(spec: NetworkSpec) -> SimCardioNet:
    """Build SimCardioNet.

    Options: `attention`, `conv_blocks`, `heads`, `fusion_width`, `projection`, `dropout` (of the fusion).
    """
    return SimCardioNet(spec.num_classes, spec.channels, **spec.options)


def _reduction() -> nn.Sequential:
    layers: list[nn.Module] = []
    for before, after in ((_BACKBONE_CHANNELS, 1024), (1024, _CHANNELS)):
        layers += [nn.Conv2d(before, after, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU()]
    return nn.Sequential(*layers)


def _attention(kind: Attention, width: int, heads: int) -> nn.Module:
    if kind == "multi-head":
        return MultiHeadAttention(width, heads)
    if kind == "temporal":
        return TemporalAttention(width, heads)
    if kind == "none":
        return nn.Identity()
    raise ValueError(f"attention must be multi-head, temporal or none, not {kind!r}")
