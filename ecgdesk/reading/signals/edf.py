"""Reading EDF and EDF+ recordings, by edfio."""

from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.sentence import say
from ecgdesk.reading.render_signal import LEADS, Signal
from ecgdesk.reading.signals.twelve import lead_name
from ecgdesk.reading.source import cut_short, opened, shown

_PER_MILLIVOLT: Final = {"mv": 1.0, "uv": 1e-3, "µv": 1e-3, "v": 1e3, "nv": 1e-6}
_FIXED: Final = 256


def read_edf(path: Path) -> Signal:
    """Return the leads of a recording in mV, at the rate of most of them; raises UnreadableFileError."""
    from edfio import read_edf as read

    file = shown(path)
    with opened(path) as stream:
        data = stream.read()
    if len(data) < _length(data):
        raise cut_short(file)
    signals = [one for one in read(BytesIO(data)).signals if lead_name(one.label) in LEADS]
    if not signals:
        raise UnreadableFileError(
            say("{file} has no signals named like leads.", file=file),
            "Name them I, II, … V6 and export it again.",
        )
    rates = [float(one.sampling_frequency) for one in signals]
    hz = max(set(rates), key=rates.count)
    kept = [one for one, rate in zip(signals, rates, strict=True) if rate == hz]
    values = [np.asarray(one.data) * _unit(one.physical_dimension, file) for one in kept]
    return Signal(np.stack(values).astype(np.float32), hz, tuple(lead_name(one.label) for one in kept))


def _length(data: bytes) -> int:
    """Return how many bytes the header speaks of; raises ValueError where it cannot be read."""
    header, records, signals = int(data[184:192]), int(data[236:244]), int(data[252:256])
    fields = data[_FIXED + signals * 216 : _FIXED + signals * 224]
    samples = sum(int(fields[place * 8 : place * 8 + 8]) for place in range(signals))
    return header + max(records, 0) * samples * 2


def _unit(said: str, file: str) -> float:
    factor = _PER_MILLIVOLT.get(said.strip().lower())
    if factor is None:
        raise UnreadableFileError(
            say("The leads of {file} are in {unit}, which is no voltage.", file=file, unit=said or "?"),
            "Export it again in mV or µV.",
        )
    return factor
