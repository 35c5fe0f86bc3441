"""Files of signals, written for tests as other programs write them."""

from copy import deepcopy
from io import BytesIO
from pathlib import Path

import numpy as np
from pydicom import Dataset, FileDataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, SecondaryCaptureImageStorage, generate_uid

from ecgdesk.reading.render_signal import Signal

TWELVE_LEAD = UID("1.2.840.10008.5.1.4.1.1.9.1.1")
ENCAPSULATED_PDF = UID("1.2.840.10008.5.1.4.1.1.104.1")


def write_table(path: Path, signal: Signal, *, time: bool = True, between: str = ",") -> Path:
    columns = [np.arange(signal.millivolts.shape[1]) / signal.hz] if time else []
    names = ["time"] * time + [f"Lead {lead}" for lead in signal.leads]
    table = np.stack([*columns, *signal.millivolts], axis=1)
    lines = [between.join(names), *(between.join(f"{value:.5f}" for value in row) for row in table)]
    path.write_text("\n".join(lines) + "\n")
    return path


def write_edf(path: Path, signal: Signal, unit: str = "uV") -> Path:
    from edfio import Edf, EdfSignal

    factor = {"uV": 1000.0, "mV": 1.0, "mmHg": 1.0}[unit]
    made = [
        EdfSignal(row * factor, signal.hz, label=f"ECG {lead}", physical_dimension=unit)
        for lead, row in zip(signal.leads, signal.millivolts.astype(float), strict=True)
    ]
    Edf(made).write(path)
    return path


def write_wfdb(path: Path, signal: Signal) -> Path:
    values = np.rint(signal.millivolts * 1000).astype("<i2")
    path.with_suffix(".dat").write_bytes(values.T.tobytes())
    lines = [f"{path.stem} {len(values)} {signal.hz:g} {values.shape[1]}"]
    lines += [f"{path.stem}.dat 16 1000(0)/mV 16 0 0 0 0 {lead}" for lead in signal.leads]
    path.write_text("\n".join(_with_sums(lines, values)) + "\n")
    return path


def _with_sums(lines: list[str], values: np.ndarray) -> list[str]:
    first, *rest = lines
    summed = []
    for line, row in zip(rest, values.astype(np.int64), strict=True):
        cells = line.split()
        cells[5], cells[6] = str(row[0]), str((int(row.sum()) + 32768) % 65536 - 32768)
        summed.append(" ".join(cells))
    return [first, *summed]


def write_waveform(path: Path, signal: Signal, names: tuple[str, ...] | None = None) -> Path:
    found = _dataset(path, TWELVE_LEAD, "ECG")
    group = Dataset()
    group.NumberOfWaveformChannels, group.NumberOfWaveformSamples = signal.millivolts.shape
    group.SamplingFrequency = signal.hz
    group.WaveformBitsAllocated, group.WaveformSampleInterpretation = 16, "SS"
    group.WaveformOriginality = "ORIGINAL"
    group.ChannelDefinitionSequence = [_channel(name) for name in names or _said(signal.leads)]
    group.WaveformData = np.rint(signal.millivolts * 1000).astype("<i2").T.tobytes()
    median = deepcopy(group)
    median.NumberOfWaveformSamples = 600
    median.WaveformData = group.WaveformData[: 600 * 2 * len(signal.leads)]
    found.WaveformSequence = [median, group]
    found.save_as(path, enforce_file_format=True)
    return path


def _said(leads: tuple[str, ...]) -> tuple[str, ...]:
    by = {"I": "Einthoven", "II": "Einthoven", "III": "Einthoven"}
    return tuple(f"Lead {lead} ({by[lead]})" if lead in by else f"Lead {lead}" for lead in leads)


def _channel(name: str) -> Dataset:
    channel, source, unit = Dataset(), Dataset(), Dataset()
    source.CodeValue, source.CodingSchemeDesignator, source.CodeMeaning = "2:1", "MDC", name
    unit.CodeValue, unit.CodingSchemeDesignator, unit.CodeMeaning = "uV", "UCUM", "microvolt"
    channel.ChannelSourceSequence = [source]
    channel.ChannelSensitivity, channel.ChannelSensitivityCorrectionFactor = "1", "1"
    channel.ChannelBaseline, channel.WaveformBitsStored = "0", 16
    channel.ChannelSensitivityUnitsSequence = [unit]
    return channel


def write_picture(path: Path, values: np.ndarray, kind: str, bits: int = 8) -> Path:
    found = _dataset(path, SecondaryCaptureImageStorage, "OT")
    frames = values[None] if values.ndim == 2 or (values.ndim == 3 and values.shape[2] == 3) else values
    found.NumberOfFrames = len(frames)
    found.Rows, found.Columns = frames.shape[1:3]
    found.SamplesPerPixel = 3 if kind == "RGB" else 1
    if kind == "RGB":
        found.PlanarConfiguration = 0
    found.PhotometricInterpretation, found.PixelRepresentation = kind, 0
    found.BitsAllocated = 16 if bits > 8 else 8
    found.BitsStored, found.HighBit = bits, bits - 1
    data = frames.astype("<u2" if bits > 8 else np.uint8).tobytes()
    found.PixelData = data + b"\0" * (len(data) % 2)
    found.save_as(path, enforce_file_format=True)
    return path


def write_document(path: Path, document: bytes, kind: str = "application/pdf") -> Path:
    found = _dataset(path, ENCAPSULATED_PDF, "DOC")
    found.MIMETypeOfEncapsulatedDocument = kind
    found.EncapsulatedDocument = document + b"\0" * (len(document) % 2)
    found.save_as(path, enforce_file_format=True)
    return path


def _dataset(path: Path, storage: UID, modality: str) -> FileDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = storage, generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    found = FileDataset(path, {}, file_meta=meta, preamble=b"\0" * 128)
    found.SOPClassUID, found.SOPInstanceUID = storage, meta.MediaStorageSOPInstanceUID
    found.Modality, found.PatientName = modality, "Doe^Jane"
    return found


def pdf_pages(count: int) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target)
    for number in range(count):
        canvas.drawString(100, 100, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def only(signal: Signal, leads: tuple[str, ...]) -> Signal:
    return Signal(np.stack([signal.lead(name) for name in leads]), signal.hz, leads)
