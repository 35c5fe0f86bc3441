"""Paper A: three networks on contrast-stretched grey pictures, five classes."""

from typing import Final

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.methods import WITH_ATTENTION
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.class_sentences import CARDIAC
from ecgdesk.models.published import Paper, Reported

PAPER: Final = Paper(
    "A", "Ketab 2025, three networks on grey ECG pictures", "not said, random crops in training"
)

_TRAIN: Final = "training pages"
_VALIDATION: Final = "validation pages"
_NO_TEST: Final = "no test figure is published, and abstract and table disagree"

_GREY: Final = Preprocessing(
    width=224, height=224, colour="grey", contrast_stretch=True, mean=(0.449,), std=(0.226,)
)
_GREY_UNIT: Final = Preprocessing(
    width=224, height=224, colour="grey", contrast_stretch=True, mean=(0.0,), std=(1.0,)
)

ENTRIES: Final[tuple[Architecture, ...]] = (
    Architecture(
        id="resnet50-grey", name="ResNet-50 on grey", kind="timm", builder="timm_any:build",
        target_layer="layer4", layout="nchw", preprocessing=_GREY, options={"model": "resnet50"},
        description="The 50-layer residual network on one grey channel with stretched contrast.",
        source="timm (Apache-2.0)", paper="A",
        reported=(
            Reported("loss", 0.0913, _TRAIN, _NO_TEST),
            Reported("accuracy", 0.9711, _TRAIN, _NO_TEST),
            Reported("accuracy", 0.98, _VALIDATION, _NO_TEST),
        ),
        ours="The size of 224; mean and standard deviation of the grey channel (ImageNet's, averaged).",
        pretrained={"": "timm:resnet50.tv_in1k"},
    ),
    Architecture(
        id="yolov8n-cls", name="YOLOv8n-cls", kind="own", builder="yolov8_cls:build",
        target_layer="head.conv", layout="nchw", preprocessing=_GREY_UNIT,
        description="The small classification network of YOLOv8, written from its published layout.",
        paper="A",
        reported=(
            Reported("loss", 0.18, _TRAIN, _NO_TEST),
            Reported("accuracy", 0.974, _TRAIN, _NO_TEST),
        ),
        ours="The page is stretched to the square instead of cut to it: a cut takes away leads.",
        pretrained={"": "yolov8:yolov8n-cls"},
        weights_note="The public weights are under AGPL-3.0, and so is a model pack made from them.",
    ),
    Architecture(
        id="metaclip-vit-b32", name="MetaCLIP ViT-B/32", kind="clip", builder="metaclip:build",
        target_layer="visual.transformer.resblocks.11.ln_1", layout="tokens", preprocessing=_GREY_UNIT,
        methods=WITH_ATTENTION,
        early_layer="visual",  # its one vector a page: a linear layer inside would give one for every token
        options={"sentences": dict(CARDIAC), "text_tower": True},
        description="Compares a page with one sentence a class and takes the nearest; they can be edited.",
        source="open_clip (MIT)", paper="A",
        reported=(
            Reported("loss", 0.106, _TRAIN, _NO_TEST),
            Reported("accuracy", 0.99, _TRAIN, _NO_TEST),
            Reported("loss", 0.128, _VALIDATION, _NO_TEST),
        ),
        ours="All class sentences but the one for MI; a text tower that is frozen until told to learn.",
        pretrained={"": "open_clip:ViT-B-32-quickgelu/metaclip_400m"},
        weights_note="The public MetaCLIP weights are CC BY-NC 4.0: no commercial use, and none of a pack "
        "made from them.",
    ),
)  # fmt: skip
