"""Resamples of pages as weights, and intervals over them."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RESAMPLES: Final = 1000


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with the 2.5th and 97.5th percentile over resampled pages."""

    value: float
    low: float
    high: float


def weights_of(rows: int, resamples: int = RESAMPLES, units: NDArray[np.int64] | None = None) -> Floats:
    """Return how often each row counts (1 + resamples, rows): once in the first line, then as drawn.

    `units` (rows) says which rows are of one page: they are drawn together, as repeated splits need it.
    """
    own = np.arange(rows) if units is None else np.unique(units, return_inverse=True)[1].reshape(-1)
    pages = int(own.max(initial=-1)) + 1
    draws = np.random.default_rng(0).integers(0, pages, size=(resamples, pages))
    counts = [np.bincount(draw, minlength=pages) for draw in draws]
    return np.array([np.ones(pages), *counts], dtype=np.float64)[:, own]


def interval_of(values: Floats) -> Interval:
    """Return the first value with the percentiles of the others; NaN among them is passed over."""
    if not np.isfinite(values[1:]).any():
        return Interval(float(values[0]), float(values[0]), float(values[0]))
    low, high = np.nanpercentile(values[1:], (2.5, 97.5))
    return Interval(float(values[0]), float(low), float(high))


def mean_interval(
    values: NDArray[np.generic], resamples: int = RESAMPLES, units: NDArray[np.int64] | None = None
) -> Interval:
    """Return the mean of one value a row with its 95 % bootstrap interval."""
    weights = weights_of(len(values), resamples, units)
    return interval_of(weighted_mean(np.asarray(values, dtype=np.float64), weights))


def weighted_mean(values: Floats, weights: Floats) -> Floats:
    """Return the mean of values (rows) under each line of weights (draws, rows)."""
    return np.asarray(weights @ values / weights.sum(axis=1))


def mean_of_known(values: Floats) -> Floats:
    """Return the mean over classes that have a value (draws); NaN where there is none."""
    known = np.isfinite(values)
    count = known.sum(axis=1)
    return np.where(count > 0, np.where(known, values, 0.0).sum(axis=1) / np.maximum(count, 1), np.nan)
