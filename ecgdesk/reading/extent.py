"""How far the grid reaches on a page."""

import cv2
import numpy as np

from ecgdesk.core.geometry import Rect
from ecgdesk.reading.sketch import Grey, Sketch

_PIECE_PX = 21
_GAP_PX = 5
_MOST_INK, _GAIN = 42, 6  # traces count no more than grid lines; the gain uses the 8 bits up
_LEAST_STRENGTH = 3 * _GAIN
_REACH_SHARE = 0.06
_PRESENT_SHARE = 0.25
_COVER_SHARE = 0.4
_LEAST_AREA_SHARE = 0.2


def find_grid(page: Sketch) -> Rect | None:
    """Return the extent of the grid in pixels of the sketch, or None where there is none.

    A place belongs to the grid when straight pieces of line run both ways close to it; text has no
    long upright pieces and a rule has none across it.
    """
    reach = round(_REACH_SHARE * max(page.width, page.height)) | 1
    both = _crossing(page.ink, reach)
    strength = float(np.percentile(both[::4, ::4], 90))
    if strength < _LEAST_STRENGTH:
        return None
    box = _hull((both >= _PRESENT_SHARE * strength).view(np.uint8))
    # At the grid's edge half the neighbourhood is empty: its quarter was reached that much further out.
    box = _shrunk(box, page, reach * (0.5 - _PRESENT_SHARE))
    enough = _LEAST_AREA_SHARE * page.width * page.height
    return box if box.width > 0 and box.height > 0 and box.width * box.height >= enough else None


def _crossing(ink: Grey, reach: int) -> Grey:
    faint = np.minimum(ink, np.uint8(_MOST_INK)) * np.uint8(_GAIN)
    level = _pieces(faint, reach, (1, _PIECE_PX), (1, _GAP_PX))
    upright = _pieces(faint, reach, (_PIECE_PX, 1), (_GAP_PX, 1))
    return np.asarray(cv2.min(level, upright), dtype=np.uint8)


def _pieces(ink: Grey, reach: int, piece: tuple[int, int], gap: tuple[int, int]) -> Grey:
    """Return how much straight line there is around each pixel, on average."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(gap, np.uint8))
    lines = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones(piece, np.uint8))
    return np.asarray(cv2.blur(lines, (reach, reach), borderType=cv2.BORDER_REPLICATE), dtype=np.uint8)


def _hull(present: Grey) -> Rect:
    """Return the box around the rows and columns that the largest connected part fills well."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(present)
    sizes = np.asarray(stats)[:, cv2.CC_STAT_AREA].copy()
    sizes[0] = 0
    part = labels == int(sizes.argmax())
    rows, columns = part.mean(axis=1), part.mean(axis=0)
    ys = np.flatnonzero(rows >= _COVER_SHARE * rows.max())
    xs = np.flatnonzero(columns >= _COVER_SHARE * columns.max())
    return Rect(int(xs[0]), int(ys[0]), int(xs[-1]) + 1, int(ys[-1]) + 1)


def _shrunk(box: Rect, page: Sketch, by: float) -> Rect:
    return Rect(
        box.x0 + by if box.x0 > 0 else 0, box.y0 + by if box.y0 > 0 else 0,
        box.x1 - by if box.x1 < page.width else page.width,
        box.y1 - by if box.y1 < page.height else page.height,
    )  # fmt: skip
