"""Do two pages show the same tracing? Their trace ink is laid on top of each other and compared.

Pages of one layout have grid, labels, rules and header in common: none of these decides. What is compared
is the ink of the crop without the grid's colour, aligned by its own features, first roughly (RANSAC), then
to a fraction of a pixel (ECC; Evangelidis and Psarakis 2008), so that a rescan, another resolution or a cut
margin makes no difference.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.constants import NEAR_DUPLICATE_CORRELATION, NEAR_DUPLICATE_HASH_BITS
from training.checkup.facts import PageFacts
from training.checkup.shortlist import root_sift

_LEAST_MATCHES: Final = 20
_LEAST_INLIERS: Final = 20
"""Planted copies had 50 or more features in common after alignment, other pages 33 or fewer."""
_INLIER_PX: Final = 3.0
_SCALES: Final = (0.5, 2.0)
_ROUGH_BLUR_PX, _ROUGH_CORRELATION = 2.0, 0.7
_REFINING: Final = (3, 25, 1e-4)  # by count and by gain
_FINE_BLUR_PX: Final = 1.0
_LEAST_OVERLAP: Final = 0.5
_EDGE_PX: Final = 9
_HASH_BLUR_PX: Final = 3.0
_HASH_BANDS, _HASH_COLUMNS = 8, 32
_HASH_DEAD_BAND: Final = 0.05

Ink = NDArray[np.float32]
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two aligned tracings are: bits of 256 that differ, correlation, and the share in common."""

    bits: int
    correlation: float
    overlap: float

    @property
    def is_near_duplicate(self) -> bool:
        """Whether both tell the same: within so many bits, and so high a correlation."""
        return self.bits <= NEAR_DUPLICATE_HASH_BITS and self.correlation >= NEAR_DUPLICATE_CORRELATION


def likeness(one: PageFacts, other: PageFacts) -> Likeness | None:
    """Return how alike two pages' tracings are; None where they cannot be laid on top of each other."""
    rough = _rough(one, other)
    if rough is None:
        return None
    fixed, moving = (page.ink.astype(np.float32) / np.float32(255) for page in (one, other))
    if _correlation(*_laid(fixed, moving, rough), _ROUGH_BLUR_PX) < _ROUGH_CORRELATION:
        return None
    fine = _refined(fixed, moving, rough)
    fixed_part, moving_part, common = _laid(fixed, moving, fine)
    if common.mean() < _LEAST_OVERLAP:
        return None
    correlation = _correlation(fixed_part, moving_part, common, _FINE_BLUR_PX)
    rows, columns = _inside(common)
    bits = hash_distance(fixed_part[rows, columns], moving_part[rows, columns])
    return Likeness(bits, correlation, float(common.mean()))


def hash_distance(one: Ink, other: Ink) -> int:
    """Return in how many of 256 bits two aligned inks differ.

    A bit says whether a cell of 8 bands and 32 columns holds more ink than its band's mean. It counts as
    different when one page is clearly above and the other clearly below, by 0.05 of the band's spread: a
    cell at the mean itself falls to either side by chance.
    """
    first, second = (_cells(ink) for ink in (one, other))
    above, below = _HASH_DEAD_BAND, -_HASH_DEAD_BAND
    differs = ((first > above) & (second < below)) | ((first < below) & (second > above))
    return int(differs.sum())


def _cells(ink: Ink) -> Ink:
    blurred = cv2.GaussianBlur(ink, (0, 0), _HASH_BLUR_PX)
    cells = np.asarray(
        cv2.resize(blurred, (_HASH_COLUMNS, _HASH_BANDS), interpolation=cv2.INTER_AREA), np.float32
    )
    spread = np.maximum(cells.std(axis=1, keepdims=True), 1e-6)
    return np.asarray((cells - cells.mean(axis=1, keepdims=True)) / spread, dtype=np.float32)


def _rough(one: PageFacts, other: PageFacts) -> Matrix | None:
    """Return the 3×3 matrix from the first page's ink to the other's, by features they have in common."""
    if min(len(one.points), len(other.points)) < _LEAST_MATCHES:
        return None
    alike = root_sift(one.descriptors) @ root_sift(other.descriptors).T
    best, back = alike.argmax(1), alike.argmax(0)
    mutual = np.flatnonzero(back[best] == np.arange(len(best)))
    if len(mutual) < _LEAST_MATCHES:
        return None
    cv2.setRNGSeed(0)
    matrix, kept = cv2.estimateAffine2D(
        one.points[mutual], other.points[best[mutual]], method=cv2.RANSAC, ransacReprojThreshold=_INLIER_PX
    )
    if matrix is None or int(kept.sum()) < _LEAST_INLIERS:
        return None
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    if not _SCALES[0] < scale < _SCALES[1]:
        return None
    return np.vstack([matrix, [0, 0, 1]]).astype(np.float32)


def _refined(fixed: Ink, moving: Ink, rough: Matrix) -> Matrix:
    """Return the matrix moved to the highest correlation; a page seen at an angle needs a homography."""
    blurred = [cv2.GaussianBlur(ink, (0, 0), _ROUGH_BLUR_PX) for ink in (fixed, moving)]
    try:
        _, fine = cv2.findTransformECC(blurred[0], blurred[1], rough.copy(), cv2.MOTION_HOMOGRAPHY, _REFINING)
    except cv2.error:  # it did not converge: then the rough one is compared, and will not do
        return rough
    return np.asarray(fine, dtype=np.float32)


def _laid(fixed: Ink, moving: Ink, matrix: Matrix) -> tuple[Ink, Ink, NDArray[np.bool_]]:
    """Return both inks in the first page's place, and where both pages have paper."""
    size = (fixed.shape[1], fixed.shape[0])
    way = cv2.WARP_INVERSE_MAP
    moved = cv2.warpPerspective(moving, matrix, size, flags=cv2.INTER_LINEAR | way)
    paper = cv2.warpPerspective(np.ones_like(moving), matrix, size, flags=cv2.INTER_NEAREST | way)
    common = cv2.erode(np.asarray(paper), np.ones((_EDGE_PX, _EDGE_PX), np.uint8)) > 0.5
    return fixed, np.asarray(moved, dtype=np.float32), np.asarray(common, dtype=np.bool_)


def _correlation(one: Ink, other: Ink, where: NDArray[np.bool_], blur_px: float) -> float:
    if where.sum() < _HASH_BANDS * _HASH_COLUMNS:
        return 0.0
    first, second = (np.asarray(cv2.GaussianBlur(ink, (0, 0), blur_px))[where] for ink in (one, other))
    if min(first.std(), second.std()) < 1e-6:
        return 0.0
    return float(np.corrcoef(first, second)[0, 1])


def _inside(common: NDArray[np.bool_]) -> tuple[slice, slice]:
    """Return the rows and columns of which half or more is common."""
    rows, columns = (np.flatnonzero(common.mean(axis) >= 0.5) for axis in (1, 0))
    if len(rows) == 0 or len(columns) == 0:
        return slice(None), slice(None)
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
