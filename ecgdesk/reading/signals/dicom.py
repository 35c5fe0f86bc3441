"""DICOM: twelve-lead waveforms, pictures (secondary capture) and encapsulated PDF, by pydicom."""

from collections.abc import Sequence
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.constants import PDF_DPI
from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.sentence import say
from ecgdesk.reading import pdf
from ecgdesk.reading.render_signal import LEADS, Signal
from ecgdesk.reading.signals.page import drawn_page, page_count
from ecgdesk.reading.signals.twelve import lead_name, twelve_leads
from ecgdesk.reading.source import check_pixels

if TYPE_CHECKING:
    from pydicom import Dataset

_PER_MILLIVOLT: Final = {"mv": 1.0, "uv": 1e-3, "v": 1e3, "nv": 1e-6}
_FEWEST_LEADS: Final = 8
_SHORTEST_S: Final = 2.5
_BYTE: Final = 255

Pixels = NDArray[np.uint8]


def count_pages(stream: BufferedReader, name: str) -> int:
    """Return how many pages an object makes; raises UnreadableFileError where it holds none."""
    found = _read(stream)
    if "WaveformSequence" in found:
        return page_count(_signal(found, name))
    if "EncapsulatedDocument" in found:
        return pdf.count_pages(_document(found, name), name)
    if "PixelData" in found:
        return int(found.get("NumberOfFrames", 1) or 1)
    raise UnreadableFileError(
        say("{file} is a DICOM file without a waveform, a picture or a document.", file=name),
        "Export the ECG itself, as a waveform, a picture or a PDF.",
    )


def decode(stream: BufferedReader, number: int, name: str) -> tuple[Pixels, float | None]:
    """Return one page as RGB pixels, and its resolution where it was drawn here."""
    found = _read(stream)
    if "WaveformSequence" in found:
        return drawn_page(_signal(found, name), number, name), None
    if "EncapsulatedDocument" in found:
        return pdf.decode(_document(found, name), number, name), float(PDF_DPI)
    return _picture(found, number, name), None


def _read(stream: BufferedReader) -> "Dataset":
    from pydicom import dcmread

    stream.seek(0)
    return dcmread(stream)


def _document(found: "Dataset", name: str) -> BufferedReader:
    kind = str(found.get("MIMETypeOfEncapsulatedDocument", "application/pdf"))
    if kind.lower() != "application/pdf":
        raise UnreadableFileError(
            say("{file} holds a document that is no PDF ({kind}).", file=name, kind=kind), "Export it as PDF."
        )
    return BufferedReader(cast(Any, BytesIO(bytes(found.EncapsulatedDocument))))


def _signal(found: "Dataset", name: str) -> Signal:
    """Return the longest group that holds the leads; median beats are shorter than a page."""
    groups = [_group(found, place) for place in range(len(found.WaveformSequence))]
    whole = [one for one in groups if len(set(one.leads) & set(LEADS)) >= _FEWEST_LEADS]
    if not whole:
        raise UnreadableFileError(
            say("{file} holds no twelve-lead ECG.", file=name),
            "Export the resting ECG with its twelve leads.",
        )
    return twelve_leads(max(whole, key=lambda one: one.seconds), name)


def _group(found: "Dataset", place: int) -> Signal:
    group = found.WaveformSequence[place]
    channels: Sequence[Any] = group.ChannelDefinitionSequence
    factors = np.array([_factor(channel) for channel in channels])
    values = np.nan_to_num(np.asarray(found.waveform_array(place), dtype=np.float64).T * factors[:, None])
    return Signal(
        values.astype(np.float32),
        float(group.SamplingFrequency),
        tuple(_lead(channel) for channel in channels),
    )


def _lead(channel: Any) -> str:  # noqa: ANN401 - pydicom's datasets have no types
    source = channel.ChannelSourceSequence[0]
    return lead_name(str(source.get("CodeMeaning", "") or channel.get("ChannelLabel", "")))


def _factor(channel: Any) -> float:  # noqa: ANN401
    units = channel.get("ChannelSensitivityUnitsSequence")
    code = str(units[0].get("CodeValue", "")).lower() if units else "uv"
    return _PER_MILLIVOLT.get(code, 1e-3)


def _picture(found: "Dataset", number: int, name: str) -> Pixels:
    from pydicom.pixels.processing import apply_color_lut, apply_voi_lut
    from pydicom.pixels.utils import pixel_array

    check_pixels(name, int(found.Columns), int(found.Rows))
    try:
        values = pixel_array(found, index=number - 1)
    except (RuntimeError, NotImplementedError) as error:
        raise UnreadableFileError(
            say("{file} holds a picture in a compression that this version does not read.", file=name),
            "Export it uncompressed, or as PNG.",
        ) from error
    kind = str(found.PhotometricInterpretation)
    if kind == "PALETTE COLOR":
        return _rgb(_bytes(apply_color_lut(values, found), 16 if found.BitsAllocated > 8 else 8))
    if kind.startswith("MONOCHROME"):
        shown = _grey(apply_voi_lut(values, found), found)
        return _rgb(_BYTE - shown if kind == "MONOCHROME1" else shown)
    return _rgb(_bytes(values, int(found.BitsStored)))


def _grey(values: NDArray[Any], found: "Dataset") -> Pixels:
    """Return grey levels as bytes: of a window its own range, else that of the stored bits."""
    if "WindowCenter" in found or "VOILUTSequence" in found:
        low, high = float(values.min()), float(values.max())
        return np.asarray(np.rint((values - low) / max(high - low, 1e-9) * _BYTE), dtype=np.uint8)
    if int(found.get("PixelRepresentation", 0)):
        values = values.astype(np.int64) + (1 << (int(found.BitsStored) - 1))
    return _bytes(values, int(found.BitsStored))


def _bytes(values: NDArray[Any], bits: int) -> Pixels:
    return np.asarray(np.rint(values.astype(np.float64) / ((1 << bits) - 1) * _BYTE), dtype=np.uint8)


def _rgb(values: Pixels) -> Pixels:
    pixels = np.repeat(values[:, :, None], 3, axis=2) if values.ndim == 2 else values[:, :, :3].copy()
    pixels.setflags(write=False)
    return pixels
