"""Rows of measurements: values with units, beats, and the reason where there is none."""

from ecgdesk.core.analysis import Measurements
from ecgdesk.core.measured import rows, st_levels
from ecgdesk.core.tracing import LevelST

FULL = Measurements(
    heart_rate_bpm=81.4, pr_ms=158, qrs_ms=96, qt_ms=372, qtc_ms=431, qtc_formula="Bazett",
    heart_rate_mean_bpm=82, heart_rate_low_bpm=74, heart_rate_high_bpm=99, rr_ms=737, regular=True, p_ms=104,
    qtc_fridericia_ms=412, axis_deg=-12.4,
    st={"II": LevelST(0.052, 13), "V2": LevelST(-0.11, 3), "V3": LevelST(None, 0)},
    beats=13, beats_used={"pr_ms": 12},
)  # fmt: skip


def test_every_value_has_its_unit() -> None:
    said = {str(row.name): row.value for row in rows(FULL)}
    assert said["Heart rate"] == "81 bpm"
    assert said["Lowest to highest"] == "74–99 bpm"
    assert said["Rhythm"] == "regular"
    assert said["PR"] == "158 ms"
    assert said["QTc (Bazett)"] == "431 ms"
    assert said["QTc (Fridericia)"] == "412 ms"
    assert said["QRS axis"] == "−12°"
    assert (said["ST in II"], said["ST in V2"], said["ST in V3"]) == ("+0.05 mV", "−0.11 mV", None)
    assert st_levels(FULL) == "II\N{NO-BREAK SPACE}+0.05, V2\N{NO-BREAK SPACE}−0.11 mV"


def test_a_row_tells_its_beats() -> None:
    assert {str(row.name): row.beats for row in rows(FULL)}["PR"] == 12


def test_what_is_not_measurable_has_its_reason_and_no_value() -> None:
    found = {str(row.name): row for row in rows(Measurements(reasons={"pr_ms": "No P wave.", "st": "None."}))}
    assert (found["PR"].value, found["PR"].reason) == (None, "No P wave.")
    assert (found["ST at J + 60 ms"].value, found["ST at J + 60 ms"].reason) == (None, "None.")
    assert all(row.value is None for row in found.values())
