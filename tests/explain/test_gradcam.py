"""Grad-CAM in one pass: the same as captum's, without touching the network."""

import copy
import weakref

import pytest
import torch
from captum.attr import LayerGradCam
from torch import nn

from ecgdesk.core.errors import ExplanationError
from ecgdesk.explain.gradcam import GradCam
from ecgdesk.models.architectures import architecture
from ecgdesk.models.catalog import Layout
from ecgdesk.models.loaded import for_inference
from ecgdesk.models.networks.build import build
from tests.explain.networks import Chain, ChannelsLast, Tokens, made

DEFINED_FOR_CAPTUM = [
    "page-resnet", "resnet18-ink", "efficientnet_b0", "densenet121", "convnext_tiny", "mobilenetv1_100",
]  # fmt: skip
TOLERANCE = 1e-4


@pytest.fixture
def page() -> torch.Tensor:
    torch.manual_seed(3)
    return torch.randn(2, 1, 32, 64)


@pytest.mark.parametrize("name", DEFINED_FOR_CAPTUM)
def test_the_map_is_captums_within_a_ten_thousandth(name: str) -> None:
    torch.manual_seed(4)
    entry = architecture(name)
    network = build(entry, 4).eval()
    with torch.no_grad():
        for layer in network.modules():  # random weights make tiny maps; an error must not hide in that
            if isinstance(layer, nn.Linear):
                layer.weight.mul_(50)
    settings = entry.preprocessing
    page = torch.randn(1, settings.channels, settings.height, settings.width)
    one = GradCam(network, entry.target_layer, entry.layout).forward(page)
    captum = LayerGradCam(network, network.get_submodule(entry.target_layer))
    highest = []
    for target in range(4):
        expected = captum.attribute(page.clone().requires_grad_(), target, relu_attributions=True)[
            :, 0
        ].detach()
        scale = expected.amax().clamp(min=1e-12)
        assert (one.map(target) - expected).abs().max() <= TOLERANCE * min(1.0, float(scale))
        highest.append(float(expected.amax()))
    assert max(highest) > 0


@pytest.mark.parametrize(("kind", "layout"), [(ChannelsLast, "nhwc"), (Tokens, "tokens")])
def test_other_layouts_give_the_same_map(kind: type[nn.Module], layout: Layout, page: torch.Tensor) -> None:
    expected = GradCam(made(Chain), "last", "nchw").forward(page)
    other = GradCam(made(kind), "turned", layout).forward(page)
    torch.testing.assert_close(other.logits, expected.logits)
    for target in range(4):
        torch.testing.assert_close(other.map(target), expected.map(target))
    assert other.map(0).shape == (2, 8, 16)


def test_the_logits_are_those_of_a_bare_pass(page: torch.Tensor) -> None:
    network = made(Chain)
    with torch.no_grad():
        bare = network(page)
    assert torch.equal(GradCam(network, "last", "nchw").forward(page).logits, bare)


def test_another_target_needs_no_other_pass(page: torch.Tensor) -> None:
    network = made(Chain)
    passes: list[int] = []
    network.register_forward_hook(lambda *_: passes.append(1))
    one = GradCam(network, "last", "nchw").forward(page)
    maps = [one.map(target) for target in (0, 1, 2, 3, 0)]
    assert len(passes) == 1
    assert torch.equal(maps[0], maps[4])
    assert not torch.equal(maps[0], maps[1])


def test_only_what_lies_behind_the_layer_is_differentiated(page: torch.Tensor) -> None:
    network = made(Chain)
    touched: list[str] = []
    for name in ("body", "hidden", "head"):
        layer = network.get_submodule(name)
        layer.register_full_backward_hook(lambda *_, name=name: touched.append(name))
    GradCam(network, "last", "nchw").forward(page.requires_grad_()).map(1)
    assert touched == ["head", "hidden"]


