"""The shape that a network's pictures have on the page: inputs may be stretched."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Rect
from ecgdesk.core.page import PageRef
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from training.data import LabelledPage

_FEW: Final = 9


def shape_of(pages: Sequence[LabelledPage], settings: Preprocessing) -> float:
    """Return width over height of the crops of a few of the pages, in the middle; raises EcgdeskError.

    That of the input where it is not stretched.
    """
    if settings.fit != "stretch" or settings.reads_leads:
        return settings.width / settings.height
    crops = (_crop(page, settings) for page in pages[:: -(-len(pages) // _FEW)])
    return float(median(rect.width / rect.height for rect in crops))


def _crop(page: LabelledPage, settings: Preprocessing) -> Rect:
    return propose_crop(load(PageRef(page.path)).pixels, settings.crop_policy).rect
