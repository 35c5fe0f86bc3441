"""How close a digitised trace comes to the signal that was drawn."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.tracing import LeadTrace, PageReading
from ecgdesk.reading.render_signal import Signal

Floats = NDArray[np.float64]

SHIFT_S: Final = 0.04
"""How far a trace may be moved in time for the second figure; its level is always its own mean."""


@dataclass(frozen=True, slots=True)
class Score:
    """SNR in dB and correlation of one lead as it was placed in time, and SNR at the best small shift."""

    lead: str
    snr: float
    correlation: float
    snr_shifted: float


def scores(reading: PageReading, signal: Signal, *, sequential: bool = True) -> list[Score]:
    """Return a score for each lead of the signal, the short strips only.

    A lead that was not found scores 0 dB and no correlation; where no trace was found in a strip, its mean
    stands. Both sides are taken less their means: where zero lies cannot be seen on paper.
    """
    found = {trace.lead.name: trace for trace in reading.traces if not trace.lead.rhythm}
    return [_score(name, found.get(name), signal, sequential) for name in signal.leads]


def _score(name: str, trace: LeadTrace | None, signal: Signal, sequential: bool) -> Score:
    if trace is None or not np.isfinite(trace.millivolts).any():
        return Score(name, 0.0, 0.0, 0.0)
    start = trace.lead.start_s if sequential else 0.0
    read = _filled(np.asarray(trace.millivolts, np.float64))
    shifts = np.arange(-round(SHIFT_S * trace.hz), round(SHIFT_S * trace.hz) + 1)
    times = start + np.arange(len(read)) / trace.hz
    at_once = np.arange(signal.millivolts.shape[1]) / signal.hz
    drawn = [np.interp(times + shift / trace.hz, at_once, signal.lead(name)) for shift in shifts]
    everywhere = [_snr(one, read) for one in drawn]
    middle = len(shifts) // 2
    correlation = (
        float(np.corrcoef(drawn[middle], read)[0, 1]) if read.std() > 0 < drawn[middle].std() else 0.0
    )
    return Score(name, everywhere[middle], correlation, max(everywhere))


def _filled(read: Floats) -> Floats:
    return np.where(np.isfinite(read), read, np.nanmean(read))


def _snr(drawn: Floats, read: Floats) -> float:
    drawn, read = drawn - drawn.mean(), read - read.mean()
    error = float(((drawn - read) ** 2).sum())
    power = float((drawn**2).sum())
    return 10 * float(np.log10(power / error)) if power > 0 < error else 0.0
