"""Paper B: eight networks on 224×224 RGB with ImageNet's mean and standard deviation."""

from functools import partial
from typing import Final

from ecgdesk.core.card import Preprocessing
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.published import Paper, Reported

PAPER: Final = Paper("B", "Gandham et al., eight networks on ECG pictures", "not said")

_PAGE: Final = Preprocessing(width=224, height=224)
_TEST: Final = "test pages of the published file split"
_COPIES: Final = "the training counts are multiples of the test counts: copies, as read here"
_IMPOSSIBLE: Final = "a macro recall of 0.99 implies an accuracy of about 0.96 or more"


def _reported(
    accuracy: float, precision: float, recall: float, f1: float, doubt: str = _COPIES
) -> tuple[Reported, ...]:
    names = ("accuracy", "macro precision", "macro recall", "macro F1")
    values = (accuracy, precision, recall, f1)
    return tuple(Reported(name, value, _TEST, doubt) for name, value in zip(names, values, strict=True))


_own = partial(Architecture, kind="own", layout="nchw", preprocessing=_PAGE, paper="B")
_timm = partial(
    Architecture, kind="timm", builder="timm_any:build", layout="nchw", preprocessing=_PAGE, paper="B",
    source="timm (Apache-2.0)",
)  # fmt: skip
_DROPOUT: Final = 0.3


ENTRIES: Final[tuple[Architecture, ...]] = (
    _own(
        id="baseline-cnn", name="Baseline CNN", builder="baseline_cnn:build", target_layer="blocks.2.2",
        description="Three convolution blocks and a fully connected layer.",
        reported=_reported(0.72, 0.70, 0.68, 0.69),
        ours="Kernels of 3×3, widths 32, 64 and 128, a hidden layer of 128.",
    ),
    _timm(
        id="mobilenetv1_100", options={"model": "mobilenetv1_100", "drop_rate": _DROPOUT},
        name="MobileNet (version 1)", target_layer="blocks.4",
        description="Small network of depthwise separable convolutions.",
        reported=_reported(0.48, 0.39, 0.43, 0.38),
        ours="Version 1: the paper says only MobileNet and depthwise separable, which is what version 1 "
        "is made of; version 2 is an entry of its own.",
        pretrained={"": "timm:mobilenetv1_100.ra4_e3600_r224_in1k"},
    ),
    _timm(
        id="resnet50", options={"model": "resnet50", "drop_rate": _DROPOUT},
        name="ResNet-50", target_layer="layer4",
        description="The 50-layer residual network.",
        reported=_reported(0.68, 0.65, 0.64, 0.62), pretrained={"": "timm:resnet50.tv_in1k"},
    ),
    _timm(
        id="densenet121", options={"model": "densenet121", "drop_rate": _DROPOUT},
        name="DenseNet-121", target_layer="features.norm5",
        description="Densely connected network of 121 layers.",
        reported=_reported(0.90, 0.91, 0.91, 0.91), pretrained={"": "timm:densenet121.tv_in1k"},
    ),
    _timm(
        id="convnext_tiny", options={"model": "convnext_tiny", "drop_rate": _DROPOUT},
        name="ConvNeXt-Tiny", target_layer="stages.3",
        description="Convolutions in the style of a transformer.",
        reported=_reported(0.26, 0.06, 0.25, 0.10), pretrained={"": "timm:convnext_tiny.fb_in1k"},
    ),
    _own(
        id="densenet121-bottleneck", name="DenseNet-121 + bottleneck refinement",
        builder="densenet_variants:build_bottleneck", target_layer="refinement",
        description="DenseNet-121 with two further convolutions before its head.",
        reported=_reported(0.91, 0.90, 0.91, 0.91),
        ours="1×1 down to 256 channels and 3×3 back to 1,024.",
        pretrained={"backbone": "timm:densenet121.tv_in1k"},
    ),
    _own(
        id="densenet121-attention", name="DenseNet-121 + channel attention",
        builder="densenet_variants:build_attention", target_layer="refinement",
        description="DenseNet-121 with squeeze-and-excitation on its last feature map.",
        reported=_reported(0.91, 0.93, 0.99, 0.96, _IMPOSSIBLE),
        ours="The dense layers of the attention narrow by 16.",
        pretrained={"backbone": "timm:densenet121.tv_in1k"},
    ),
    _own(
        id="efficientnet-b0-multiscale", name="EfficientNet-B0 + multi-scale attention",
        builder="efficientnet_multiscale:build", target_layer="fusion",
        description="EfficientNet-B0 that weighs three of its scales for each page.",
        reported=_reported(0.96, 0.94, 0.97, 0.95),
        ours="Blocks counted from 1 among the seven stages, projection to 128 channels, the grid of block 4.",
        pretrained={"backbone": "timm:efficientnet_b0.ra_in1k"},
    ),
)  # fmt: skip
