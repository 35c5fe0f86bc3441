"""Changes of views: each does something, repeats with its seed, and draws nothing from anybody else."""

import pytest
import torch

from ecgdesk.core.recipe import ViewSettings
from training.page_views import BaselineWarp, Border, Grid, Header, TimeScale
from training.views import ViewChanges

EACH = [
    {"crop_scale": (0.3, 0.5)}, {"rotation_deg": 20}, {"translate": 0.2}, {"scale": (1.3, 1.4)},
    {"shear_deg": 20}, {"perspective": 0.5, "perspective_chance": 1}, {"time_scale": (1.2, 1.3)},
    {"baseline_warp": 0.1}, {"flip_chance": 1}, {"brightness": 0.5}, {"contrast": 0.5}, {"saturation": 0.9},
    {"hue": 0.4}, {"grey_chance": 1}, {"blur_chance": 1, "blur_sigma": (1, 2)}, {"grid_chance": 1},
    {"border_chance": 1, "border_share": 0.4}, {"header_chance": 1}, {"erase_chance": 1}, {"noise": 0.1},
]  # fmt: skip


@pytest.fixture
def views() -> torch.Tensor:
    return torch.rand(3, 3, 24, 32, generator=torch.Generator().manual_seed(0))


@pytest.mark.parametrize("values", EACH, ids=lambda values: next(iter(values)))
def test_each_change_changes_within_range_and_repeats(values: dict[str, object], views: torch.Tensor) -> None:
    settings = ViewSettings.model_validate(values)
    one, two = (ViewChanges(settings, 1.0, seed=3)(views.clone()) for _ in range(2))
    assert torch.equal(one, two)
    assert one.shape == views.shape
    assert not torch.allclose(one, views, atol=1e-3)
    assert one.min() >= 0
    assert one.max() <= 1


@pytest.mark.parametrize("values", EACH, ids=lambda values: next(iter(values)))
def test_each_change_takes_one_channel(values: dict[str, object], views: torch.Tensor) -> None:
    settings = ViewSettings.model_validate(values)
    assert ViewChanges(settings, 0.0, seed=0)(views[:, :1]).shape == (3, 1, 24, 32)


def test_nothing_changes_unless_asked(views: torch.Tensor) -> None:
    assert torch.equal(ViewChanges(ViewSettings(), 1.0, seed=0)(views), views)


def test_views_of_a_batch_change_apart(views: torch.Tensor) -> None:
    same = views[:1].repeat(3, 1, 1, 1)
    changed = ViewChanges(ViewSettings(rotation_deg=30), 1.0, seed=0)(same)
    assert not torch.allclose(changed[0], changed[1])


def test_the_common_generator_is_left_as_it_was(views: torch.Tensor) -> None:
    torch.manual_seed(7)
    expected = torch.rand(3)
    torch.manual_seed(7)
    ViewChanges(ViewSettings(rotation_deg=30, noise=0.1, erase_chance=1), 1.0, seed=0)(views)
    assert torch.equal(torch.rand(3), expected)


@pytest.mark.parametrize("blank", [0.0, 1.0])
def test_moved_paper_stays_blank(blank: float) -> None:
    paper = torch.full((2, 1, 24, 32), blank)
    settings = ViewSettings(
        rotation_deg=30, translate=0.3, time_scale=(0.7, 0.8), baseline_warp=0.1, perspective=0.5
    )
    assert torch.allclose(ViewChanges(settings, blank, seed=0)(paper), paper, atol=1e-6)


def test_time_scale_stretches_along_time_only() -> None:
    view = torch.zeros(1, 9, 33)
    view[0, 2, 24] = 1.0
    stretched = TimeScale((1.5, 1.5))(view)
    assert stretched[0].flatten().argmax() == 2 * 33 + 28


def test_a_baseline_warp_moves_columns_up_and_down_only() -> None:
    torch.manual_seed(0)
    view = torch.zeros(1, 40, 32)
    view[:, 20] = 1.0
    warped = BaselineWarp(0.1)(view)
    assert torch.allclose(warped.sum(dim=1), torch.ones(1, 32), atol=1e-4)
    assert (warped[0].argmax(dim=0) - 20).abs().max() <= 4


def test_header_border_and_grid_cover_what_they_name() -> None:
    view = torch.full((1, 20, 40), 0.5)
    header = Header(0.25, 1.0)(view)
    assert (header[:, :5] == 1).all()
    assert torch.equal(header[:, 5:], view[:, 5:])
    torch.manual_seed(1)
    border = Border(0.3)(view)
    assert torch.equal(border[:, 6:14, 12:28], view[:, 6:14, 12:28])
    assert not torch.equal(border, view)
    assert (Grid()(view) != view).any(dim=1).sum() >= 2
