"""Paper C's network has the layer table of paper C, row by row."""

import pytest
import torch

from ecgdesk.models.networks.fusion_cnn import FusionCnn

TABLE = {
    "spatial_branch.backbone": (512, 8, 8),  # the paper prints 7×7, which no ResNet-18 gives at 227
    "spatial_branch.adapter": (224, 8, 8),
    "spatial_branch.pool": (224, 2, 2),
    "global_branch.flatten": (154587,),
    "global_branch.fc01": (16,),
    "global_branch.norm01": (16,),
    "global_branch.reshape": (1, 4, 4),
    "global_branch.conv04": (32, 2, 2),
    "global_branch.conv05": (64, 2, 2),
    "global_branch": (96, 2, 2),
    "head.conv07": (256, 2, 2),
    "head.flatten": (1024,),
    "head.fc02": (512,),
    "head.fc03": (4,),
    "": (4,),
}


@pytest.fixture(scope="module")
def shapes() -> dict[str, tuple[int, ...]]:
    with torch.device("meta"):
        network = FusionCnn(4).eval()
    seen: dict[str, tuple[int, ...]] = {}
    for name, module in network.named_modules():
        module.register_forward_hook(lambda _m, _i, out, name=name: seen.update({name: tuple(out.shape[1:])}))
    network.head.register_forward_pre_hook(lambda _m, x: seen.update({"fused": tuple(x[0].shape[1:])}))
    network(torch.zeros(2, 3, 227, 227, device="meta"))
    return seen


@pytest.mark.parametrize(("layer", "shape"), list(TABLE.items()))
def test_a_row_of_the_layer_table(
    shapes: dict[str, tuple[int, ...]], layer: str, shape: tuple[int, ...]
) -> None:
    assert shapes[layer] == shape


def test_both_branches_meet_in_320_channels(shapes: dict[str, tuple[int, ...]]) -> None:
    assert shapes["fused"] == (320, 2, 2)


def test_the_second_convolution_of_the_global_branch_reads_the_first() -> None:
    branch = FusionCnn(4).global_branch
    assert (branch.conv04.kernel_size, branch.conv04.padding) == ((3, 3), (0, 0))
    assert (branch.conv05.kernel_size, branch.conv05.padding, branch.conv05.in_channels) == (
        (3, 3),
        (1, 1),
        32,
    )


def test_dropout_is_as_published() -> None:
    assert FusionCnn(4).head.dropout.p == 0.3
