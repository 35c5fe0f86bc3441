"""YOLOv8n-cls has the published size and shapes at every stage."""

import pytest
import torch

from ecgdesk.models.networks.yolov8_cls import YoloV8Classifier

STAGES = {
    "stem": (16, 112, 112), "down1": (32, 56, 56), "stage1": (32, 56, 56), "down2": (64, 28, 28),
    "stage2": (64, 28, 28), "down3": (128, 14, 14), "stage3": (128, 14, 14), "down4": (256, 7, 7),
    "stage4": (256, 7, 7), "head.conv": (1280, 7, 7), "head": (1000,),
}  # fmt: skip


def test_it_has_the_published_number_of_parameters() -> None:
    assert sum(p.numel() for p in YoloV8Classifier(1000).parameters()) == 2_719_288


def test_every_stage_has_its_shape() -> None:
    with torch.device("meta"):
        network = YoloV8Classifier(1000).eval()
    seen: dict[str, tuple[int, ...]] = {}
    for name in STAGES:
        network.get_submodule(name).register_forward_hook(
            lambda _m, _i, out, name=name: seen.update({name: tuple(out.shape[1:])})
        )
    network(torch.zeros(1, 3, 224, 224, device="meta"))
    assert seen == STAGES


def test_the_stages_hold_one_two_two_and_one_bottlenecks() -> None:
    network = YoloV8Classifier(4)
    stages = (network.stage1, network.stage2, network.stage3, network.stage4)
    assert [len(stage.blocks) for stage in stages] == [1, 2, 2, 1]


def test_a_stage_joins_both_halves_and_every_bottleneck() -> None:
    assert YoloV8Classifier(4).stage2.leave.conv.in_channels == (2 + 2) * 32


@pytest.mark.parametrize("epsilon", [1e-5, 1e-3])
def test_the_epsilon_of_the_batch_norms_is_an_option(epsilon: float) -> None:
    norms = [
        m for m in YoloV8Classifier(4, norm_epsilon=epsilon).modules() if isinstance(m, torch.nn.BatchNorm2d)
    ]
    assert {norm.eps for norm in norms} == {epsilon}
    assert len(norms) == 26


def test_the_answer_is_logits_in_both_modes() -> None:
    network = YoloV8Classifier(4)
    pages = torch.randn(4, 3, 64, 64)
    assert not torch.allclose(network.eval()(pages).sum(dim=1), torch.ones(4))
    assert not torch.allclose(network.train()(pages).sum(dim=1), torch.ones(4))
