"""Reading WFDB records (PhysioNet): the header and signals of formats 16, 24, 32, 61, 80 and 212."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.sentence import say
from ecgdesk.reading.render_signal import Signal
from ecgdesk.reading.source import opened

_USUAL_GAIN: Final = 200.0
_USUAL_HZ: Final = 250.0
_PER_MILLIVOLT: Final[Mapping[str, float]] = {"mv": 1.0, "uv": 1e-3, "µv": 1e-3, "v": 1e3}
_GAIN: Final = re.compile(r"^([-+\d.eE]+)(?:\((-?\d+)\))?(?:/(\S+))?$")
_FORMAT: Final = re.compile(r"^(\d+)(?:x(\d+))?(?::(\d+))?(?:\+(\d+))?$")
_CHECKED: Final = 1 << 16
_HIGH_NIBBLE, _NIBBLE_SIGN, _NIBBLE_RANGE = 0xF0, 0x800, 0x1000

Integers = NDArray[np.int64]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Channel:
    """One line of a header: where the samples are, how they are written, and what they mean."""

    file: str
    format: int
    skip: int
    gain: float
    baseline: float
    millivolts: float
    checksum: int | None
    lead: str


def read_wfdb(header: Path) -> Signal:
    """Return the signals of a record in mV from its header file; raises UnreadableFileError."""
    try:
        lines = [line.strip() for line in header.read_text(encoding="latin-1").splitlines()]
        first, *rest = [line for line in lines if line and not line.startswith("#")]
        name, count, *more = first.split()
        if "/" in name:
            raise ValueError("records of several segments are not read")
        hz = float(more[0].split("/")[0].split("(")[0]) if more else _USUAL_HZ
        channels = [_channel(line, place) for place, line in enumerate(rest[: int(count)])]
        values = _all_values(header.parent, channels, int(more[1]) if len(more) > 1 else 0)
    except (OSError, ValueError, IndexError, ArithmeticError) as error:
        raise UnreadableFileError(
            say("The record {file} cannot be read: {cause}.", file=header.name, cause=error),
            "Export it again, with its .hea and .dat side by side.",
        ) from error
    shortest = min(len(value) for value in values)
    table = np.stack([value[:shortest] for value in values]).astype(np.float32)
    return Signal(table, hz, tuple(channel.lead for channel in channels))


def _channel(line: str, place: int) -> _Channel:
    file, coded, *more = line.split(maxsplit=8)
    form = _FORMAT.match(coded)
    if form is None or form[2] not in (None, "1"):
        raise ValueError(f"the format {coded!r} is not known")
    gain = _GAIN.match(more[0]) if more else None
    zero = float(more[2]) if len(more) > 2 else 0.0
    unit = (gain[3] or "mV").lower() if gain else "mv"
    if unit not in _PER_MILLIVOLT:
        raise ValueError(f"a signal is in {unit}")
    return _Channel(
        file, int(form[1]), int(form[4] or 0),
        float(gain[1]) or _USUAL_GAIN if gain else _USUAL_GAIN,
        float(gain[2]) if gain and gain[2] else zero,
        _PER_MILLIVOLT[unit], int(more[4]) if len(more) > 4 else None,
        more[6] if len(more) > 6 else f"signal {place + 1}",
    )  # fmt: skip


def _all_values(folder: Path, channels: list[_Channel], count: int) -> list[NDArray[np.floating]]:
    """Return each channel's samples in mV; channels of one file stand in it sample by sample.

    Raises ValueError where fewer than `count` samples are there, or their sum is not the header's.
    """
    found: list[NDArray[np.floating]] = []
    for file in dict.fromkeys(channel.file for channel in channels):
        own = [channel for channel in channels if channel.file == file]
        if own[0].format not in _DECODERS:
            raise ValueError(f"the format {own[0].format} is not known")
        if Path(file).name != file:
            raise ValueError("its signals lie in another folder")
        raw = np.frombuffer(_content(folder / file)[own[0].skip :], dtype=np.uint8)
        samples = _DECODERS[own[0].format](raw)
        frames = samples[: len(samples) // len(own) * len(own)].reshape(-1, len(own))
        if len(frames) < count:
            raise ValueError(f"{file} ends after {len(frames)} of {count} samples")
        frames = frames[: count or len(frames)]
        for place, channel in enumerate(own):
            if channel.checksum is not None and (frames[:, place].sum() - channel.checksum) % _CHECKED:
                raise ValueError(f"the checksum of {channel.lead} is wrong")
            found.append((frames[:, place] - channel.baseline) / channel.gain * channel.millivolts)
    return found


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise ValueError(f"{path.name} is not beside it")
    with opened(path) as stream:
        return stream.read()


def _whole(kind: str) -> Callable[[Bytes], Integers]:
    size = np.dtype(kind).itemsize
    return lambda raw: np.frombuffer(raw[: len(raw) // size * size].tobytes(), dtype=kind).astype(np.int64)


def _of_24_bits(raw: Bytes) -> Integers:
    triples = raw[: len(raw) // 3 * 3].reshape(-1, 3).astype(np.int64)
    value = triples[:, 0] | (triples[:, 1] << 8) | (triples[:, 2] << 16)
    return np.where(value >= 1 << 23, value - (1 << 24), value)


def _of_12_bits(raw: Bytes) -> Integers:
    """Two samples in three bytes: low bytes around one with both high nibbles."""
    low, nibbles, other = raw[: len(raw) // 3 * 3].reshape(-1, 3).astype(np.int64).T
    pair = np.stack([low | ((nibbles & 0x0F) << 8), other | ((nibbles & _HIGH_NIBBLE) << 4)], axis=1).ravel()
    return np.where(pair >= _NIBBLE_SIGN, pair - _NIBBLE_RANGE, pair)


_DECODERS: Final[Mapping[int, Callable[[Bytes], Integers]]] = {
    16: _whole("<i2"),
    24: _of_24_bits,
    32: _whole("<i4"),
    61: _whole(">i2"),
    80: lambda raw: raw.astype(np.int64) - 128,
    212: _of_12_bits,
}
