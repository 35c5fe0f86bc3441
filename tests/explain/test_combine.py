"""How features and gradient become a map."""

import pytest
import torch

from ecgdesk.explain.combine import class_activation, layer_cam, plus_plus
from ecgdesk.explain.gradcam import GradCam
from tests.explain.networks import Chain, made


@pytest.fixture
def parts() -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(3)
    return torch.rand(2, 5, 6, 7), torch.randn(2, 5, 6, 7)


def test_grad_cam_is_the_mean_gradient_times_the_features(parts: tuple[torch.Tensor, torch.Tensor]) -> None:
    features, gradient = parts
    by_hand = sum(gradient[:, c].mean(dim=(1, 2))[:, None, None] * features[:, c] for c in range(5))
    torch.testing.assert_close(class_activation(features, gradient), by_hand.relu())


def test_layer_cam_counts_only_positive_gradient_at_each_place(
    parts: tuple[torch.Tensor, torch.Tensor],
) -> None:
    features, gradient = parts
    torch.testing.assert_close(layer_cam(features, gradient), (gradient.clamp(min=0) * features).sum(1))
    assert layer_cam(features, -gradient.abs()).max() == 0


def test_plus_plus_is_as_printed(parts: tuple[torch.Tensor, torch.Tensor]) -> None:
    features, gradient = parts
    wanted = torch.zeros(2, 6, 7)
    for n in range(2):
        for c in range(5):
            g, a = gradient[n, c], features[n, c]
            alpha = g**2 / (2 * g**2 + a.sum() * g**3)
            wanted[n] += (alpha * g.clamp(min=0)).sum() * a
    torch.testing.assert_close(plus_plus(features, gradient), wanted.relu(), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("combine", [class_activation, plus_plus, layer_cam])
def test_without_gradient_there_is_no_heat(combine: object) -> None:
    heat = combine(torch.rand(1, 3, 4, 4), torch.zeros(1, 3, 4, 4))  # type: ignore[operator]
    assert heat.shape == (1, 4, 4)
    assert not heat.any()


def test_the_three_agree_on_one_place_and_differ_on_many() -> None:
    page = torch.randn(1, 1, 32, 64, generator=torch.Generator().manual_seed(1))
    maps = [
        GradCam(made(Chain), "last", "nchw", c).attribute(page, 1)
        for c in (class_activation, plus_plus, layer_cam)
    ]
    assert all(bool(torch.isfinite(heat).all()) for heat in maps)
    assert not torch.allclose(maps[0] / maps[0].amax(), maps[2] / maps[2].amax(), atol=1e-3)
