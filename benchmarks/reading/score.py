"""How close a digitised trace comes to the signal that was drawn."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.tracing import LeadTrace, PageReading
from ecgdesk.reading.render import RenderedPage
from ecgdesk.reading.render_signal import Signal

Floats = NDArray[np.float64]

SHIFT_S: Final = 0.04
"""How far a trace may be moved in time for the second figure; its level is always its own mean."""

CUT_S: Final = 0.03
_NOT_FOUND: Final = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Score:
    """SNR in dB and correlation of one lead as it was placed in time, and both at the best small shift."""

    lead: str
    snr: float
    correlation: float
    snr_moved: float
    correlation_moved: float


def scores(reading: PageReading, signal: Signal, page: RenderedPage | None = None) -> list[Score]:
    """Return a score for each lead of the signal, the short strips only.

    A lead that was not found scores 0 dB and no correlation; where no trace was found in a strip, its mean
    stands. Both sides are taken less their means: where zero lies cannot be seen on paper. Of a `page` drawn
    here what it cut off at its edge does not count.
    """
    found = {trace.lead.name: trace for trace in reading.traces if not trace.lead.rhythm}
    return [_score(name, found.get(name), signal, page) for name in signal.leads]


def _score(name: str, trace: LeadTrace | None, signal: Signal, page: RenderedPage | None) -> Score:
    if trace is None or not np.isfinite(trace.millivolts).any():
        return Score(name, *_NOT_FOUND, *_NOT_FOUND)
    start = trace.lead.start_s if page is None or page.options.sequential else 0.0
    read = np.asarray(trace.millivolts, np.float64)
    read = np.where(np.isfinite(read), read, np.nanmean(read))
    times = start + np.arange(len(read)) / trace.hz
    on_paper = _on_paper(name, times, signal, page)
    at_once = np.arange(signal.millivolts.shape[1]) / signal.hz
    reach = round(SHIFT_S * trace.hz)
    pairs = []
    for shift in range(-reach, reach + 1):
        drawn = np.interp(times + shift / trace.hz, at_once, signal.lead(name))
        pairs.append(_likeness(drawn[on_paper], read[on_paper]))
    return Score(name, *pairs[reach], *max(pairs))


def _on_paper(name: str, times: Floats, signal: Signal, page: RenderedPage | None) -> NDArray[np.bool_]:
    """Return at which times what was drawn lies on the tracing area, and some time from where it does not."""
    if page is None:
        return np.ones(len(times), bool)
    trace = next(one for one in page.traces if one.lead == name and not one.rhythm)
    y = trace.points[:, 1]
    outside = (y < page.frame.y0) | (y > page.frame.y1)
    off = trace.start_s + np.flatnonzero(outside) / signal.hz
    if len(off) == 0:
        return np.ones(len(times), bool)
    return np.asarray(np.abs(times[:, None] - off[None, :]).min(axis=1) > CUT_S, np.bool_)


def _likeness(drawn: Floats, read: Floats) -> tuple[float, float]:
    """Return SNR in dB and correlation."""
    drawn, read = drawn - drawn.mean(), read - read.mean()
    error, power = float(((drawn - read) ** 2).sum()), float((drawn**2).sum())
    norm = float(np.sqrt(power * (read**2).sum()))
    if norm == 0 or error == 0:
        return _NOT_FOUND
    return 10 * float(np.log10(power / error)), float(drawn @ read) / norm
