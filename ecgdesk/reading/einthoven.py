"""What the limb leads must sum to: II = I + III, and aVR + aVL + aVF = 0.

Both hold at any instant, and the three leads of a column show one instant below the other: a test of names,
scale and digitisation at once.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.tracing import LeadTrace

Floats = NDArray[np.float64]

_LEAST_SAMPLES: Final = 200
_EDGE: Final = 0.04
_LARGEST_LAG, _LAG_STEP = 20, 2
SUMS: Final = (("II", ("I", "III"), 1.0), ("aVR", ("aVL", "aVF"), -1.0))


def einthoven(traces: Sequence[LeadTrace]) -> float | None:
    """Return the correlation of II with I + III and of aVR with −(aVL + aVF); the mean of both."""
    short = {trace.lead.name: trace for trace in traces if trace.lead.name and not trace.lead.rhythm}
    found = []
    for total, parts, sign in SUMS:
        if {total, *parts} <= short.keys():
            likeness = _likeness(short[total], [short[part] for part in parts], sign)
            found += [] if likeness is None else [likeness]
    return round(float(np.mean(found)), 4) if found else None


def _likeness(total: LeadTrace, parts: Sequence[LeadTrace], sign: float) -> float | None:
    length = min(len(trace.millivolts) for trace in (total, *parts))
    margin = max(round(_EDGE * length), _LARGEST_LAG)
    if length < 2 * margin + _LEAST_SAMPLES:
        return None
    one = total.millivolts[margin : length - margin].astype(np.float64)
    first, second = (_lagged(part.millivolts[:length].astype(np.float64), margin) for part in parts)
    known = np.isfinite(one) & np.isfinite(first).all(axis=0) & np.isfinite(second).all(axis=0)
    if known.sum() < _LEAST_SAMPLES:
        return None
    return _best(_centred(one[known]), _centred(first[:, known]), _centred(second[:, known]), sign)


def _lagged(signal: Floats, margin: int) -> Floats:
    """Return the inner part of a signal at every lag, (lags, samples): on bent paper rows shift a little."""
    inside = len(signal) - 2 * margin
    lags = range(-_LARGEST_LAG, _LARGEST_LAG + 1, _LAG_STEP)
    return np.stack([signal[margin + lag : margin + lag + inside] for lag in lags])


def _centred(signal: Floats) -> Floats:
    return np.asarray(signal - signal.mean(axis=-1, keepdims=True), np.float64)


def _best(one: Floats, first: Floats, second: Floats, sign: float) -> float | None:
    """Return the largest correlation of a signal with the sum of two others, over all pairs of their lags."""
    product = sign * ((first @ one)[:, None] + (second @ one)[None, :])
    power = (first**2).sum(axis=1)[:, None] + (second**2).sum(axis=1)[None, :] + 2 * first @ second.T
    norm = np.sqrt(np.maximum(power * float(one @ one), 0))
    return float((product / norm).max()) if norm.min() > 0 else None
