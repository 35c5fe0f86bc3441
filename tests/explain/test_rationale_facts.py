"""Sentences from what was read: leads, the beat, measurements, what is usual, what speaks against."""

from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.analysis import Explanation, Measurements, Prediction
from ecgdesk.core.card import Calibration, Card, ClassInfo, ReliabilityBin, Usual, UsualRange
from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LeadBox, LeadTrace, PageReading
from ecgdesk.explain.rationale import LONGEST_LINE, Facts, rationale
from ecgdesk.explain.shares import lead_shares
from ecgdesk.explain.templates import PLACES, TEMPLATES
from tests.models.packs import small_card

CLASSES = (
    ClassInfo(id="MI", name="Myocardial infarction", short="MI"),
    ClassInfo(id="N", name="Normal", short="Normal"),
)
CROP = Rect(100, 100, 1100, 500)
LEADS = tuple(
    LeadBox(name, Rect(100 + 250 * column, 100 + 100 * row, 350 + 250 * column, 200 + 100 * row),
            2.5 * column, 2.5, 1.0)
    for column, names in enumerate((("I", "II", "III"), ("aVR", "aVL", "aVF"), ("V1", "V2", "V3"),
                                    ("V4", "V5", "V6")))
    for row, name in enumerate(names)
)  # fmt: skip
STRIP = LeadBox("II", Rect(100, 400, 1100, 500), 0.0, 10.0, 1.0, rhythm=True)
MEASURED = Measurements(heart_rate_bpm=104.2, pr_ms=160, qrs_ms=100, qt_ms=360, qtc_ms=431.0)
SURE = Prediction({"MI": 0.97, "N": 0.03}, "MI", ("MI",), uncertain=False)


def card(pages: int = 50, **usual: tuple[float, float]) -> Card:
    bins = (ReliabilityBin(low=0.9, high=1.0, pages=300, correct=290),)
    own = {"MI": (ReliabilityBin(low=0.9, high=1.0, pages=pages, correct=pages - 4),)}
    ranges = tuple(UsualRange(measurement=k, low=a, high=b, pages=pages) for k, (a, b) in usual.items())
    return small_card(
        classes=CLASSES, calibration=Calibration(reliability=bins, class_reliability=own, protocol="by day"),
        usual=Usual(ranges={"MI": ranges}, protocol="made up") if usual else None,
    )  # fmt: skip


def hot_on(*leads: LeadBox, background: float = 0.0, method: str = "gradcam") -> Explanation:
    heat = np.full((400, 1000), background, np.float32)
    for lead in leads:
        x0, y0, x1, y1 = lead.box.moved(-100, -100).rounded()
        heat[y0:y1, x0:x1] = 1.0
    shares = lead_shares(heat, CROP, (*LEADS, STRIP))
    return Explanation(method, "stages.3", "MI", heat, CROP, lead_shares=shares)


def facts(measured: Measurements | None = MEASURED, traces: tuple[LeadTrace, ...] = ()) -> Facts:
    return Facts(PageReading(leads=(*LEADS, STRIP), traces=traces), measured)


def beating(lead: LeadBox, hz: float = 250.0) -> LeadTrace:
    """Beats at 0.5 s and each second after, on the page's time; QRS 0.1 s wide, T wave after 0.3 s."""
    when = lead.start_s + np.arange(round(lead.duration_s * hz)) / hz
    phase = when % 1.0 - 0.5
    qrs, wave = np.exp(-((phase / 0.02) ** 2)), 0.3 * np.exp(-(((phase - 0.28) / 0.06) ** 2))
    return LeadTrace(lead, (qrs + wave).astype(np.float32), hz, np.zeros((0, 2), np.float32), 1.0)


def on_qrs(width_s: float = 0.1) -> np.ndarray:
    """Heat on the QRS complexes of every lead alone."""
    when = (np.arange(1000) + 0.5) / 1000 * 10.0
    return np.broadcast_to((abs(when % 1.0 - 0.5) < width_s / 2).astype(np.float32), (400, 1000)).copy()


def test_the_leads_that_stand_out_are_named_with_their_share_and_their_room() -> None:
    text = rationale(card(), SURE, hot_on(LEADS[7], LEADS[8]), facts(None))
    assert "V2 and V3: 100\N{NO-BREAK SPACE}% of the evidence for MI" in text
    assert "MI on 12\N{NO-BREAK SPACE}% of the crop." in text
    assert not any(str(place) in text for place in PLACES.values())


def test_a_strip_is_called_a_strip() -> None:
    assert "strip II: 100" in rationale(card(), SURE, hot_on(STRIP), facts(None))


def test_a_strip_without_a_name_is_called_a_strip_too() -> None:
    unnamed = replace(STRIP, name="")
    explanation = replace(hot_on(STRIP), lead_shares={"I": 0.04, "strip": 0.96})
    known = Facts(PageReading(leads=(*LEADS, unnamed)))
    assert "the strip: 96" in rationale(card(), SURE, explanation, known)


@pytest.mark.parametrize(
    ("shares", "told"), [({"V2": 0.5, "I": 0.23}, True), ({"V2": 0.5, "I": 0.46}, False)]
)
def test_shares_that_do_not_make_up_the_whole_say_where_the_rest_is(
    shares: dict[str, float], told: bool
) -> None:
    text = rationale(card(), SURE, replace(hot_on(LEADS[7]), lead_shares=shares), facts(None))
    assert ("27\N{NO-BREAK SPACE}% lies outside the named leads." in text) is told
    assert ("outside the named leads" in text) is told


