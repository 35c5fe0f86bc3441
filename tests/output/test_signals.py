"""Digitised leads as files that other programs read."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.tracing import PageReading
from ecgdesk.output.files import OutputError
from ecgdesk.output.signals import column_names, write_signals
from ecgdesk.reading.signals.wfdb import read_wfdb
from tests.fakes.reading import fake_reading

READ = fake_reading()


def _shifted() -> PageReading:
    """The reading with its second lead beginning a second later and a gap in the first."""
    first, second, *more = READ.traces
    millivolts = first.millivolts.copy()
    millivolts[100:150] = np.nan
    second = replace(second, lead=replace(second.lead, start_s=1.0), millivolts=second.millivolts[:1000])
    return replace(READ, traces=(replace(first, millivolts=millivolts), second, *more))


def test_a_table_has_a_column_for_each_lead_on_one_time_base(tmp_path: Path) -> None:
    path = write_signals(tmp_path / "a.csv", _shifted())
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert list(rows[0]) == ["time_s", "I_mv", "II_mv", "V1_mv", "II_rhythm_mv"]
    assert [float(row["time_s"]) for row in rows[:3]] == [0.0, 0.002, 0.004]
    assert rows[120]["I_mv"] == "" and rows[499]["II_mv"] == ""
    assert float(rows[500]["II_mv"]) == pytest.approx(READ.traces[1].millivolts[0], abs=1e-4)
    assert rows[1600]["II_mv"] == ""


def test_a_record_reads_back_as_it_was(tmp_path: Path) -> None:
    header = write_signals(tmp_path / "a page, scanned.hea", _shifted())
    assert header.name == "a_page_scanned.hea"
    signal = read_wfdb(header)
    assert signal.hz == 500
    assert signal.leads == ("I", "II", "V1", "II_rhythm")
    got = signal.millivolts[2]
    assert np.abs(got - READ.traces[2].millivolts[: len(got)]).max() < 0.001


def test_samples_that_are_missing_are_marked_as_the_format_says(tmp_path: Path) -> None:
    header = write_signals(tmp_path / "a.hea", _shifted())
    samples = np.fromfile(header.with_suffix(".dat"), "<i2").reshape(-1, 4)
    assert (samples[100:150, 0] == -32768).all()
    assert (samples[:500, 1] == -32768).all()
    assert (samples[:, 2] > -32768).all()


def test_names_are_told_apart() -> None:
    trace = READ.traces[0]
    nameless = replace(trace, lead=replace(trace.lead, name=""))
    assert column_names((trace, trace, nameless)) == ["I", "I_2", "row3"]


def test_without_traces_there_is_a_sentence_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No trace was read"):
        write_signals(tmp_path / "a.csv", PageReading())
    assert list(tmp_path.iterdir()) == []
