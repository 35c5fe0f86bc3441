"""Paper D: SimCardioNet with its ablations, and the networks it is compared with."""

from collections.abc import Mapping
from typing import Any, Final

from ecgdesk.core.card import Preprocessing
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.published import Paper, Reported

PAPER: Final = Paper(
    "D", "Majid et al., SimCardioNet, Scientific Reports 2026", "not said; headers and borders are seen"
)

_PAGE: Final = Preprocessing(width=224, height=224)
_I: Final = "Dataset I, 928 files, 3 folds"
_II: Final = "Dataset II, 3 folds"
_PTB: Final = "PTB-XL"
_COPIES: Final = "491 distinct pages in 928 files, so copies lie on both sides"
_INSIDE: Final = "read here as cross-validation inside files that are copies of each other"
_UNEQUAL: Final = "the class F1s of the same table average 0.856"
_CLAIMED: Final = "claimed for other work, without its protocol"

_OURS: Final = (
    "The order of the parts, kernels of 1, 3 and 5 in the multi-scale blocks, 8 heads, "
    "fusion to 512 and the inside of the projection head."
)

_REPORTED: Final = (
    Reported("accuracy", 0.9752, _I, _COPIES), Reported("macro F1", 0.9732, _I, _COPIES),
    Reported("AUROC", 0.9841, _I, _COPIES), Reported("AUPRC", 0.9698, _I, _COPIES),
    Reported("ECE", 0.034, _I, _COPIES), Reported("Brier", 0.051, _I, _COPIES),
    Reported("F1 of MI", 0.990, _I, _COPIES), Reported("F1 of HMI", 0.954, _I, _COPIES),
    Reported("F1 of AHB", 0.963, _I, _COPIES), Reported("F1 of Normal", 0.986, _I, _COPIES),
    Reported("accuracy", 1.0, _II, _INSIDE), Reported("ECE", 0.059, _II, _INSIDE),
    Reported("accuracy", 0.921, _PTB), Reported("F1", 0.921, _PTB, _UNEQUAL),
)  # fmt: skip


def _variant(
    suffix: str, name: str, accuracy: float, description: str, options: Mapping[str, Any], ours: str
) -> Architecture:
    return Architecture(
        id=f"simcardionet-{suffix}", name=f"SimCardioNet, {name}", kind="own", builder="simcardionet:build",
        target_layer=_last_map(options), layout="nchw", preprocessing=_PAGE, description=description,
        options=options, paper="D", reported=(Reported("accuracy", accuracy, _I, _COPIES),), ours=ours,
        pretrained={"backbone": "timm:resnet50.tv2_in1k"},
    )  # fmt: skip


def _last_map(options: Mapping[str, Any]) -> str:
    if options["attention"] != "none":
        return "attention_conv"
    return "conv_block3" if options.get("conv_blocks", True) else "backbone"


ENTRIES: Final[tuple[Architecture, ...]] = (
    Architecture(
        id="simcardionet", name="SimCardioNet", kind="own", builder="simcardionet:build",
        target_layer="attention_conv", layout="nchw", preprocessing=_PAGE,
        options={"attention": "multi-head"},
        description="ResNet-50, multi-scale blocks and attention over the feature map, with a projection "
        "head for contrastive pretraining.",
        paper="D", reported=_REPORTED, ours=_OURS, pretrained={"backbone": "timm:resnet50.tv2_in1k"},
    ),
    _variant(
        "no-attention", "no attention", 0.92, "SimCardioNet without its attention.",
        {"attention": "none"}, _OURS,
    ),
    _variant(
        "temporal", "temporal attention", 0.95, "SimCardioNet with attention along the time axis only.",
        {"attention": "temporal"}, f"{_OURS} Temporal attention runs along the width of the map.",
    ),
    _variant(
        "cnn-resnet", "CNN + ResNet", 0.94, "ResNet-50 and the convolution blocks, without pretraining.",
        {"attention": "none"}, f"{_OURS} Read as the network without attention, trained without pretraining.",
    ),
    _variant(
        "resnet", "ResNet alone", 0.92, "ResNet-50 with SimCardioNet's pooling and heads.",
        {"attention": "none", "conv_blocks": False}, "Pooling, fusion and heads stay as in SimCardioNet.",
    ),
)  # fmt: skip


def _range(low: float, high: float) -> tuple[Reported, ...]:
    return (
        Reported("accuracy, low end", low, _I, _CLAIMED),
        Reported("accuracy, high end", high, _I, _CLAIMED),
    )


COMPARED: Final[tuple[Architecture, ...]] = (
    Architecture(
        id="mobilenetv2_100", name="MobileNetV2", kind="timm", builder="timm_any:build",
        target_layer="bn2", layout="nchw", preprocessing=_PAGE,
        options={"model": "mobilenetv2_100", "drop_rate": 0.2},
        description="Small network of inverted residual blocks.", source="timm (Apache-2.0)", paper="D",
        reported=_range(0.93, 0.95), pretrained={"": "timm:mobilenetv2_100.ra_in1k"},
    ),
    Architecture(
        id="vgg16", name="VGG16", kind="timm", builder="timm_any:build",
        target_layer="features.29", layout="nchw", preprocessing=_PAGE,
        options={"model": "vgg16", "drop_rate": 0.5},
        description="Thirteen convolutions and three dense layers; a large file.", source="timm (Apache-2.0)",
        paper="D", reported=_range(0.91, 0.95), pretrained={"": "timm:vgg16.tv_in1k"},
    ),
    Architecture(
        id="alexnet", name="AlexNet", kind="torchvision", builder="torchvision_nets:build_alexnet",
        target_layer="features.11", layout="nchw", preprocessing=_PAGE,
        description="Five convolutions and three dense layers.", source="torchvision (BSD-3-Clause)",
        paper="D", reported=(Reported("accuracy", 0.91, _I, _CLAIMED),),
        pretrained={"": "torchvision:alexnet.IMAGENET1K_V1"},
    ),
    Architecture(
        id="inception-mobilenet-nasnet", name="Inception + MobileNet + NASNet-Large", kind="own",
        builder="ensemble:build", target_layer="grid", layout="nchw",
        preprocessing=Preprocessing(width=331, height=331, mean=(0.5, 0.5, 0.5), std=(0.5, 0.5, 0.5)),
        options={
            "members": (
                {"model": "inception_v3", "size": 299},
                {"model": "mobilenetv1_100", "size": 224},
                {"model": "nasnetalarge", "size": 331},
            )
        },
        description="Three networks with equal votes; slow, and a large file.", source="timm (Apache-2.0)",
        paper="D", reported=(Reported("accuracy", 0.964, _I, _CLAIMED),),
        ours="The versions of Inception (3) and MobileNet (1), the mean of probabilities as the vote.",
        pretrained={
            "members.0.network": "timm:inception_v3.tv_in1k",
            "members.1.network": "timm:mobilenetv1_100.ra4_e3600_r224_in1k",
            "members.2.network": "timm:nasnetalarge.tf_in1k",
        },
    ),
)  # fmt: skip
