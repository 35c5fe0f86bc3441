"""The simulated signal obeys what any 12-lead recording obeys, and shows what its specification asks for."""

import numpy as np
import pytest

from ecgdesk.reading.render_signal import LEADS, Signal, SignalError
from ecgdesk.reading.simulate import SPECS, Rhythm, SimulationSpec, simulate


def _around_beats(signal: Signal, lead: str, from_s: float, to_s: float) -> np.ndarray:
    """Return the mean course of a lead around the inner beats, against the level before the P wave."""
    first, last = round(from_s * signal.hz), round(to_s * signal.hz)
    level = round(0.23 * signal.hz)
    samples, cuts = signal.lead(lead), []
    for beat in signal.r_peaks_s[1:-1]:
        middle = round(beat * signal.hz)
        cuts.append(samples[middle + first : middle + last] - samples[middle - level])
    return np.mean(cuts, axis=0)


@pytest.mark.parametrize("name", SPECS)
def test_limb_leads_obey_einthoven_and_goldberger_to_the_last_bit(name: str) -> None:
    one, two, three, avr, avl, avf = simulate(SPECS[name], seed=4).millivolts[:6]
    assert np.array_equal(two, one + three)
    assert np.array_equal(avr, -(one + two) / 2)
    assert np.array_equal(avl, one - two / 2)
    assert np.array_equal(avf, two - one / 2)


def test_the_seed_decides_every_sample() -> None:
    again = simulate(SPECS["normal"], seed=5).millivolts
    assert np.array_equal(simulate(SPECS["normal"], seed=5).millivolts, again)
    assert not np.array_equal(simulate(SPECS["normal"], seed=6).millivolts, again)


def test_shape_rate_and_leads_are_as_asked() -> None:
    signal = simulate(rate_hz=250, seconds=8)
    assert signal.millivolts.shape == (12, 2000)
    assert signal.millivolts.dtype == np.float32
    assert (signal.hz, signal.seconds, signal.leads) == (250, 8, LEADS)


@pytest.mark.parametrize("bpm", [42, 72, 130])
def test_heart_rate_is_kept_on_average(bpm: float) -> None:
    signal = simulate(SimulationSpec(heart_rate_bpm=bpm), seconds=60, seed=1)
    assert 60 / np.mean(np.diff(signal.r_peaks_s)) == pytest.approx(bpm, rel=0.02)


def test_r_peaks_are_where_lead_two_is_highest() -> None:
    signal = simulate(SPECS["normal"], seed=2)
    two = signal.lead("II")
    for beat in signal.r_peaks_s[1:-1]:
        middle = round(beat * signal.hz)
        highest = middle - 60 + int(np.argmax(two[middle - 60 : middle + 60]))
        assert abs(highest - middle) <= 3


def test_fibrillation_is_irregular_and_has_no_p_wave() -> None:
    sinus = simulate(SimulationSpec(noise_mv=0, wander_mv=0), seconds=60, seed=3)
    spec = SimulationSpec(rhythm=Rhythm.ATRIAL_FIBRILLATION, variability=0.19, noise_mv=0, wander_mv=0)
    fibrillating = simulate(spec, seconds=60, seed=3)
    assert _spread(fibrillating) > 0.12 > 0.05 > _spread(sinus)
    p_wave = _around_beats(sinus, "II", -0.2, -0.1)
    assert np.ptp(p_wave) > 0.08
    assert np.ptp(_around_beats(fibrillating, "II", -0.2, -0.1)) < np.ptp(p_wave) / 2


def _spread(signal: Signal) -> float:
    intervals = np.diff(signal.r_peaks_s)
    return float(np.std(intervals) / np.mean(intervals))


def test_an_ectopic_beat_comes_early_and_is_followed_by_a_pause() -> None:
    signal = simulate(SimulationSpec(ectopic_every=6, variability=0.0), seconds=30, seed=3)
    intervals = np.diff(signal.r_peaks_s)
    usual = np.median(intervals)
    early = np.flatnonzero(intervals < 0.8 * usual)
    assert len(early) >= 4
    for index in early[early < len(intervals) - 1]:
        assert intervals[index] + intervals[index + 1] == pytest.approx(2 * usual, rel=0.02)


