"""Any timm network by name: its own input size, mean and deviation, and a layer that gives a map."""

import pytest
import timm
import torch

from ecgdesk.core.errors import UnknownArchitectureError
from ecgdesk.explain.gradcam import GradCam
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build
from ecgdesk.models.networks.timm_layers import FAMILY_LAYERS

# One of each way to end: convolutions, channels last, class tokens, means of tokens, several tensors at once;
# and one of every family whose layer is named here.
NETWORKS = {
    "resnet18": ("layer4", "nchw", (7, 7)),
    "swin_tiny_patch4_window7_224": ("layers.3", "nhwc", (7, 7)),
    "samvit_base_patch16_224": ("blocks.11", "nhwc", (14, 14)),
    "volo_d1_224": ("network.4", "nhwc", (14, 14)),
    "deit_tiny_distilled_patch16_224": ("blocks.11.norm1", "tokens", (14, 14)),
    "levit_128s": ("stages.2", "tokens", (4, 4)),
    "hiera_tiny_224": ("blocks.11", "tokens", (7, 7)),
    "coat_lite_tiny": ("serial_blocks4.1.norm1", "tokens", (7, 7)),
    "coat_mini": ("parallel_blocks.5.norm14", "tokens", (7, 7)),
    "crossvit_tiny_240": ("blocks.2.blocks.0.0.norm1", "tokens", (20, 20)),
    "efficientformer_l1": ("norm", "tokens", (7, 7)),
    "efficientvim_m1": ("norm.3", "nchw", (4, 4)),
    "hrnet_w18_small": ("final_layer", "nchw", (7, 7)),
    "mixer_s32_224": ("norm", "tokens", (7, 7)),
    "mvitv2_tiny": ("stages.3.blocks.1.norm1", "tokens", (7, 7)),
    "pit_ti_224": ("transformers.2.blocks.3.norm1", "tokens", (7, 7)),
    "tnt_s_patch16_224": ("blocks.11.norm_out", "tokens", (14, 14)),
    "twins_svt_small": ("norm", "tokens", (7, 7)),
}


SLOW = (
    "volo_d1_224",
    "coat_mini",
    "samvit_base_patch16_224",
    "tnt_s_patch16_224",
    "crossvit_tiny_240",
    "efficientformer_l1",
    "mvitv2_tiny",
    "hrnet_w18_small",
    "twins_svt_small",
)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in NETWORKS]
)
def test_a_timm_network_is_explained_at_a_layer_that_gives_a_map(name: str) -> None:
    layer, layout, grid = NETWORKS[name]
    entry = architecture(f"timm:{name}")
    assert (entry.target_layer, entry.layout) == (layer, layout)
    with torch.device("meta"):
        network = build(entry, 3).eval()
    page = entry.preprocessing
    pages = torch.zeros(2, page.channels, page.height, page.width, device="meta")
    one = GradCam(network, layer, layout).forward(pages)
    assert one.logits.shape == (2, 3)
    assert one.map(0).shape == (2, *grid)


@pytest.mark.parametrize(
    "name", ["inception_v3", "mobilenetv1_100", "convnext_tiny", "vit_base_patch16_clip_224"]
)
def test_input_size_mean_and_deviation_are_timms_own(name: str) -> None:
    config = timm.get_pretrained_cfg(name)
    page = architecture(f"timm:{name}").preprocessing
    assert (page.channels, page.height, page.width) == config.input_size
    assert (page.mean, page.std) == (config.mean, config.std)


@pytest.mark.parametrize("name", ["no_such_network", ""])
def test_a_name_that_timm_does_not_know_gets_a_sentence(name: str) -> None:
    with pytest.raises(UnknownArchitectureError):
        architecture(f"timm:{name}")


@pytest.mark.parametrize("family", sorted(FAMILY_LAYERS))
def test_a_family_named_here_is_still_one_of_timms(family: str) -> None:
    assert timm.list_models(module=family)