def test_even_heat_makes_no_lead_stand_out() -> None:
    text = rationale(card(), SURE, hot_on(background=1.0), facts(None))
    assert "is spread over the leads; none stands out." in text


def test_thirds_of_the_crop_are_named_only_where_no_lead_is_known() -> None:
    unknown = replace(hot_on(LEADS[8]), lead_shares=None)
    assert any(str(place) in rationale(card(), SURE, unknown, facts(None)) for place in PLACES.values())


@pytest.mark.parametrize("method", ["activation", "rollout"])
def test_a_map_of_no_class_is_called_no_evidence_for_one(method: str) -> None:
    for known in (facts(None), Facts()):
        text = rationale(card(), SURE, replace(hot_on(LEADS[7], method=method), lead_shares=None), known)
        assert "evidence for MI" not in text
        assert "evidence for Myo" not in text
        assert "same for every class" in text
    assert "V2: 100" in rationale(card(), SURE, hot_on(LEADS[7], method=method), facts(None))


def test_the_part_of_the_beat_is_named_for_a_map_that_can_tell() -> None:
    traces = tuple(beating(lead) for lead in (*LEADS, STRIP))
    for method, told in (("ig-white", True), ("gradcam", False), ("occlusion", False)):
        explanation = replace(hot_on(LEADS[7], method=method), heat=on_qrs())
        text = rationale(card(), SURE, explanation, facts(traces=traces))
        assert ("falls on QRS complexes, 11\N{NO-BREAK SPACE}% of the time." in text) is told, method


def test_heat_after_the_complexes_is_of_st_segment_and_t_wave() -> None:
    traces = tuple(beating(lead) for lead in (*LEADS, STRIP))
    later = np.roll(on_qrs(0.2), 25, axis=1)
    text = rationale(
        card(), SURE, replace(hot_on(LEADS[7], method="ig-zero"), heat=later), facts(traces=traces)
    )
    assert "falls on ST segment and T wave" in text


def test_the_beat_is_not_spoken_of_without_intervals_or_beats() -> None:
    traces = tuple(beating(lead) for lead in (*LEADS, STRIP))
    explanation = replace(hot_on(LEADS[7], method="ig-white"), heat=on_qrs())
    unmeasured = facts(Measurements(heart_rate_bpm=60), traces)
    for known in (unmeasured, facts(), facts(None, traces)):
        assert "of the time" not in rationale(card(), SURE, explanation, known)


def test_what_was_measured_is_said_and_nothing_else() -> None:
    assert "Measured: 104 bpm, PR 160 ms, QRS 100 ms, QTc 431 ms." in rationale(card(), SURE, None, facts())
    some = facts(Measurements(heart_rate_bpm=70.4))
    assert "Measured: 70 bpm." in rationale(card(), SURE, None, some)
    assert "Measured" not in rationale(card(), SURE, None, facts(Measurements()))
    assert "Measured" not in rationale(card(), SURE, None, Facts())


def test_what_is_usual_for_the_class_speaks_for_it_and_what_is_not_against() -> None:
    text = rationale(card(heart_rate_bpm=(92, 130), qtc_ms=(380, 420)), SURE, None, facts())
    assert "Usual for MI: 104 bpm (8 of 10 training pages: 92 to 130)." in text
    assert "Against it: QTc 431 ms (8 of 10 pages of MI: 380 to 420)." in text
    assert text.index("Usual") < text.index("Against")


def test_ranges_of_few_pages_and_pages_unlike_the_training_pages_say_nothing() -> None:
    few = card(29, heart_rate_bpm=(92, 130), qtc_ms=(380, 420))
    assert "8 of 10" not in rationale(few, SURE, None, facts())
    unlike = Prediction({"MI": 0.97, "N": 0.03}, None, ("MI",), uncertain=True, novelty=2.0)
    assert "8 of 10" not in rationale(card(heart_rate_bpm=(92, 130)), unlike, None, facts())


def test_the_record_is_that_of_the_class_where_it_has_pages_enough() -> None:
    text = rationale(card(50), SURE)
    assert "Of 50 test pages scored like this, 46 were MI." in text
    assert "Of test pages of any class scored like this, 290 of 300 were right." in rationale(card(29), SURE)


def test_evidence_off_the_tracing_speaks_against() -> None:
    outside = replace(hot_on(LEADS[7]), outside_trace_share=0.23)
    assert "Against it: 23\N{NO-BREAK SPACE}% of the evidence lies off the tracing." in rationale(
        card(), SURE, outside, facts()
    )
    assert "off the tracing" not in rationale(
        card(), SURE, replace(outside, outside_trace_share=0.1), facts()
    )


def test_every_line_stays_short() -> None:
    traces = tuple(beating(lead) for lead in (*LEADS, STRIP))
    known = card(999, heart_rate_bpm=(92, 130), pr_ms=(100, 120), qtc_ms=(380, 420), qrs_ms=(60, 140))
    strong = replace(hot_on(*LEADS[6:9], STRIP, method="ig-white"), outside_trace_share=0.23)
    text = rationale(known, SURE, strong, facts(traces=traces))
    assert [line for line in text.splitlines() if len(line) > LONGEST_LINE] == []
    assert len(text.splitlines()) >= 7


def test_every_template_is_made_of_words_and_fields_alone() -> None:
    assert all(words.endswith((".", "}", "{short})", "strip")) for words in TEMPLATES.values())
    assert not any(word in words for words in TEMPLATES.values() for word in ("diagnos", "patient", "!"))
