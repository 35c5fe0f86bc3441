"""The JSON object that scripts rely on: exact fields, always present, nothing made up."""

import json
import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest

from ecgdesk.core.analysis import Analysis, Measurements, Quality, Trust
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.tracing import Layout, LeadBox, LeadTrace, LevelST, PageReading, Pulse, Scale
from ecgdesk.models.predict import with_novelty
from ecgdesk.output.as_json import as_line, as_object
from tests.output.results import failed, result

FIELDS = {
    "": {
        "schema", "file", "page", "date", "file_sha256", "status", "reason", "trust", "label", "labels",
        "thresholds", "uncertain", "probabilities", "prediction_set", "coverage", "model", "device",
        "geometry", "quality", "measurements", "explanation", "rationale", "cautions", "timing_ms",
        "disclaimer", "comparison", "reading", "unlike_training", "novelty",
    },
    "model": {"id", "sha256"},
    "geometry": {"rotation_deg", "corners", "masks", "crop", "origin", "done"},
    "reading": {
        "layout", "layout_confidence", "px_per_mm", "scale_confidence", "scale_source", "rotation_deg",
        "mm_per_s", "mm_per_mv", "pulses", "printed_mm_per_s", "printed_mm_per_mv", "leads",
        "limb_leads_agree", "reasons", "signals",
    },
    "measurements": {
        "heart_rate_bpm", "pr_ms", "qrs_ms", "qt_ms", "qtc_ms", "qtc_formula", "qtc_fridericia_ms",
        "heart_rate_mean_bpm", "heart_rate_low_bpm", "heart_rate_high_bpm", "rr_ms", "regular", "p_ms",
        "axis_deg", "st_j60_mv", "beats", "beats_used", "not_measurable",
    },
    "explanation": {
        "method", "target", "heatmap", "outside_trace_share", "lead_shares", "checks", "light", "verdict",
        "layer", "layers", "peak", "cost", "outside_leads_share",
    },
}  # fmt: skip


@pytest.mark.parametrize("analysis", [result(), failed()], ids=["ok", "error"])
@pytest.mark.parametrize("part", FIELDS)
def test_every_field_is_there_and_no_other(analysis: Analysis, part: str) -> None:
    item = as_object(analysis, "a.png")
    assert set(item[part] if part else item) == FIELDS[part]


def test_the_date_is_that_of_writing_with_its_offset() -> None:
    when = datetime(2026, 3, 9, 14, 5, 7, tzinfo=timezone(timedelta(hours=2)))
    given = datetime.fromisoformat(as_object(result(), "a.png", when=when)["date"])
    assert given == when
    now = datetime.fromisoformat(as_object(result(), "a.png")["date"])
    assert now.tzinfo is not None
    assert abs(datetime.now(UTC) - now) < timedelta(minutes=1)


def test_a_full_analysis_reads_as_it_was() -> None:
    item = json.loads(as_line(as_object(result(), "given/a.png", "a-heatmap.png")))
    assert item["schema"] == 1
    assert item["file"] == "given/a.png"
    assert item["page"] == 2
    assert item["file_sha256"] == "3f2a9c1b04de" + "0" * 52
    assert item["disclaimer"] == DISCLAIMER
    assert (item["status"], item["trust"], item["reason"]) == ("ok", "amber", None)
    assert (item["label"], item["uncertain"], item["prediction_set"]) == ("MI", False, ["MI"])
    assert item["probabilities"] == {"MI": 0.9, "HMI": 0.07, "N": 0.03}
    assert item["model"] == {"id": "cardiac-4", "sha256": "ab" * 32}
    assert item["geometry"] == {
        "rotation_deg": 1.5, "corners": None, "masks": [[30, 50, 90, 70]], "crop": [20, 40, 420, 240],
        "origin": "user", "done": [],
    }  # fmt: skip
    assert item["quality"] == {"sharp": 0.2}
    assert item["measurements"]["heart_rate_bpm"] == 81.0
    assert item["measurements"]["pr_ms"] is None
    assert item["explanation"]["heatmap"] == "a-heatmap.png"
    assert item["explanation"]["outside_trace_share"] == 0.04
    assert item["explanation"]["checks"] == {"random": 0.1}
    assert item["timing_ms"] == {"decode": 12.35}


