"""Paper C: a residual branch and a branch over all pixels, fused, at 227×227."""

from collections.abc import Iterator
from typing import Final

from ecgdesk.core.card import Preprocessing
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.published import Paper, Reported

PAPER: Final = Paper(
    "C", "Rishika et al., a parallel-branch fusion network", "20 % off the top, 7 % off the bottom"
)

_TEST: Final = "960 test pages, 240 a class"
_LEAK: Final = "augmented before the split, so copies of a page lie on both sides"

_PER_CLASS: Final = {
    "Normal": (0.88, 0.84, 0.86),
    "AHB": (0.93, 0.91, 0.92),
    "HMI": (0.84, 0.88, 0.86),
    "MI": (0.91, 0.94, 0.93),
}


def _reported() -> Iterator[Reported]:
    yield Reported("accuracy", 0.8906, _TEST, _LEAK)
    for name, values in _PER_CLASS.items():
        for figure, value in zip(("precision", "recall", "F1"), values, strict=True):
            yield Reported(f"{figure} of {name}", value, _TEST, _LEAK)


ENTRIES: Final[tuple[Architecture, ...]] = (
    Architecture(
        id="fusion-cnn", name="Parallel-branch fusion CNN", kind="own", builder="fusion_cnn:build",
        target_layer="spatial_branch.backbone", layout="nchw",
        preprocessing=Preprocessing(width=227, height=227, resize="bicubic", crop_policy="paper-c"),
        description="A residual branch for shapes beside a branch that sees all pixels at once. "
        "The heat map shows the residual branch.",
        paper="C", reported=tuple(_reported()),
        ours="Where LeakyReLU stands, and means in the adaptive pooling. The residual branch ends in 8×8, "
        "not in 7×7 as printed.",
        pretrained={"spatial_branch.backbone": "timm:resnet18.tv_in1k"},
    ),
)  # fmt: skip
