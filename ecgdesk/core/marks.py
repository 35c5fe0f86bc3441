"""What a person has put on a page by hand besides the crop: calipers, lead boxes, a scale."""

from dataclasses import dataclass, replace
from math import hypot
from typing import TYPE_CHECKING

from ecgdesk.core.calipers import Caliper, from_ends
from ecgdesk.core.geometry import Crop, Point, Rect, Size, map_points, straight_transform
from ecgdesk.core.tracing import Given, LeadBox, Scale

if TYPE_CHECKING:  # the window shows before numpy is imported
    import numpy as np
    from numpy.typing import NDArray

Corners = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Marks:
    """Calipers, and what is to be used instead of what is read; None: as it is read.

    All lies on the page as `rotation_deg` and `corners` straighten it.
    """

    calipers: tuple[Caliper, ...] = ()
    scale: Scale | None = None
    leads: tuple[LeadBox, ...] | None = None
    rotation_deg: float = 0.0
    corners: Corners | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was put on the page."""
        return not self.calipers and self.scale is None and self.leads is None

    @property
    def given(self) -> Given:
        """What reading must take as it is."""
        return Given(self.scale, self.leads)


def lies_like(marks: Marks, crop: Crop) -> bool:
    """Return whether a crop straightens the page as it was when the marks were put on it."""
    return marks.corners == crop.corners and (marks.rotation_deg - crop.rotation_deg) % 360 == 0


def marks_on(marks: Marks, crop: Crop, size: Size) -> Marks:
    """Return the marks on a loaded page of `size` as a crop straightens it.

    They follow small turns and other corners. On a page that lies on another side they mean nothing: there
    are none then.
    """
    if marks.empty or lies_like(marks, crop):
        return replace(marks, rotation_deg=crop.rotation_deg, corners=crop.corners)
    if round((crop.rotation_deg - marks.rotation_deg) / 90) % 4 != 0:
        return Marks(rotation_deg=crop.rotation_deg, corners=crop.corners)
    change = _change(marks, crop, size)
    return Marks(
        tuple(from_ends(one, _pair(change, one.ends)) for one in marks.calipers),
        None if marks.scale is None else _scaled(marks.scale, change, crop.rect),
        None if marks.leads is None else tuple(_boxed(change, lead) for lead in marks.leads),
        crop.rotation_deg, crop.corners,
    )  # fmt: skip


def _change(marks: Marks, crop: Crop, size: Size) -> "NDArray[np.float64]":
    import numpy as np

    before, _ = straight_transform(size, marks.rotation_deg, marks.corners)
    after, _ = straight_transform(size, crop.rotation_deg, crop.corners)
    return np.asarray(after @ np.linalg.inv(before), dtype=np.float64)


def _pair(change: "NDArray[np.float64]", ends: tuple[Point, Point]) -> tuple[Point, Point]:
    first, second = map_points(change, list(ends))
    return first, second


def _boxed(change: "NDArray[np.float64]", lead: LeadBox) -> LeadBox:
    """Return a lead with its box where the middles of its sides have gone, so that turns do not widen it."""
    box = lead.box
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    left, right, top, bottom = map_points(change, [(box.x0, y), (box.x1, y), (x, box.y0), (x, box.y1)])
    return replace(lead, box=Rect(left[0], top[1], right[0], bottom[1]))


def _scaled(scale: Scale, change: "NDArray[np.float64]", near: Rect) -> Scale:
    """Return the scale as it is in the middle of a rectangle of the page as it lies now."""
    import numpy as np

    x, y = (near.x0 + near.x1) / 2, (near.y0 + near.y1) / 2
    back = np.asarray(np.linalg.inv(change), dtype=np.float64)
    here, right, below = map_points(back, [(x, y), (x + 1, y), (x, y + 1)])
    across, down = (1 / hypot(to[0] - here[0], to[1] - here[1]) for to in (right, below))
    return replace(scale, px_per_mm_x=scale.px_per_mm_x * across, px_per_mm_y=scale.px_per_mm_y * down)