def test_what_was_read_names_its_leads_with_their_places() -> None:
    lead = LeadBox("V2", Rect(10.2, 20, 110, 90), 5.0, 2.5, 0.9123)
    trace = LeadTrace(lead, np.zeros(3, np.float32), 500.0, np.zeros((2, 2), np.float32), 0.98765)
    reading = PageReading(
        Scale(7.96, 7.95, 0.88, "grid", 0.1, 25.0, 5.0), (Pulse(Rect(1, 2, 3.4, 4), 1.0),),
        Layout("3x4+1", 0.97), (lead, replace(lead, name="", box=Rect(0, 0, 5, 5))), (trace,), math.nan,
        {"speed": "Assumed."},
    )  # fmt: skip
    reading = replace(reading, printed_mm_per_s=25.0)
    item = as_object(result(reading=reading), "a.png", signals="a-signals.csv")["reading"]
    assert (item["printed_mm_per_s"], item["printed_mm_per_mv"]) == (25.0, None)
    assert (item["layout"], item["layout_confidence"], item["px_per_mm"]) == ("3x4+1", 0.97, [7.96, 7.95])
    assert (item["mm_per_s"], item["mm_per_mv"], item["pulses"]) == (25.0, 5.0, [[1, 2, 3, 4]])
    assert item["leads"][0] == {
        "name": "V2", "box": [10, 20, 110, 90], "start_s": 5.0, "duration_s": 2.5, "rhythm": False,
        "confidence": 0.912, "covered": 0.988,
    }  # fmt: skip
    assert (item["leads"][1]["name"], item["leads"][1]["covered"]) == (None, None)
    assert (item["limb_leads_agree"], item["reasons"]) == (None, {"speed": "Assumed."})
    assert item["signals"] == "a-signals.csv"


def test_what_was_done_to_a_page_unasked_is_said() -> None:
    crop = Crop(Rect(0, 0, 9, 9), 180.0, ((0.5, 1), (9, 0), (9, 8), (1, 9)), origin="grid")
    item = as_object(result(crop=crop), "a.png")["geometry"]
    assert item["corners"] == [[0.5, 1], [9, 0], [9, 8], [1, 9]]
    assert len(item["done"]) == 2
    assert "upside down" in item["done"][0]
    assert "straightened" in item["done"][1]


def test_a_failed_page_has_its_reason_and_no_invented_result() -> None:
    item = as_object(failed(), "b.png")
    assert (item["status"], item["trust"]) == ("error", "refused")
    assert item["reason"] == "b.png is cut short. Copy it again."
    nothing = ("label", "uncertain", "coverage", "device", "rationale", "file_sha256")
    assert [item[name] for name in nothing] == [None] * len(nothing)
    assert (item["probabilities"], item["prediction_set"], item["labels"]) == ({}, [], [])
    assert set(item["model"].values()) == {None}
    empty = {"st_j60_mv": {}, "beats": 0, "beats_used": {"st_j60_mv": {}}, "not_measurable": {}}
    assert item["measurements"] == dict.fromkeys(FIELDS["measurements"]) | empty


def test_measurements_come_with_their_beats_and_with_why_one_is_missing() -> None:
    measured = Measurements(
        heart_rate_bpm=97.26, regular=False, axis_deg=-31.6, st={"V2": LevelST(0.2149, 3)}, beats=16,
        beats_used={"heart_rate_bpm": 16}, reasons={"pr_ms": "No P wave.", "st": "Unknown."},
    )  # fmt: skip
    item = as_object(result(measurements=measured), "a.png")["measurements"]
    assert (item["heart_rate_bpm"], item["pr_ms"], item["regular"], item["axis_deg"]) == (
        97.3,
        None,
        False,
        -32,
    )
    assert item["st_j60_mv"] == {"V2": 0.215}
    assert item["beats_used"] == {"heart_rate_bpm": 16, "st_j60_mv": {"V2": 3}}
    assert item["not_measurable"] == {"pr_ms": "No P wave.", "st_j60_mv": "Unknown."}


def test_an_unsure_prediction_has_no_label() -> None:
    unsure = result().prediction
    assert unsure is not None
    item = as_object(result(prediction=replace(unsure, label=None, uncertain=True)), "a.png")
    assert item["label"] is None
    assert item["uncertain"] is True


def test_what_is_no_number_becomes_null_and_the_line_stays_strict_json() -> None:
    odd = result(
        measurements=Measurements(heart_rate_bpm=math.nan), quality=Quality(Trust.GREEN, (), {"x": math.inf})
    )
    line = as_line(as_object(odd, "Größe\n😀.png"))
    assert "\n" not in line
    assert line.isascii()
    item = json.loads(line, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert item["measurements"]["heart_rate_bpm"] is None
    assert item["quality"] == {"x": None}
    assert item["file"] == "Größe\n😀.png"


def test_a_page_unlike_the_training_pages_is_told_apart_from_a_close_call() -> None:
    said = result().prediction
    assert said is not None
    assert as_object(result(), "a.png")["unlike_training"] is False
    item = as_object(result(prediction=with_novelty(said, 1.4)), "a.png")
    assert (item["unlike_training"], item["novelty"], item["label"], item["uncertain"]) == (
        True,
        1.4,
        None,
        True,
    )
    assert set(item["prediction_set"]) == set(item["probabilities"])


def test_shares_of_leads_and_the_rest_make_up_the_whole() -> None:
    explanation = result().explanation
    assert explanation is not None
    shares = {"I": 0.4, "strip": 0.33}
    item = as_object(result(explanation=replace(explanation, lead_shares=shares)), "a.png")["explanation"]
    assert sum(item["lead_shares"].values()) + item["outside_leads_share"] == pytest.approx(1)
