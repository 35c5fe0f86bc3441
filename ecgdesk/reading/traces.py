"""How far the traces reach on a page, and where text stands above and below them."""

from dataclasses import dataclass

import cv2
import numpy as np

from ecgdesk.core.geometry import Rect
from ecgdesk.reading.quantile import percentile
from ecgdesk.reading.sketch import Sketch
from ecgdesk.reading.text import Boxes, text_lines

_LEAST_STROKE = 20.0
_STROKE_SHARE = 0.45
_PIECE_SHARE = 0.08
_RULE_HEIGHT_PX, _RULE_SLOPE, _RULE_SHARE = 5, 0.009, 0.3
_LEAST_SPAN_SHARE = 0.4
_MARGIN_SHARE = 0.02
_STRETCH_SHARE = 0.05
_GAP_PX = 2


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """What is drawn in dark ink: the hull of the long pieces of trace, every stroke, and lines of text."""

    traces: Rect
    strokes: Boxes
    text: Boxes
    margin: float

    def area(self) -> Rect:
        """Return the rows of the traces, and across them all that is drawn in these rows."""
        beside = (self.strokes[:, 3] > self.traces.y0) & (self.strokes[:, 1] < self.traces.y1)
        x0, x1 = self.strokes[beside, 0].min(), self.strokes[beside, 2].max()
        return Rect(
            float(x0) - self.margin, self.traces.y0 - self.margin,
            float(x1) + self.margin, self.traces.y1 + self.margin,
        )  # fmt: skip

    def reached(self, area: Rect) -> Rect:
        """Return the area stretched up and down, a little at most, to where traces reach beyond it."""
        most = _STRETCH_SHARE * area.height
        top = max(self.traces.y0 - self.margin / 2, area.y0 - most)
        bottom = min(self.traces.y1 + self.margin / 2, area.y1 + most)
        return Rect(area.x0, min(area.y0, top), area.x1, max(area.y1, bottom))

    def without_text(self, area: Rect) -> Rect:
        """Return the area cut down so that lines of text above and below the traces are out of it."""
        above = self.text[self.text[:, 3] <= self.traces.y0, 3]
        below = self.text[self.text[:, 1] >= self.traces.y1, 1]
        top = max(area.y0, int(above.max(initial=0)) + _GAP_PX) if len(above) else area.y0
        bottom = min(area.y1, int(below.min()) - _GAP_PX) if len(below) else area.y1
        return Rect(area.x0, top, area.x1, bottom)


def find_drawing(page: Sketch) -> Drawing | None:
    """Return what is drawn in dark ink on a page, or None where no traces stand out."""
    strokes = _strokes(page)
    width, height = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]
    flat = height <= np.maximum(_RULE_HEIGHT_PX, _RULE_SLOPE * width)
    rule = flat & (width >= _RULE_SHARE * page.width)
    pieces = strokes[(width >= _PIECE_SHARE * page.width) & ~rule]
    if len(pieces) == 0:
        return None
    hull = Rect(*pieces[:, :2].min(axis=0).tolist(), *pieces[:, 2:].max(axis=0).tolist())
    if hull.width < _LEAST_SPAN_SHARE * page.width:
        return None
    text = text_lines(strokes, page.width, page.height)
    return Drawing(hull, strokes[~rule], text, _MARGIN_SHARE * page.width)


def _strokes(page: Sketch) -> Boxes:
    strong = max(_LEAST_STROKE, _STROKE_SHARE * percentile(page.strokes[::4, ::4], 99.7))
    mask = (page.strokes >= strong).view(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStatsWithAlgorithm(mask, 8, cv2.CV_32S, cv2.CCL_GRANA)
    boxes = np.asarray(stats, dtype=np.int64)[1:, :4]
    boxes[:, 2:] += boxes[:, :2]
    return boxes
