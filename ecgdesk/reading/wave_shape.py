"""What the curves on a page look like: peaks, flat stretches, and whether they beat together."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

Strokes = NDArray[np.int64]
Floats = NDArray[np.float64]

_MOST_CURVES: Final = 24
_FEWEST_COLUMNS: Final = 24
_STEEP_PX: Final = 3.0
_ROW_SHARE: Final = 0.15
_LAGS: Final = (0.02, 0.36)
_SMOOTH: Final = np.array([0.25, 0.5, 1.0, 0.5, 0.25])


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """The longest curves of a sketch, one row each, one column for each of its columns.

    `ink` counts a curve's pixels in a column, 0 where it is not; `level` is their mean row, NaN where it is
    not, counted downwards; `middle` is the median of each curve's levels. `thickness` is of the pen, in
    pixels.
    """

    ink: Floats
    level: Floats
    middle: Floats
    thickness: float

    @property
    def steep(self) -> Floats:
        """How much taller than the pen's line the ink of each column is, 0 where it is not."""
        return np.maximum(self.ink - self.thickness, 0)


def curves(
    ink: NDArray[np.uint8], labels: NDArray[np.int32], strokes: Strokes, chosen: NDArray[np.bool_]
) -> Curves | None:
    """Return the longest of the chosen strokes as curves; None where there is none.

    `labels` (height, width) numbers each inked pixel's stroke from 1; `strokes` holds a row of x0, y0, x1,
    y1, area for each.
    """
    widths = np.where(chosen, strokes[:, 2] - strokes[:, 0], 0)
    order = np.argsort(-widths, kind="stable")[:_MOST_CURVES]
    order = order[widths[order] >= _FEWEST_COLUMNS]
    if len(order) == 0:
        return None
    row_of = np.full(len(strokes) + 1, -1, np.int32)
    row_of[order + 1] = np.arange(len(order), dtype=np.int32)
    columns, rows = np.asarray(cv2.findNonZero(ink)).reshape(-1, 2).T
    curve = row_of[labels[rows, columns]]
    mine = curve >= 0
    places = curve[mine] * labels.shape[1] + columns[mine]
    size = len(order) * labels.shape[1]
    count = np.bincount(places, minlength=size).astype(np.float64)
    with np.errstate(invalid="ignore"):
        level = np.bincount(places, weights=rows[mine], minlength=size) / count
    shape = (len(order), labels.shape[1])
    level = level.reshape(shape)
    middle = np.array([np.median(row[~np.isnan(row)]) for row in level])
    return Curves(count.reshape(shape), level, middle, float(np.median(count[count > 0])))


@dataclass(frozen=True, slots=True)
class WaveShape:
    """Figures on curves; all 0 where there are none.

    `count`: how many. `longest`: of the sketch's width. `steep_share`: part of the columns that are steep.
    `flat_share`: part that lies within a pen's width of its neighbour. `resting_share`: part that lies near
    the curve's own usual level. `peakedness`: fourth moment of height over its square, its logarithm.
    `together`: correlation of the steep places of different curves. `rhythm`: how well the steep places fit
    themselves moved by one beat. `bursts`: how unevenly they are spread over tenths of the width.
    `swing`: usual height of a curve over the sketch's. `pitch`: how evenly rows lie. `rows`: how many.
    """

    count: float = 0.0
    longest: float = 0.0
    steep_share: float = 0.0
    flat_share: float = 0.0
    resting_share: float = 0.0
    peakedness: float = 0.0
    together: float = 0.0
    rhythm: float = 0.0
    bursts: float = 0.0
    swing: float = 0.0
    pitch: float = 0.0
    rows: float = 0.0


def wave_shape(drawn: Curves | None, height: int) -> WaveShape:
    """Return the figures of the curves on a sketch of this height."""
    if drawn is None:
        return WaveShape()
    there = drawn.ink > 0
    steep = drawn.steep
    far = np.where(there, drawn.level - drawn.middle[:, None], 0.0)
    columns = there.sum(axis=1)
    swing = (far.max(axis=1) - far.min(axis=1)).clip(1)
    jump = np.abs(np.diff(drawn.level, axis=1))
    tall = steep >= _STEEP_PX
    return WaveShape(
        count=float(len(columns)),
        longest=float(columns.max() / there.shape[1]),
        steep_share=float(tall.sum() / there.sum()),
        flat_share=float((jump <= 0.6).sum() / there.sum()),
        resting_share=float((there & (np.abs(far) <= 0.12 * swing[:, None] + 1)).sum() / there.sum()),
        peakedness=_peakedness(far, columns),
        together=_together(steep, there),
        rhythm=_rhythm(steep.sum(axis=0)),
        bursts=_bursts(steep.sum(axis=0)),
        swing=float(np.median(swing) / height),
        **_rows(drawn.middle, columns, height),
    )


def _peakedness(far: Floats, columns: NDArray[np.int64]) -> float:
    second, fourth = (far**2).sum(axis=1) / columns, (far**4).sum(axis=1) / columns
    return float(np.median(np.log(fourth.clip(1e-6) / (second**2).clip(1e-6))))


def _together(steep: Floats, there: NDArray[np.bool_]) -> float:
    """Return how alike the places are at which curves above each other are steep, -1 to 1."""
    if len(steep) < 2:
        return 0.0
    soft = np.stack([np.convolve(row, _SMOOTH, "same") for row in np.minimum(steep, 12)])
    some = there.astype(np.float64)
    common = some @ some.T
    mean = (soft * some) @ some.T / common.clip(1)  # of each curve over the columns it shares with another
    product = (soft * some) @ (soft * some).T / common.clip(1) - mean * mean.T
    power = (soft**2 * some) @ some.T / common.clip(1) - mean**2
    alike = product / np.sqrt((power * power.T).clip(1e-9))
    pairs = np.triu(common >= _FEWEST_COLUMNS, 1)
    return float(np.median(alike[pairs])) if pairs.any() else 0.0


def _rhythm(steep: Floats) -> float:
    """Return the highest correlation of a profile with itself moved by a beat's likely length."""
    profile = np.convolve(np.minimum(steep, np.quantile(steep, 0.99) + 1), _SMOOTH, "same")
    profile = profile - profile.mean()
    padded = np.fft.rfft(profile, 2 * len(profile))
    against = np.fft.irfft(np.abs(padded) ** 2)[: len(profile)]
    low, high = (round(share * len(profile)) for share in _LAGS)
    fair = against / (against[0] + 1e-9) * len(profile) / (len(profile) - np.arange(len(profile)))
    # A wide hump around 0 is no beat: count from the lowest point before.
    lowest = np.minimum.accumulate(fair[: high + 1])
    return float((fair[low:high] - np.maximum(lowest[low:high], -0.3)).max(initial=0.0))


def _bursts(steep: Floats) -> float:
    tenths = np.array([part.sum() for part in np.array_split(steep, 10)])
    return float(tenths.std() / tenths.mean()) if tenths.mean() > 0 else 3.0


def _rows(middle: Floats, columns: NDArray[np.int64], height: int) -> dict[str, float]:
    order = np.sort(middle[columns >= _ROW_SHARE * columns.max()])
    gaps = np.diff(order)
    rows = gaps[gaps > 0.03 * height]
    even = float(np.std(rows) / np.mean(rows)) if len(rows) > 1 else 1.0
    return {"pitch": even, "rows": float(len(rows) + 1)}
