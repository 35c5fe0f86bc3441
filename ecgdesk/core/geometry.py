"""Where things are on a page. Lengths in pixels, angles in degrees, clockwise positive on the screen."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # numpy comes with the first page: the window shows before it is imported
    import numpy as np
    from numpy.typing import NDArray

Point = tuple[float, float]
Size = tuple[int, int]
"""Width, height."""

Corners = tuple[Point, Point, Point, Point]
"""Clockwise from the top left."""

CropOrigin = Literal["frame", "grid", "trace", "fallback", "whole", "user"]


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle from (x0, y0) to (x1, y1), the far edge excluded."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Horizontal extent in pixels."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Vertical extent in pixels."""
        return self.y1 - self.y0

    def moved(self, dx: float, dy: float) -> "Rect":
        """Return the rectangle shifted by (dx, dy)."""
        return Rect(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def clipped(self, size: Size) -> "Rect":
        """Return the part that lies on a page of this size."""
        width, height = size
        return Rect(
            min(max(self.x0, 0.0), width), min(max(self.y0, 0.0), height),
            min(max(self.x1, 0.0), width), min(max(self.y1, 0.0), height),
        )  # fmt: skip

    def rounded(self) -> tuple[int, int, int, int]:
        """Return whole pixels (x0, y0, x1, y1)."""
        return round(self.x0), round(self.y0), round(self.x1), round(self.y1)


@dataclass(frozen=True, slots=True)
class Crop:
    """The region kept, and how the loaded page is straightened before it is cut.

    `rotation_deg` turns the loaded page clockwise; `corners`, when given, are four points on the loaded
    page (clockwise from the top left) that become the corners of the straightened page; `rect` and
    `masks` are in pixels of the straightened page. Masked rectangles are painted over before anything
    else sees the pixels.
    """

    rect: Rect
    rotation_deg: float = 0.0
    corners: tuple[Point, Point, Point, Point] | None = None
    masks: tuple[Rect, ...] = ()
    origin: CropOrigin = "user"

    def with_rect(self, rect: Rect) -> "Crop":
        """Return this crop with another rectangle, chosen by the user."""
        return replace(self, rect=rect, origin="user")


def straight_transform(
    size: Size, rotation_deg: float, corners: tuple[Point, Point, Point, Point] | None = None
) -> "tuple[NDArray[np.float64], Size]":
    """Return the 3×3 matrix from loaded page to straightened page, and the straightened size.

    Without corners this is a rotation about the centre on a canvas that holds the whole turned page;
    with corners the quadrilateral is mapped to an upright rectangle first.
    """
    import numpy as np

    matrix = np.eye(3)
    if corners is not None:
        matrix, size = _quad_to_rect(corners)
    if rotation_deg % 360 == 0:
        return matrix, size
    turn, size = _rotation(size, rotation_deg)
    return turn @ matrix, size


def _rotation(size: Size, degrees: float) -> "tuple[NDArray[np.float64], Size]":
    import numpy as np

    width, height = size
    angle = np.deg2rad(degrees)
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    new_width = round(abs(width * cos) + abs(height * sin))
    new_height = round(abs(width * sin) + abs(height * cos))
    to_origin = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1]], dtype=np.float64)
    turn = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]], dtype=np.float64)
    back = np.array([[1, 0, new_width / 2], [0, 1, new_height / 2], [0, 0, 1]], dtype=np.float64)
    return back @ turn @ to_origin, (new_width, new_height)


def _quad_to_rect(
    corners: tuple[Point, Point, Point, Point],
) -> "tuple[NDArray[np.float64], Size]":
    import numpy as np

    quad = np.asarray(corners, dtype=np.float64)
    top, right, bottom, left = (np.linalg.norm(quad[(i + 1) % 4] - quad[i]) for i in range(4))
    width, height = round(max(top, bottom)), round(max(left, right))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float64)
    rows = []
    for (x, y), (u, v) in zip(quad, target, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    system = np.asarray(rows)
    solution = np.linalg.solve(system[:, :8], system[:, 8])
    return np.append(solution, 1.0).reshape(3, 3), (width, height)


def map_points(matrix: "NDArray[np.float64]", points: list[Point]) -> list[Point]:
    """Return the points sent through a 3×3 projective matrix."""
    import numpy as np

    homogeneous = np.column_stack([np.asarray(points, dtype=np.float64), np.ones(len(points))])
    mapped = homogeneous @ matrix.T
    return [(float(x / w), float(y / w)) for x, y, w in mapped]
