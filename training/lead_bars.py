"""Mean maps of a network that reads leads, as bars: how much of the heat lies on each lead."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.tracing import LEAD_NAMES
from ecgdesk.models.trace_picture import LEAD_ROWS, ROWS

ROW_NAMES: Final = (*LEAD_NAMES, "Rhythm")
_ROW_PX, _COLUMNS_PX, _NAMES_PX = 20, 352, 64
_COARSER: Final = 4
"""Bars are kept in so many times fewer rows and columns than names: a card is read often."""
_INK: Final = 96
_PALEST: Final = 90

Grey = NDArray[np.uint8]


def by_lead(grid: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the mean heat of each of the twelve leads and of the rhythm strip (13) of a grid (h, w).

    The grid covers the sixteen rows of `models.trace_picture`; its quarters of the strip count as one.
    """
    rows = np.array([part.mean(dtype=np.float64) for part in np.array_split(grid, ROWS)])
    return np.append(rows[:LEAD_ROWS], rows[LEAD_ROWS:].mean())


def bars(shares: NDArray[np.floating]) -> Grey:
    """Return bars (rows, columns) of shares in [0, 1], one a row of `ROW_NAMES`; the longer, the hotter."""
    height, names, columns = (size // _COARSER for size in (_ROW_PX, _NAMES_PX, _COLUMNS_PX))
    drawn = np.zeros((len(ROW_NAMES) * height, columns), dtype=np.uint8)
    for row, share in enumerate(shares):
        end = names + round(float(share) * (columns - names))
        level = _PALEST + round((255 - _PALEST) * float(share))
        drawn[row * height + 1 : (row + 1) * height - 1, names:end] = level
    return drawn


def named_rows() -> Grey:
    """Return the paper below the bars: the name of each row."""
    paper = np.full((len(ROW_NAMES) * _ROW_PX, _COLUMNS_PX), 255, dtype=np.uint8)
    for row, name in enumerate(ROW_NAMES):
        at = (4, (row + 1) * _ROW_PX - 6)
        cv2.putText(paper, name, at, cv2.FONT_HERSHEY_SIMPLEX, 0.42, _INK, 1, cv2.LINE_AA)
    return paper
