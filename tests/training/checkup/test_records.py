"""Signals of an export are read, checked and drawn as pages."""

import csv
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.errors import RecipeError, UnreadableFileError
from ecgdesk.reading.render_signal import LEADS, MEASURED_LEADS
from ecgdesk.reading.signals.wfdb import read_wfdb
from ecgdesk.reading.simulate import simulate
from training.checkup.drawn import LIST, drawn, is_of_signals
from training.checkup.records import read_record
from training.checkup.sources import Source, open_source

HZ = 100.0
GAIN, BASELINE = 500, 12


def samples(seed: int = 0) -> np.ndarray:
    signal = simulate(seed=seed)
    step = round(signal.hz / HZ)
    return np.rint(signal.millivolts[:, ::step] * GAIN + BASELINE).astype(int)


def write_wfdb(folder: Path, name: str, values: np.ndarray, form: int = 16) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    flat = values.T.ravel()
    if form == 212:
        low, high = flat[::2] & 0xFFF, flat[1::2] & 0xFFF
        triples = [low & 0xFF, ((low >> 8) & 0xF) | (((high >> 8) & 0xF) << 4), high & 0xFF]
        data = np.stack(triples, axis=1).astype(np.uint8).tobytes()
    else:
        data = flat.astype("<i2").tobytes()
    (folder / f"{name}.dat").write_bytes(data)
    lines = [f"{name} {len(values)} {HZ:g} {values.shape[1]}"]
    for lead, row in zip(LEADS, values, strict=True):
        checksum = (int(row.sum()) + 32768) % 65536 - 32768
        lines.append(f"{name}.dat {form} {GAIN}({BASELINE})/mV 12 0 {row[0]} {checksum} 0 {lead}")
    header = folder / f"{name}.hea"
    header.write_text("\n".join([*lines, "# a comment"]) + "\n")
    return header


@pytest.mark.parametrize("form", [16, 212])
def test_a_wfdb_record_is_read_in_millivolts(tmp_path: Path, form: int) -> None:
    values = samples()
    signal = read_wfdb(write_wfdb(tmp_path, "r1", values, form))
    assert signal.hz == HZ
    assert signal.leads == LEADS
    assert signal.millivolts == pytest.approx((values - BASELINE) / GAIN, abs=1e-6)


def test_a_record_cut_short_is_refused(tmp_path: Path) -> None:
    header = write_wfdb(tmp_path, "r1", samples())
    data = header.with_suffix(".dat")
    data.write_bytes(data.read_bytes()[:-100])
    with pytest.raises(UnreadableFileError, match="ends after"):
        read_wfdb(header)


def test_a_damaged_record_is_refused(tmp_path: Path) -> None:
    header = write_wfdb(tmp_path, "r1", samples())
    data = bytearray(header.with_suffix(".dat").read_bytes())
    data[100] ^= 0x10
    header.with_suffix(".dat").write_bytes(bytes(data))
    with pytest.raises(UnreadableFileError, match="checksum"):
        read_wfdb(header)


def write_table(path: Path, leads: tuple[str, ...], factor: float = 1.0, time: bool = True) -> Path:
    values = (samples()[[LEADS.index(lead) for lead in leads]] - BASELINE) / GAIN
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow([*(["time"] if time else []), *leads])
        for at, row in enumerate(values.T * factor):
            table.writerow([*([at / HZ] if time else []), *row])
    return path


def test_a_table_of_eight_leads_in_microvolts_gives_twelve(tmp_path: Path) -> None:
    signal = read_record(write_table(tmp_path / "r.csv", MEASURED_LEADS, factor=1000))
    assert pytest.approx(HZ) == signal.hz
    assert signal.leads == LEADS
    assert signal.lead("III") == pytest.approx(signal.lead("II") - signal.lead("I"), abs=1e-5)


@pytest.mark.parametrize(
    ("leads", "time", "match"),
    [(LEADS[:3], True, "no lead V1"), (LEADS, False, "how fast"), (("X", "Y"), True, "no columns")],
)
def test_a_table_that_makes_no_page_is_refused(
    tmp_path: Path, leads: tuple[str, ...], time: bool, match: str
) -> None:
    path = tmp_path / "r.csv"
    if leads == ("X", "Y"):
        path.write_text("time,X,Y\n0,1,2\n1,1,2\n")
    else:
        write_table(path, leads, time=time)
    with pytest.raises(RecipeError, match=match):
        read_record(path)


def pages_of(source: Source, folder: Path) -> Source:
    work = drawn(source, folder)
    while True:
        try:
            next(work)
        except StopIteration as end:
            made: Source = end.value
            return made


def test_an_export_is_drawn_once_and_can_be_trained_on(tmp_path: Path) -> None:
    for number in range(2):
        write_wfdb(tmp_path / "records", f"r{number}", samples(number))
    (tmp_path / "export.csv").write_text("record,label,patient\nrecords/r0,a,p\nrecords/r1,b,q\n")
    source = open_source(tmp_path / "export.csv")
    assert is_of_signals(source)
    pages = pages_of(source, tmp_path / "drawn")
    assert [file.label for file in pages.files] == ["a", "b"]
    assert pages.groups() == ["p", "q"]
    before = [file.path.stat().st_mtime_ns for file in pages.files]
    again = pages_of(source, tmp_path / "drawn")
    assert [file.path.stat().st_mtime_ns for file in again.files] == before
    listed = open_source(tmp_path / "drawn" / LIST)
    assert [file.path for file in listed.files] == [file.path for file in pages.files]


def test_a_record_that_cannot_be_read_does_not_end_the_work(tmp_path: Path) -> None:
    for number, label in enumerate("ab"):
        header = write_wfdb(tmp_path / label, f"r{number}", samples(number))
    header.with_suffix(".dat").unlink()
    pages = pages_of(open_source(tmp_path), tmp_path / "drawn")
    assert [bool(file.problem) for file in pages.files] == [False, True]


def test_pictures_are_no_signals(folder: Path) -> None:
    assert not is_of_signals(open_source(folder))
