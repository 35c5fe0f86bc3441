"""How far the grid reaches on a page."""

import cv2
import numpy as np

from ecgdesk.core.geometry import Rect
from ecgdesk.reading.quantile import percentile
from ecgdesk.reading.sketch import Grey, Sketch, reduced

_COARSER = 2  # neighbourhoods are wide: they are the same at half the size
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
    reach = _REACH_SHARE * max(page.width, page.height)
    both = _crossing(page.ink, round(reach / _COARSER) | 1)
    strength = percentile(both[::2, ::2], 90)
    if strength < _LEAST_STRENGTH:
        return None
    box = _hull((both >= _PRESENT_SHARE * strength).view(np.uint8), page)
    # At the grid's edge half the neighbourhood is empty: its quarter was reached that much further out.
    box = _shrunk(box, page, reach * (0.5 - _PRESENT_SHARE))
    enough = _LEAST_AREA_SHARE * page.width * page.height
    return box if box.width > 0 and box.height > 0 and box.width * box.height >= enough else None


def _crossing(ink: Grey, reach: int) -> Grey:
    """Return how much straight line runs both ways around each pixel, at half the size."""
    _, faint = cv2.threshold(ink, _MOST_INK, 0, cv2.THRESH_TRUNC)
    faint = cv2.convertScaleAbs(faint, alpha=_GAIN)
    level = _pieces(faint, reach, (1, _PIECE_PX), (1, _GAP_PX))
    upright = _pieces(faint, reach, (_PIECE_PX, 1), (_GAP_PX, 1))
    return np.asarray(cv2.min(level, upright), dtype=np.uint8)


def _pieces(
    ink: cv2.typing.MatLike, reach: int, piece: tuple[int, int], gap: tuple[int, int]
) -> cv2.typing.MatLike:
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(gap, np.uint8))
    lines = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones(piece, np.uint8))
    coarse, _ = reduced(np.asarray(lines, dtype=np.uint8), _COARSER)
    return cv2.blur(coarse, (reach, reach), borderType=cv2.BORDER_REPLICATE)


def _hull(present: Grey, page: Sketch) -> Rect:
    """Return the box around the rows and columns that the largest connected part fills well."""
    _, labels, stats, _ = cv2.connectedComponentsWithStatsWithAlgorithm(present, 8, cv2.CV_32S, cv2.CCL_GRANA)
    sizes = np.asarray(stats)[:, cv2.CC_STAT_AREA].copy()
    sizes[0] = 0
    part = (np.asarray(labels) == int(sizes.argmax())).view(np.uint8)
    x0, x1 = _filled(cv2.reduce(part, 0, cv2.REDUCE_SUM, dtype=cv2.CV_32S), page.width)
    y0, y1 = _filled(cv2.reduce(part, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S), page.height)
    return Rect(x0, y0, x1, y1)


def _filled(counts: cv2.typing.MatLike, length: int) -> tuple[int, int]:
    """Return the first and, excluded, the last pixel of the sketch that is filled well."""
    well = np.flatnonzero(np.asarray(counts) >= _COVER_SHARE * np.max(counts))
    first, last = int(well[0]), int(well[-1])
    return first * _COARSER, length if last == np.size(counts) - 1 else (last + 1) * _COARSER


def _shrunk(box: Rect, page: Sketch, by: float) -> Rect:
    return Rect(
        box.x0 + by if box.x0 > 0 else 0, box.y0 + by if box.y0 > 0 else 0,
        box.x1 - by if box.x1 < page.width else page.width,
        box.y1 - by if box.y1 < page.height else page.height,
    )  # fmt: skip
