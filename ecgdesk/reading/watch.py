"""Crop and verdict of one page after another, from one glance at each."""

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Quality
from ecgdesk.core.card import CropPolicy
from ecgdesk.core.geometry import Crop
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.eye import Eye
from ecgdesk.reading.quality import judge

Pixels = NDArray[np.uint8]


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
