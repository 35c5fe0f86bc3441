"""The chance changes of views that the papers name: torchvision's where it has them, page layouts' ours."""

import torch
from torch import Tensor, nn
from torchvision.transforms import v2

from ecgdesk.core.recipe import ViewSettings
from training.page_views import BaselineWarp, Border, Grid, Header, TimeScale

_STILL = (1.0, 1.0)
_LARGEST_SEED = 2**31


class ViewChanges:
    """Changes each view of a batch by itself; one seeded generator decides all of it.

    torchvision draws from torch's common generator, which is put back afterwards: weights, order and dropout
    are the same with and without these changes.
    """

    def __init__(self, settings: ViewSettings, blank: float, seed: int) -> None:
        self._blank = blank
        self._places = nn.Sequential(*_places(settings))
        self._looks = nn.Sequential(*_looks(settings), *_losses(settings, blank))
        self.chance = torch.Generator().manual_seed(seed)

    def __call__(self, views: Tensor) -> Tensor:
        """Return changed views; (N, C, H, W) in [0, 1], as given."""
        seed = int(torch.randint(_LARGEST_SEED, (1,), generator=self.chance))
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            changed = torch.stack([self._changed(view) for view in views])
        return changed.clamp(0.0, 1.0).contiguous(memory_format=torch.channels_last)

    def _changed(self, view: Tensor) -> Tensor:
        # Moved as its difference from blank paper: torchvision mixes a fill with the picture along its edge,
        # which would draw a grey line there.
        looked: Tensor = self._looks(self._places(view - self._blank) + self._blank)
        return looked


class Resized(nn.Module):
    """A random resized crop that keeps the size of its view, which torchvision wants to be told."""

    def __init__(self, settings: ViewSettings) -> None:
        super().__init__()
        self._settings = settings

    def forward(self, view: Tensor) -> Tensor:
        """Keep the shape (C, H, W)."""
        settings = self._settings
        top, left, height, width = v2.RandomResizedCrop.make_params(
            v2.RandomResizedCrop(view.shape[-2:], settings.crop_scale, settings.crop_ratio), [view]
        ).values()
        cut: Tensor = v2.functional.resized_crop(view, top, left, height, width, list(view.shape[-2:]))
        return cut


class Noise(nn.Module):
    """Gaussian noise on every value."""

    def __init__(self, deviation: float) -> None:
        super().__init__()
        self._deviation = deviation

    def forward(self, view: Tensor) -> Tensor:
        """Keep the shape (C, H, W)."""
        return view + torch.randn(view.shape).to(view.device) * self._deviation


def _places(settings: ViewSettings) -> list[nn.Module]:
    """Return what moves the trace; what comes in from outside is 0."""
    chain: list[nn.Module] = []
    if settings.crop_scale != _STILL:
        chain.append(Resized(settings))
    if settings.rotation_deg or settings.translate or settings.scale != _STILL or settings.shear_deg:
        shift = (settings.translate, settings.translate)
        chain.append(
            v2.RandomAffine(settings.rotation_deg, shift, settings.scale, settings.shear_deg or None,
                            v2.InterpolationMode.BILINEAR)
        )  # fmt: skip
    if settings.perspective:
        chain.append(v2.RandomPerspective(settings.perspective, settings.perspective_chance))
    if settings.time_scale != _STILL:
        chain.append(TimeScale(settings.time_scale))
    if settings.baseline_warp:
        chain.append(BaselineWarp(settings.baseline_warp))
    if settings.flip_chance:
        chain.append(v2.RandomHorizontalFlip(settings.flip_chance))
    return chain


def _looks(settings: ViewSettings) -> list[nn.Module]:
    """Return what changes colour and sharpness."""
    chain: list[nn.Module] = []
    amounts = (settings.brightness, settings.contrast, settings.saturation, settings.hue)
    if any(amounts):
        chain.append(v2.RandomApply([v2.ColorJitter(*amounts)], settings.jitter_chance))
    if settings.grey_chance:
        chain.append(v2.RandomGrayscale(settings.grey_chance))
    if settings.grid_chance:
        chain.append(v2.RandomApply([Grid()], settings.grid_chance))
    if settings.blur_chance:
        size = 2 * round(2 * settings.blur_sigma[1]) + 1
        chain.append(v2.RandomApply([v2.GaussianBlur(size, settings.blur_sigma)], settings.blur_chance))
    return chain


def _losses(settings: ViewSettings, blank: float) -> list[nn.Module]:
    """Return what covers parts of the view."""
    chain: list[nn.Module] = []
    if settings.border_chance:
        chain.append(v2.RandomApply([Border(settings.border_share)], settings.border_chance))
    if settings.header_chance:
        chain.append(v2.RandomApply([Header(settings.header_share, blank)], settings.header_chance))
    if settings.erase_chance:
        chain.append(v2.RandomErasing(settings.erase_chance, settings.erase_area, value=blank))
    if settings.noise:
        chain.append(Noise(settings.noise))
    return chain
