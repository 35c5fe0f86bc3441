"""Measurements of simulated signals whose intervals are known, and what is said where nothing can be."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.errors import CancelledError
from ecgdesk.core.tracing import PageReading
from ecgdesk.reading import simulate_waves
from ecgdesk.reading.layout import Layout
from ecgdesk.reading.measure import measure
from ecgdesk.reading.render_signal import LEADS, Signal
from ecgdesk.reading.simulate import SPECS, Rhythm, SimulationSpec, simulate
from tests.reading.made_traces import nameless, read

SIGMAS = 2.0
"""Where a Gaussian wave can be seen to begin and end: here it has an eighth of its height."""


def known_ms(rr_s: float) -> tuple[float, float, float]:
    """Return PR, QRS and QT of the simulated beat, from the table it is made of."""
    waves = {wave.name: wave for wave in simulate_waves.NORMAL_BEAT}
    p, q, s, t = (waves[name] for name in ("P right", "q", "s", "T"))
    p_onset = (p.centre_s - SIGMAS * p.rise_s) * rr_s**p.rate_power
    onset = q.centre_s - SIGMAS * q.rise_s
    j = s.centre_s + SIGMAS * s.fall_s
    t_end = (t.centre_s + SIGMAS * t.fall_s) * rr_s**t.rate_power
    return 1000 * (onset - p_onset), 1000 * (j - onset), 1000 * (t_end - onset)


@pytest.mark.parametrize("rate", [50, 72, 95, 118])
def test_intervals_are_those_the_signal_was_made_with(rate: float) -> None:
    measured = measure(read(simulate(SimulationSpec(heart_rate_bpm=rate, variability=0.01), seed=rate)))
    pr, qrs, qt = known_ms(60 / rate)
    assert measured.heart_rate_bpm == pytest.approx(rate, abs=1.5)
    assert measured.rr_ms == pytest.approx(60_000 / rate, rel=0.02)
    assert measured.pr_ms == pytest.approx(pr, abs=15)
    assert measured.qrs_ms == pytest.approx(qrs, abs=12)
    assert measured.qt_ms == pytest.approx(qt, abs=25)
    assert measured.regular is True
    assert measured.beats_used["pr_ms"] >= 6
    assert not measured.reasons


def test_a_later_p_wave_makes_a_shorter_pr_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = measure(read(simulate(seed=3)))
    earlier = tuple(
        replace(wave, centre_s=wave.centre_s - 0.06) if wave.name.startswith("P ") else wave
        for wave in simulate_waves.NORMAL_BEAT
    )
    monkeypatch.setattr(simulate_waves, "NORMAL_BEAT", earlier)
    longer = measure(read(simulate(seed=3)))
    assert usual.pr_ms is not None
    assert longer.pr_ms == pytest.approx(usual.pr_ms + 60, abs=12)


def test_a_longer_p_wave_is_measured_as_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for factor in (0.8, 1.0, 1.25, 1.5):
        beat = tuple(
            replace(wave, rise_s=factor * wave.rise_s, fall_s=factor * wave.fall_s,
                    centre_s=-0.155 + factor * (wave.centre_s + 0.155))
            if wave.name.startswith("P ") else wave
            for wave in simulate_waves.NORMAL_BEAT
        )  # fmt: skip
        with monkeypatch.context() as patch:
            patch.setattr(simulate_waves, "NORMAL_BEAT", beat)
            found.append(measure(read(simulate(SimulationSpec(heart_rate_bpm=60), seed=3))).p_ms)
    assert None not in found
    assert found[1] == pytest.approx(1000 * (0.03 + 2 * SIGMAS * 0.0195), abs=12)
    assert all(later - earlier > 10 for earlier, later in itertools.pairwise(found))


def test_leads_that_contradict_each_other_are_not_measured() -> None:
    reading = replace(read(simulate(seed=3)), einthoven=0.32)
    measured = measure(reading)
    assert (measured.heart_rate_bpm, measured.qrs_ms, dict(measured.st)) == (None, None, {})
    assert set(measured.reasons.values()) == {"The leads that were read contradict each other."}
    assert measure(replace(reading, einthoven=0.8)).heart_rate_bpm is not None


def test_no_disease_is_named_where_no_p_wave_is_seen() -> None:
    measured = measure(read(simulate(SPECS["atrial-fibrillation"], seed=0)))
    assert measured.reasons["pr_ms"] == "No P wave keeps the same place before the QRS complexes."


def test_qt_is_corrected_for_rate_by_both_formulas() -> None:
    measured = measure(read(simulate(SimulationSpec(heart_rate_bpm=90), seed=1)))
    assert measured.qt_ms is not None
    assert measured.rr_ms is not None
    assert measured.qtc_formula == "Bazett"
    assert measured.qtc_ms == pytest.approx(measured.qt_ms / np.sqrt(measured.rr_ms / 1000))
    assert measured.qtc_fridericia_ms == pytest.approx(measured.qt_ms / np.cbrt(measured.rr_ms / 1000))


@pytest.mark.parametrize("seed", range(6))
def test_in_atrial_fibrillation_there_is_no_pr_interval(seed: int) -> None:
    measured = measure(read(simulate(SPECS["atrial-fibrillation"], seed=seed)))
    assert (measured.pr_ms, measured.p_ms) == (None, None)
    assert "No P wave keeps the same place" in measured.reasons["pr_ms"]
    assert measured.regular is False
    assert measured.heart_rate_bpm is not None
    assert measured.heart_rate_low_bpm < measured.heart_rate_bpm < measured.heart_rate_high_bpm
    assert measured.qrs_ms is not None


def test_early_beats_do_not_change_the_usual_rate() -> None:
    spec = SimulationSpec(heart_rate_bpm=80, ectopic_every=5, variability=0.01)
    measured = measure(read(simulate(spec, seed=2)))
    assert measured.heart_rate_bpm == pytest.approx(80, abs=1.5)
    assert measured.heart_rate_high_bpm > 110
    assert measured.heart_rate_low_bpm < 70
    assert measured.beats_used["qrs_ms"] < measured.beats


@pytest.mark.parametrize("degrees", [-75, -20, 45, 100, 170])
def test_the_axis_is_that_of_the_vector_the_leads_are_made_of(degrees: float) -> None:
    wave = simulate(SimulationSpec(noise_mv=0, wander_mv=0, individual=0), seed=0).lead("V5")
    angles = {"I": 0, "II": 60, "III": 120, "aVR": -150, "aVL": -30, "aVF": 90}
    size = {"aVR": np.sqrt(3) / 2, "aVL": np.sqrt(3) / 2, "aVF": np.sqrt(3) / 2}
    rows = [
        wave * size.get(lead, 1) * np.cos(np.radians(degrees - angles[lead])) if lead in angles else wave
        for lead in LEADS
    ]
    measured = measure(read(Signal(np.stack(rows).astype(np.float32), 500.0)))
    assert measured.axis_deg == pytest.approx(degrees, abs=3)


def test_st_levels_are_told_lead_by_lead() -> None:
    infarct, usual = (measure(read(simulate(SPECS[name], seed=4))) for name in ("anterior-mi", "normal"))
    assert list(infarct.st) == list(LEADS)
    for lead in ("V2", "V3"):
        level = infarct.st[lead].millivolts
        assert level is not None
        assert level > 0.2
    assert all(abs(level.millivolts or 0) < 0.15 for level in usual.st.values())
    assert infarct.st["II"].beats > infarct.st["V2"].beats >= 2


@pytest.mark.parametrize("layout", [Layout.THREE_BY_FOUR, Layout.SIX_BY_TWO, Layout.TWELVE_BY_ONE])
def test_pages_without_a_rhythm_strip_are_measured_too(layout: Layout) -> None:
    measured = measure(read(simulate(SimulationSpec(heart_rate_bpm=75, variability=0.01), seed=5), layout))
    pr, qrs, qt = known_ms(60 / 75)
    assert measured.heart_rate_bpm == pytest.approx(75, abs=2)
    assert measured.pr_ms == pytest.approx(pr, abs=18)
    assert measured.qrs_ms == pytest.approx(qrs, abs=14)
    assert measured.qt_ms == pytest.approx(qt, abs=25)


def test_columns_that_each_start_with_the_recording_are_not_put_under_its_strip() -> None:
    signal = simulate(SimulationSpec(heart_rate_bpm=66, variability=0.08), seed=6)
    measured = measure(read(signal, sequential=False))
    assert measured.heart_rate_bpm == pytest.approx(66, abs=4)
    assert measured.qrs_ms == pytest.approx(known_ms(60 / 66)[1], abs=14)


def test_without_names_of_leads_there_is_neither_axis_nor_st_level() -> None:
    measured = measure(nameless(read(simulate(seed=7))))
    assert measured.heart_rate_bpm == pytest.approx(72, abs=3)
    assert (measured.axis_deg, dict(measured.st)) == (None, {})
    assert "not known by name" in measured.reasons["axis_deg"]
    assert "not known by name" in measured.reasons["st"]


def test_a_page_without_traces_has_the_reading_s_reason_for_every_field() -> None:
    measured = measure(PageReading(reasons={"traces": "No rows of traces stand out on this page."}))
    assert measured.heart_rate_bpm is None
    assert measured.qtc_formula is None
    assert set(measured.reasons.values()) == {"No rows of traces stand out on this page."}
    assert {"heart_rate_bpm", "pr_ms", "qrs_ms", "qt_ms", "qtc_ms", "axis_deg", "st"} <= set(measured.reasons)


def test_flat_lines_are_not_measured() -> None:
    noise = np.random.default_rng(0).normal(0, 0.002, (12, 5000)).astype(np.float32)
    measured = measure(read(Signal(np.zeros((12, 5000), np.float32) + noise[:1] * 0, 500.0)))
    assert measured.heart_rate_bpm is None
    assert "Fewer than three beats" in measured.reasons["heart_rate_bpm"]


def test_a_trace_with_gaps_is_measured_on_what_is_there() -> None:
    whole = read(simulate(SimulationSpec(rhythm=Rhythm.SINUS, heart_rate_bpm=72, variability=0.01), seed=8))
    holed = []
    for trace in whole.traces:
        values = trace.millivolts.copy()
        values[300:330] = np.nan
        values[900:1000] = np.nan
        holed.append(replace(trace, millivolts=values))
    measured = measure(replace(whole, traces=tuple(holed)))
    assert measured.heart_rate_bpm == pytest.approx(72, abs=1.5)
    assert measured.qrs_ms == pytest.approx(known_ms(60 / 72)[1], abs=12)


def test_measuring_ends_when_nobody_wants_it() -> None:
    def cancel() -> None:
        raise CancelledError("cancelled")

    with pytest.raises(CancelledError):
        measure(read(simulate(seed=9)), cancel)
