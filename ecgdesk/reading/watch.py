"""Crop and verdict of one page after another, from one glance at each."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Quality, Trust
from ecgdesk.core.card import CropPolicy
from ecgdesk.core.geometry import Crop
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.eye import Eye
from ecgdesk.reading.quality import THRESHOLDS, TURN_FIGURE, judge
from ecgdesk.reading.righted import turned_crop, turns_to_try

Pixels = NDArray[np.uint8]

_LIKELY: Final = 2.5
"""Log odds of an ECG that a page needs once it is turned, where it was refused as it lay."""
_WORSE: Final = 3.0
"""By so much the log odds of an ECG may fall when a page is turned: they are of other rows then."""


class Watch:
    """Proposes crops and judges them, and looks only once at a page for both; one thread at a time."""

    def __init__(self) -> None:
        self._eye = Eye()

    def propose_crop(self, pixels: Pixels, policy: CropPolicy) -> Crop:
        """Return the crop that a policy asks for on an RGB page (height, width, 3)."""
        page = self._eye.glance(pixels) if policy == "tracing" else None
        return propose_crop(pixels, policy, page)

    def judge(self, pixels: Pixels, crop: Crop, area: Crop | None) -> Quality:
        """Return whether a crop may be trusted; `area` is the tracing area found on the page."""
        return judge(pixels, crop, area, self._eye.glance(pixels))

    def righted(self, pixels: Pixels, crop: Crop, policy: CropPolicy, quality: Quality) -> Crop | None:
        """Return the crop of a page that surely lies the wrong way up, turned; None where it stays.

        It stays too where the page, once turned, does not look upright after all.
        """
        sure = TURN_FIGURE in quality.figures
        for quarters in turns_to_try(crop, quality):
            turned = turned_crop(pixels, policy, quarters)
            after = self.judge(pixels, turned, None)
            least = 0.0 if sure else THRESHOLDS.turn
            likely = after.figures["likeness"] >= quality.figures["likeness"] - _WORSE
            if quality.trust is Trust.REFUSED:
                likely = after.figures["likeness"] >= _LIKELY
            if after.figures["upright"] > least and likely and after.trust is not Trust.REFUSED:
                return turned
        return None