def test_nothing_is_left_on_the_network(page: torch.Tensor) -> None:
    network = made(Chain)
    before = copy.deepcopy(network.state_dict())
    GradCam(network, "last", "nchw").attribute(page, 2)
    assert not any(layer._forward_hooks for layer in network.modules())
    assert all(parameter.grad is None for parameter in network.parameters())
    assert all(torch.equal(value, before[key]) for key, value in network.state_dict().items())


@pytest.mark.parametrize("enabled", [True, False])
def test_the_gradient_mode_is_as_it_was(enabled: bool, page: torch.Tensor) -> None:
    with torch.set_grad_enabled(enabled):
        GradCam(made(Chain), "last", "nchw").forward(page).map(0)
        assert torch.is_grad_enabled() is enabled


def test_hook_and_gradient_mode_are_put_back_after_an_error(page: torch.Tensor) -> None:
    network = made(Chain)
    network.head = nn.Linear(99, 4)
    with torch.no_grad():
        with pytest.raises(RuntimeError):
            GradCam(network, "last", "nchw").forward(page)
        assert not torch.is_grad_enabled()
    assert not network.last._forward_hooks


def test_frozen_weights_and_channels_last_change_nothing(page: torch.Tensor) -> None:
    expected = GradCam(made(Chain), "last", "nchw").attribute(page, 1)
    frozen = for_inference(made(Chain))
    torch.testing.assert_close(GradCam(frozen, "last", "nchw").attribute(page, 1), expected)


def test_an_inplace_relu_behind_the_layer_does_not_spoil_the_features(page: torch.Tensor) -> None:
    inplace, apart = made(Chain), made(Chain)
    apart.act = nn.ReLU()
    for target in range(4):
        expected = GradCam(apart, "last", "nchw").attribute(page, target)
        assert torch.equal(GradCam(inplace, "last", "nchw").attribute(page, target), expected)


def test_the_pass_is_freed_when_it_is_dropped(page: torch.Tensor) -> None:
    one = GradCam(made(Chain), "last", "nchw").forward(page)
    one.map(0)
    features = weakref.ref(one._features)
    del one
    assert features() is None


@pytest.mark.parametrize("target", [-1, 4])
def test_a_class_that_is_not_there_is_refused(target: int, page: torch.Tensor) -> None:
    with pytest.raises(ExplanationError, match=f"class number {target}"):
        GradCam(made(Chain), "last", "nchw").attribute(page, target)


def test_a_layer_that_is_not_there_is_refused(page: torch.Tensor) -> None:
    with pytest.raises(ExplanationError, match="no layer 'lost'"):
        GradCam(made(Chain), "lost", "nchw").forward(page)


def test_a_layer_that_does_not_run_is_refused(page: torch.Tensor) -> None:
    network = made(Chain)
    network.spare = nn.Linear(1, 1)
    with pytest.raises(ExplanationError, match="ran 0 times"):
        GradCam(network, "spare", "nchw").forward(page)


def test_a_layer_that_gives_several_tensors_is_refused() -> None:
    network = nn.Sequential(nn.LSTM(8, 8))
    with pytest.raises(ExplanationError, match="no single tensor"):
        GradCam(network, "0", "nchw").forward(torch.zeros(1, 4, 8))


def test_a_layer_in_another_layout_is_refused(page: torch.Tensor) -> None:
    with pytest.raises(ExplanationError, match="3 dimensions"):
        GradCam(made(Tokens), "turned", "nchw").forward(page).map(0)


@pytest.mark.gpu
def test_a_graphics_card_gives_the_same_map(page: torch.Tensor) -> None:
    if not torch.cuda.is_available():
        pytest.skip("no CUDA device here")
    entry = architecture("page-resnet")
    torch.manual_seed(4)
    network = for_inference(build(entry, 4))
    pages = torch.randn(1, 1, 208, 352)
    here = GradCam(network, entry.target_layer, entry.layout).attribute(pages, 1)
    there = GradCam(network.cuda(), entry.target_layer, entry.layout).attribute(pages.cuda(), 1).cpu()
    torch.testing.assert_close(there / there.max(), here / here.max(), atol=5e-3, rtol=0)
