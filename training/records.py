"""Signals that stand for pages when a network reads leads: what reading a page of them would give.

A record is an .npz file: `microvolts` (leads, samples) int16, `hz`, and the names of `leads`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LEAD_NAMES, LeadBox, LeadTrace, PageReading
from ecgdesk.models.trace_picture import WINDOW_S, trace_picture
from ecgdesk.reading.render_signal import Signal

SUFFIX: Final = ".npz"
_COLUMN: Final = 3
_ROWS: Final = 4
_STRIPS: Final = ("II", "II", "II", "V1", "V5", "")
"""Leads of the rhythm strip by chance; without one, four leads one after another stand for it."""
_PAGE: Final = Rect(0, 0, 1, 1)

Floats = NDArray[np.float32]


def is_record(path: Path) -> bool:
    """Return whether a file is a record of signals, by its name."""
    return path.suffix.lower() == SUFFIX


def record_pictures(
    path: Path, settings: Preprocessing, variants: int, rng: np.random.Generator
) -> NDArray[np.uint8]:
    """Return (1 + variants, 16, columns, 1): four columns of leads from the start, then from anywhere.

    Raises RecipeError for a file that is no record, or a network that reads pictures.
    """
    if not settings.reads_leads:
        raise RecipeError(
            f"{path.name} holds signals, and this network is given pictures.",
            "Draw the records as pages, or choose a network that reads leads.",
        )
    signals, hz = _loaded(path)
    seconds = len(signals["I"]) / hz
    arranged = [_reading(signals, hz, [number * WINDOW_S for number in range(_ROWS)], "II")]
    arranged += [_reading(signals, hz, *_by_chance(seconds, rng)) for _ in range(variants)]
    return np.stack([trace_picture(reading, settings, _PAGE).picture for reading in arranged])


def signal_of(path: Path) -> Signal:
    """Return a record as a signal that can be drawn; raises RecipeError or SignalError."""
    signals, hz = _loaded(path)
    return Signal(np.stack([signals[name] for name in LEAD_NAMES]), hz, LEAD_NAMES)


def _by_chance(seconds: float, rng: np.random.Generator) -> tuple[list[float], str]:
    latest = max(0.0, seconds - WINDOW_S)
    starts = [float(start) for start in rng.uniform(0, latest, _ROWS)]
    if rng.random() < 1 / 3:  # all leads at once, as on pages of twelve rows
        starts = [starts[0]] * _ROWS
    return starts, str(rng.choice(_STRIPS))


def _reading(signals: dict[str, Floats], hz: float, starts: Sequence[float], strip: str) -> PageReading:
    traces = list(_columns(signals, hz, starts))
    if strip:
        values = signals[strip]
        traces.append(_trace(strip, values, hz, 0.0, len(values) / hz, rhythm=True))
    return PageReading(traces=tuple(traces))


def _columns(signals: dict[str, Floats], hz: float, starts: Sequence[float]) -> Iterator[LeadTrace]:
    for number, name in enumerate(LEAD_NAMES):
        column = number // _COLUMN
        first = round(starts[column] * hz)
        values = signals[name][first : first + round(WINDOW_S * hz)]
        yield _trace(name, values, hz, column * WINDOW_S, WINDOW_S)


def _trace(
    name: str, values: Floats, hz: float, start: float, duration: float, *, rhythm: bool = False
) -> LeadTrace:
    lead = LeadBox(name, _PAGE, start, duration, 1.0, rhythm)
    return LeadTrace(lead, values, hz, np.zeros((0, 2), np.float32), 1.0)


def _loaded(path: Path) -> tuple[dict[str, Floats], float]:
    try:
        with np.load(path, allow_pickle=False) as arrays:
            names = [str(name) for name in arrays["leads"]]
            millivolts = arrays["microvolts"].astype(np.float32) / 1000
            signals = dict(zip(names, millivolts, strict=True))
            hz = float(arrays["hz"])
    except (OSError, ValueError, KeyError) as error:
        raise RecipeError(f"{path.name} is no record of signals.", "Write the records again.") from error
    if missing := [name for name in LEAD_NAMES if name not in signals]:
        raise RecipeError(f"{path.name} lacks lead {missing[0]}.", "Use records of twelve leads.")
    return signals, hz
