"""The architectures this program knows: pure data. A new one is an entry here and, if it is ours, one file
in `models.networks`."""

from functools import cache
from typing import Final

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.methods import EVERY_NETWORK, READING_LEADS, WITH_ATTENTION
from ecgdesk.models import papers
from ecgdesk.models.catalog import Architecture, Catalog, Layout

TIMM_PREFIX: Final = "timm:"
"""`timm:<name>` stands for any classification network of timm, with timm's own configuration."""

_PLAIN_TRANSFORMERS: Final = ("vit_", "deit_", "deit3_")
_TIMM_BUILDER: Final = "timm_any:build"
_TIMM_SOURCE: Final = "timm (Apache-2.0), https://github.com/huggingface/pytorch-image-models"
_IMAGENET_PAGE: Final = Preprocessing(width=224, height=224)
_HALVES_PAGE: Final = Preprocessing(width=224, height=224, mean=(0.5,) * 3, std=(0.5,) * 3)
_LEADS: Final = Preprocessing(width=250, height=16, colour="traces", mean=(128 / 255,), std=(40 / 255,))
"""Standardised so that 1 is a millivolt."""
_INK_PAGE: Final = Preprocessing(width=352, height=208, colour="ink", mean=(0.06,), std=(0.16,))
_WIDE_INK_PAGE: Final = Preprocessing(width=704, height=208, colour="ink", mean=(0.0,), std=(1.0,))


def _timm(
    architecture_id: str,
    name: str,
    model: str,
    layer: str,
    description: str,
    layout: Layout = "nchw",
    preprocessing: Preprocessing = _IMAGENET_PAGE,
    methods: tuple[str, ...] = EVERY_NETWORK,
    *,
    weights: str,
) -> Architecture:
    return Architecture(
        id=architecture_id, name=name, kind="timm", builder=_TIMM_BUILDER, target_layer=layer, layout=layout,
        preprocessing=preprocessing, description=description, options={"model": model}, source=_TIMM_SOURCE,
        methods=methods, pretrained={"": f"timm:{model}.{weights}"},
    )  # fmt: skip


ENTRIES: Final[tuple[Architecture, ...]] = (
    Architecture(
        id="page-resnet", name="Page ResNet", kind="own", builder="page_resnet:build",
        target_layer="stages.3", layout="nchw", preprocessing=_INK_PAGE,
        options={"width": 48, "depths": (2, 2, 2, 2), "dropout": 0.3},
        description="A compact residual network for wide pages of ink; its grid is a sixteenth of the page.",
        early_layer="stages.0",
        early_places=True,
    ),
    Architecture(
        id="page-trace", name="Page and traces", kind="own", builder="page_trace:build",
        target_layer="maps", layout="nchw", preprocessing=_WIDE_INK_PAGE, options={"page_width": 32},
        description="A page network beside a reader of each row; for 3×4 leads with a rhythm strip only.",
        early_layer="page.stages.0",
        early_places=True,
    ),
    Architecture(
        id="lead-resnet", name="Lead ResNet", kind="own", builder="lead_resnet:build",
        target_layer="stem", layout="nchw", preprocessing=_LEADS,
        options={"members": 1}, methods=READING_LEADS,
        description="Reads the digitised leads of a page in any layout, and how their rhythm repeats.",
        early_layer="members.0.leads.1",
    ),
    _timm("resnet18-ink", "ResNet-18 on ink", "resnet18", "layer4",
          "ResNet-18 on one channel of ink, on a wide page.", preprocessing=_INK_PAGE,
          weights="tv_in1k"),
    _timm("efficientnet_b0", "EfficientNet-B0", "efficientnet_b0", "bn2",
          "Small network with depthwise convolutions and squeeze-and-excitation.", weights="ra_in1k"),
    _timm("vit_small_patch16_224", "ViT-S/16", "vit_small_patch16_224", "blocks.11.norm1",
          "Small vision transformer with patches of 16 pixels.", layout="tokens", methods=WITH_ATTENTION,
          preprocessing=_HALVES_PAGE, weights="augreg_in21k_ft_in1k"),
    _timm("swin_tiny_patch4_window7_224", "Swin-T", "swin_tiny_patch4_window7_224", "layers.3.blocks.1.norm1",
          "Transformer with shifted windows.", layout="nhwc", weights="ms_in1k"),
    *papers.ENTRIES,
)  # fmt: skip


@cache
def catalog() -> Catalog:
    """Return the catalog of everything in `ENTRIES`."""
    known = Catalog()
    for entry in ENTRIES:
        known.register(entry)
    return known


def is_known(architecture_id: str) -> bool:
    """Return whether the catalog has this architecture; any `timm:<name>` counts, timm is not asked."""
    return architecture_id in catalog() or _timm_name(architecture_id) != ""


def methods_of(architecture_id: str) -> tuple[str, ...]:
    """Return the attribution methods of an architecture without torch; of `timm:<name>` by its name."""
    name = _timm_name(architecture_id)
    if not name:
        return catalog()[architecture_id].methods
    return WITH_ATTENTION if name.startswith(_PLAIN_TRANSFORMERS) else EVERY_NETWORK


def architecture(architecture_id: str) -> Architecture:
    """Return an entry, asking timm itself for `timm:<name>`; raises UnknownArchitectureError."""
    name = _timm_name(architecture_id)
    if not name:
        return catalog()[architecture_id]
    from ecgdesk.models.networks.timm_any import describe  # imports torch

    return describe(architecture_id, name)


def _timm_name(architecture_id: str) -> str:
    return architecture_id.removeprefix(TIMM_PREFIX) if architecture_id.startswith(TIMM_PREFIX) else ""
