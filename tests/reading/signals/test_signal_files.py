"""DICOM, WFDB, EDF and tables become the page a recorder would have printed; bad ones get their sentence."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.page import PageRef
from ecgdesk.reading.load import count_pages, load
from ecgdesk.reading.render_signal import MEASURED_LEADS, Signal
from ecgdesk.reading.signals.page import drawn_page
from ecgdesk.reading.signals.twelve import lead_name
from ecgdesk.reading.simulate import simulate
from tests.reading.signals.files import (
    only,
    pdf_pages,
    write_document,
    write_edf,
    write_picture,
    write_table,
    write_waveform,
    write_wfdb,
)

SIGNAL = simulate(rate_hz=250.0, seed=3)
WRITERS: dict[str, Callable[[Path, Signal], Path]] = {
    "a.csv": write_table, "a.edf": write_edf, "a.hea": write_wfdb, "a.dcm": write_waveform,
}  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
def test_a_recording_becomes_the_page_drawn_of_its_signal(name: str, tmp_path: Path) -> None:
    page = load(PageRef(WRITERS[name](tmp_path / name, SIGNAL)))
    wanted = drawn_page(SIGNAL, 1, name)
    assert page.page_count == 1
    assert page.pixels.shape == wanted.shape
    # Files hold whole microvolts or so: a pen stroke may move by less than a pixel.
    assert np.mean(np.abs(page.pixels.astype(int) - wanted.astype(int)) > 40) < 0.002


@pytest.mark.parametrize("name", WRITERS)
def test_the_type_is_told_by_the_content(name: str, tmp_path: Path) -> None:
    path = WRITERS[name](tmp_path / name, SIGNAL)
    other = path.rename(path.with_suffix(".txt"))
    assert count_pages(other) == 1


@pytest.mark.parametrize("name", WRITERS)
def test_eight_measured_leads_are_enough(name: str, tmp_path: Path) -> None:
    page = load(PageRef(WRITERS[name](tmp_path / name, only(SIGNAL, MEASURED_LEADS))))
    assert np.mean(np.abs(page.pixels.astype(int) - drawn_page(SIGNAL, 1, name).astype(int)) > 40) < 0.002


@pytest.mark.parametrize("name", WRITERS)
def test_a_missing_lead_is_named(name: str, tmp_path: Path) -> None:
    path = WRITERS[name](tmp_path / name, only(SIGNAL, ("I", "II", "III", *(f"V{n}" for n in range(1, 6)))))
    with pytest.raises(UnreadableFileError, match=r"V6|twelve-lead"):
        load(PageRef(path))


def test_a_long_recording_has_a_page_for_every_ten_seconds(tmp_path: Path) -> None:
    long = simulate(rate_hz=100.0, seconds=34.0)
    path = write_edf(tmp_path / "long.edf", long)
    assert count_pages(path) == 4
    third = Signal(long.millivolts[:, 2000:3000], 100.0, long.leads)
    page = load(PageRef(path, 3))
    assert np.mean(np.abs(page.pixels.astype(int) - drawn_page(third, 1, "x").astype(int)) > 40) < 0.002


def test_a_table_says_its_rate_by_times_or_in_a_comment(tmp_path: Path) -> None:
    plain = write_table(tmp_path / "plain.csv", SIGNAL, time=False, between=";")
    with pytest.raises(UnreadableFileError, match="how fast it was sampled"):
        load(PageRef(plain))
    plain.write_text("# hz = 250\n" + plain.read_text())
    assert load(PageRef(plain)).page_count == 1


def test_two_files_with_one_header_differ_by_their_samples(tmp_path: Path) -> None:
    path = write_wfdb(tmp_path / "a.hea", SIGNAL)
    first = load(PageRef(path)).sha256
    header = path.read_text()
    write_wfdb(tmp_path / "a.hea", replace(SIGNAL, millivolts=SIGNAL.millivolts[:, ::-1].copy()))
    (tmp_path / "a.hea").write_text(header.replace("0 0 0 0", "0 0 0 0"))
    assert load(PageRef(write_wfdb(tmp_path / "a.hea", simulate(rate_hz=250.0, seed=4)))).sha256 != first


@pytest.mark.parametrize(
    ("name", "damage", "said"),
    [
        ("a.hea", lambda p: p.with_suffix(".dat").unlink(), "not beside it"),
        ("a.hea", lambda p: p.with_suffix(".dat").write_bytes(b"\0" * 100), "ends after"),
        ("a.hea", lambda p: p.write_text(p.read_text().replace("a.dat", "../a.dat")), "another folder"),
        ("a.edf", lambda p: p.write_bytes(p.read_bytes()[:5000]), "cut short"),
        ("a.csv", lambda p: p.write_text(p.read_text()[:3000] + "x,y\n"), "cannot be read"),
        ("a.dcm", lambda p: p.write_bytes(p.read_bytes()[:3000]), "damaged|cut short|twelve-lead"),
    ],
)
def test_a_damaged_recording_gets_its_sentence(
    name: str, damage: Callable[[Path], object], said: str, tmp_path: Path
) -> None:
    path = WRITERS[name](tmp_path / name, SIGNAL)
    damage(path)
    with pytest.raises(UnreadableFileError, match=said) as caught:
        load(PageRef(path))
    assert caught.value.advice


def test_a_signal_that_is_no_voltage_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="mmHg, which is no voltage"):
        load(PageRef(write_edf(tmp_path / "a.edf", SIGNAL, "mmHg")))


def test_a_dicom_waveform_takes_the_long_group_not_the_median_beats(tmp_path: Path) -> None:
    assert count_pages(write_waveform(tmp_path / "a.dcm", simulate(rate_hz=250.0, seconds=20))) == 2


def test_dicom_pictures_come_out_as_they_are_shown(tmp_path: Path) -> None:
    grey = np.tile(np.arange(200, dtype=np.uint8), (150, 1))
    plain = load(PageRef(write_picture(tmp_path / "m2.dcm", grey, "MONOCHROME2"))).pixels
    turned = load(PageRef(write_picture(tmp_path / "m1.dcm", 255 - grey, "MONOCHROME1"))).pixels
    deep = load(PageRef(write_picture(tmp_path / "deep.dcm", grey.astype(np.uint16) * 16, "MONOCHROME2", 12)))
    assert np.array_equal(plain[:, :, 0], grey)
    assert np.array_equal(turned, plain)
    assert np.abs(deep.pixels.astype(int) - plain).max() <= 1
    colour = np.stack([grey, grey // 2, 255 - grey], axis=2)
    assert np.array_equal(load(PageRef(write_picture(tmp_path / "rgb.dcm", colour, "RGB"))).pixels, colour)


def test_frames_and_encapsulated_pages_are_pages(tmp_path: Path) -> None:
    frames = np.stack([np.full((60, 80), level, np.uint8) for level in (10, 90, 200)])
    path = write_picture(tmp_path / "frames.dcm", frames, "MONOCHROME2")
    assert count_pages(path) == 3
    assert load(PageRef(path, 2)).pixels[0, 0, 0] == 90
    document = write_document(tmp_path / "doc.dcm", pdf_pages(2))
    assert count_pages(document) == 2
    assert load(PageRef(document, 2)).dpi == 200


def test_dicom_without_an_ecg_says_so(tmp_path: Path) -> None:
    other = write_document(tmp_path / "doc.dcm", b"<html>", "text/html")
    with pytest.raises(UnreadableFileError, match="no PDF"):
        load(PageRef(other))
    names = tuple(f"Pressure {n}" for n in range(12))
    with pytest.raises(UnreadableFileError, match="no twelve-lead ECG"):
        load(PageRef(write_waveform(tmp_path / "p.dcm", SIGNAL, names)))


@pytest.mark.parametrize(
    ("said", "name"),
    [("Lead aVR (Goldberger)", "aVR"), ("ECG AVF", "aVF"), ("MDC_ECG_LEAD_V4", "V4"), ("lead ii", "II"),
     ("V1", "V1"), ("Resp", "Resp")],
)  # fmt: skip
def test_leads_have_many_names(said: str, name: str) -> None:
    assert lead_name(said) == name
