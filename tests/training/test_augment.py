"""Augmentation repeats with its seed, keeps the range, and leaves blank paper blank."""

import pytest
import torch

from ecgdesk.core.recipe import AugmentSettings
from training.augment import Augment

STILL = {
    "rotation_deg": 0, "scale_x": (1, 1), "scale_y": (1, 1), "shift": 0, "gain": (1, 1), "noise": 0,
    "erase_chance": 0,
}  # fmt: skip


@pytest.fixture
def views() -> torch.Tensor:
    return torch.rand(4, 1, 24, 32, generator=torch.Generator().manual_seed(0))


def test_the_same_seed_changes_alike(views: torch.Tensor) -> None:
    one, two = (Augment(AugmentSettings(), 0.0, seed=5)(views.clone()) for _ in range(2))
    assert torch.equal(one, two)
    assert not torch.equal(one, Augment(AugmentSettings(), 0.0, seed=6)(views.clone()))


def test_values_stay_in_range(views: torch.Tensor) -> None:
    changed = Augment(AugmentSettings(noise=0.5), 0.0, seed=0)(views)
    assert changed.min() >= 0
    assert changed.max() <= 1


def test_nothing_changes_when_nothing_is_asked(views: torch.Tensor) -> None:
    changed = Augment(AugmentSettings.model_validate(STILL), 0.0, seed=0)(views.clone())
    assert torch.allclose(changed, views, atol=1e-5)


@pytest.mark.parametrize("blank", [0.0, 1.0])
def test_what_comes_in_from_outside_is_blank(blank: float) -> None:
    paper = torch.full((3, 1, 24, 32), blank)
    settings = AugmentSettings(noise=0.0, shift=0.3, erase_chance=1.0)
    assert torch.allclose(Augment(settings, blank, seed=0)(paper), torch.full((3, 1, 24, 32), blank))


def test_a_larger_scale_widens_the_picture() -> None:
    view = torch.zeros(1, 1, 9, 33)
    view[..., 24] = 1.0
    settings = AugmentSettings.model_validate({**STILL, "scale_x": (1.5, 1.5)})
    assert int(Augment(settings, 0.0, seed=0)(view)[0, 0, 4].argmax()) == 28
