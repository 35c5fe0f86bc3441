"""Lines out of ink: what each row of a 3×4 page with a rhythm strip does at every moment."""

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 — torch's own custom

ROWS: Final = 4
CHANNELS: Final = 4
_CENTRES: Final = (42 / 312, 120 / 312, 198 / 312, 276 / 312)
"""Where the rows' baselines lie, as shares of the tracing crop's height; the mean of 387 pages."""
_LEFT: Final = 27 / 704
_SPAN: Final = 660 / 704
"""Where the traces begin, after the calibration pulse, and how long they are, as shares of its width."""
_REACH, _SEARCH, _FADE, _UNIT = 36 / 208, 10 / 208, 22 / 208, 10 / 208
"""Of the height: how far a row is looked at, how far its baseline is looked for, where ink of neighbouring
rows fades out (to 1/e), and what counts as 1."""
_FAINT, _CONTRAST = 0.1, 1.8
_LEAST_INK = 0.15
_MUCH_INK = 4.0


class InkTraces(nn.Module):
    """The middle, the highest, the lowest ink of each row and column about the row's baseline, and how much.

    Nothing is learnt here; gradients pass to the ink. For pictures of `width` × `height` pixels.
    """

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.left, self.columns = round(_LEFT * width), round(_SPAN * width) // ROWS * ROWS
        self.centres = [round(share * height) for share in _CENTRES]
        self.reach, self.search = round(_REACH * height), max(1, round(_SEARCH * height))
        self.fade, self.unit = _FADE * height, _UNIT * height

    def forward(self, ink: Tensor) -> Tensor:
        """Map ink (N, 1, H, W) in [0, 1] to (N, 4, 4 rows, columns); up is positive; in full precision."""
        with torch.autocast(ink.device.type, enabled=False):
            drawn = ink[:, 0, :, self.left : self.left + self.columns].float()
            drawn = ((drawn - _FAINT) * _CONTRAST).clamp(0, 1)
            drawn = F.pad(drawn, (0, 0, self.reach, self.reach))
            return torch.stack([self._row(drawn, centre + self.reach) for centre in self.centres], dim=2)

    def _row(self, drawn: Tensor, centre: int) -> Tensor:
        above = self._above(drawn, centre)
        band = drawn[:, centre - self.reach : centre + self.reach + 1]
        near = torch.exp(-((above / self.fade) ** 4)) * band
        amount, height = near.sum(1), above / self.unit
        middle = (near * height).sum(1) / (amount + _LEAST_INK)
        highest, lowest = (near * height.clamp(min=0)).amax(1), (near * (-height).clamp(min=0)).amax(1)
        return torch.stack([middle, highest, lowest, amount / _MUCH_INK], dim=1)

    def _above(self, drawn: Tensor, centre: int) -> Tensor:
        """Return how far above the row's own baseline each line of its band lies, (N, lines, 1) pixels."""
        lines = torch.arange(-self.search, self.search + 1.0, device=drawn.device)
        inked = drawn[:, centre - self.search : centre + self.search + 1].sum(2).square()
        baseline = (inked * lines).sum(1) / (inked.sum(1) + 1e-6)
        band = torch.arange(-self.reach, self.reach + 1.0, device=drawn.device)
        return (baseline[:, None] - band)[:, :, None]