def test_an_ectopic_beat_is_wide() -> None:
    signal = simulate(SimulationSpec(ectopic_every=6, variability=0.0, noise_mv=0), seconds=30, seed=3)
    intervals = np.diff(signal.r_peaks_s)
    ectopic = signal.r_peaks_s[int(np.argmin(intervals)) + 1]
    assert _width_s(signal, ectopic) > 1.8 * _width_s(signal, signal.r_peaks_s[1])


def _width_s(signal: Signal, beat_s: float) -> float:
    middle, reach = round(beat_s * signal.hz), round(0.12 * signal.hz)
    course = np.abs(signal.lead("II")[middle - reach : middle + reach])
    return float(np.count_nonzero(course > course.max() / 2) / signal.hz)


def test_acute_anterior_injury_lifts_st_in_its_leads_and_lowers_it_opposite() -> None:
    signal = simulate(SPECS["anterior-mi"], seconds=30, seed=11)
    st = {lead: float(np.mean(_around_beats(signal, lead, 0.08, 0.10))) for lead in LEADS}
    assert min(st["V2"], st["V3"], st["V4"]) > 0.15
    assert abs(st["V6"]) < 0.08
    assert st["III"] < 0


def test_old_inferior_infarction_has_q_waves_and_inverted_t_waves() -> None:
    signal = simulate(SPECS["old-inferior-mi"], seconds=30, seed=7)
    for lead in ("II", "III", "aVF"):
        assert _around_beats(signal, lead, -0.045, -0.01).min() < -0.15
        assert _around_beats(signal, lead, 0.22, 0.34).min() < -0.08
    assert _around_beats(signal, "V5", 0.22, 0.34).max() > 0.15


def test_the_old_q_waves_are_as_wide_and_deep_as_the_textbooks_ask() -> None:
    """At least 40 ms wide in two neighbouring leads, and a quarter of R deep."""
    still = SimulationSpec(
        heart_rate_bpm=67, changes=SPECS["old-inferior-mi"].changes, noise_mv=0, wander_mv=0
    )
    signal = simulate(still, seed=7)
    for lead in ("II", "aVF"):
        before = _around_beats(signal, lead, -0.08, 0.0)
        q = before < -0.03
        assert np.count_nonzero(q) / signal.hz >= 0.040
        assert -before.min() > 0.25 * _around_beats(signal, lead, -0.01, 0.02).max()
    assert _around_beats(signal, "III", -0.03, 0.03).max() < 0.05


def test_mains_hum_stands_at_its_frequency() -> None:
    signal = simulate(SimulationSpec(hum_mv=0.1, mains_hz=60), seed=1)
    strength = np.abs(np.fft.rfft(signal.lead("I")))
    frequency = np.fft.rfftfreq(signal.millivolts.shape[1], 1 / signal.hz)
    high = frequency > 40
    assert frequency[high][np.argmax(strength[high])] == pytest.approx(60, abs=0.2)


@pytest.mark.parametrize("bpm", [0, 19, 251])
def test_an_impossible_rate_is_refused(bpm: float) -> None:
    with pytest.raises(ValueError, match="bpm"):
        SimulationSpec(heart_rate_bpm=bpm)


def test_a_broken_signal_is_refused_with_a_sentence() -> None:
    missing = np.zeros((12, 100), dtype=np.float32)
    missing[3, 7] = np.nan
    for samples, hz in ((missing, 500), (np.zeros((11, 100), np.float32), 500), (missing[:, :0], 500)):
        with pytest.raises(SignalError) as caught:
            Signal(samples, hz)
        assert caught.value.problem.endswith(".")
    with pytest.raises(SignalError, match="0 Hz"):
        Signal(np.zeros((12, 100), np.float32), 0)
