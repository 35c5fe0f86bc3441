import torch

from ecgdesk.core.recipe_views import TraceSettings
from ecgdesk.models.trace_picture import ZERO
from training.trace_changes import TraceChanges

STILL = TraceSettings(
    gain=0, lead_gain=0, time_scale=0, shift=0, wander_mv=0, noise_mv=0, lead_loss=0
)  # fmt: skip


def _views(number: int = 4) -> torch.Tensor:
    steps = torch.full((number, 1, 16, 250), float(ZERO))
    steps[..., 100:110] += 40
    return steps / 255


def test_with_everything_off_views_stay_as_they_are() -> None:
    views = _views()
    torch.testing.assert_close(TraceChanges(STILL, 1)(views), views, atol=1e-5, rtol=0)


def test_the_same_seed_changes_alike_and_another_does_not() -> None:
    views = _views()
    first, again, other = (TraceChanges(TraceSettings(), seed)(views) for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_a_lost_lead_is_flat_and_the_strip_is_never_lost() -> None:
    changed = TraceChanges(STILL.model_copy(update={"lead_loss": 0.9}), 3)(_views(16))
    flat = (changed - ZERO / 255).abs().amax(dim=(1, 3)) < 1e-6
    assert flat[:, :12].float().mean() > 0.7
    assert not flat[:, 12:].any()


def test_gain_scales_about_the_flat_line() -> None:
    changed = TraceChanges(STILL.model_copy(update={"gain": 0.3}), 5)(_views(32)) * 255 - ZERO
    assert changed[..., 0].abs().max() < 1e-3
    heights = changed[..., 105]
    assert heights.std() > 4
    torch.testing.assert_close(heights[:, 0, 0], heights[:, 0, 13], atol=1e-2, rtol=0)


def test_time_shifts_move_the_strip_by_the_same_seconds_as_the_leads() -> None:
    strip = torch.full((1, 1, 16, 250), float(ZERO))
    strip[:, :, :12, 120:130] += 40
    strip[:, :, 13, 120:130] += 40
    changed = TraceChanges(STILL.model_copy(update={"shift": 0.1}), 8)(strip / 255)
    lead = changed[0, 0, 0].argmax()
    assert abs(int(changed[0, 0, 13].argmax()) - int(lead)) <= 1
    assert abs(int(lead) - 125) >= 5
