"""The rationale: true sentences only, each short, each with its evidence."""

from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.analysis import Explanation, Prediction
from ecgdesk.core.card import Calibration, Card, ClassInfo, ReliabilityBin
from ecgdesk.core.constants import RATIONALE_MIN_BIN_PAGES, RATIONALE_MIN_CALLED_PAGES
from ecgdesk.core.geometry import Rect
from ecgdesk.explain.hotspot import hottest
from ecgdesk.explain.rationale import LONGEST_LINE, Facts, rationale
from ecgdesk.explain.templates import PLACES
from tests.models.packs import small_card

NAMES = {
    "MI": "Myocardial infarction", "HMI": "History of myocardial infarction", "AHB": "Abnormal heartbeat",
    "Normal": "Normal",
}  # fmt: skip


def _card(pages: int = 40, correct: int = 37, multi_label: bool = False, protocol: str = "by day") -> Card:
    bins = (
        ReliabilityBin(low=0.5, high=0.6, pages=99, correct=50),
        ReliabilityBin(low=0.9, high=1.0, pages=pages, correct=correct),
    )
    return small_card(
        classes=tuple(ClassInfo(id=i, name=name, short=i) for i, name in NAMES.items()),
        multi_label=multi_label,
        calibration=Calibration(reliability=bins, conformal_threshold=0.4, coverage=0.9, protocol=protocol),
    )


def _said(label: str | None = "MI", chosen: tuple[str, ...] = ("MI",), **probabilities: float) -> Prediction:
    shares = probabilities or {"MI": 0.93, "HMI": 0.06, "AHB": 0.006, "Normal": 0.004}
    return Prediction(shares, label, chosen, label is None, coverage=0.9)


def _heat(*hot: tuple[slice, slice, float], background: float = 0.0, target: str = "MI") -> Explanation:
    heat = np.full((90, 150), background, np.float32)
    for rows, columns, value in hot:
        heat[rows, columns] = value
    return Explanation("gradcam", "stages.3", target, heat, Rect(0, 0, 1500, 900))


TOP_RIGHT = (slice(0, 20), slice(110, 150), 1.0)


def test_a_sure_result_says_class_probability_track_record_place_and_what_speaks_against() -> None:
    assert rationale(_card(), _said(), _heat(TOP_RIGHT)).splitlines() == [
        "Myocardial infarction (MI), probability 0.93.",
        "Of test pages of any class scored like this, 37 of 40 were right.",
        "Most of the evidence for MI (100\N{NO-BREAK SPACE}%) lies at the top right.",
        "Against it: History of myocardial infarction (HMI), 0.06.",
    ]


def test_of_a_page_unlike_the_training_pages_it_says_that_and_no_class() -> None:
    unlike = Prediction({"MI": 0.93, "Normal": 0.07}, None, ("MI",), uncertain=True, novelty=1.4)
    for heat in (None, _heat(TOP_RIGHT), replace(_heat(TOP_RIGHT), outside_trace_share=0.4)):
        text = rationale(_card(), unlike, heat)
        assert text == "Not sure. This page is unlike those the model was trained on."


def test_of_leads_that_were_not_read_well_it_says_that_and_no_class() -> None:
    unread = Prediction({"MI": 0.93, "Normal": 0.07}, None, ("MI",), uncertain=True, unread="Too little.")
    assert rationale(_card(), unread) == "Not sure. The leads were not read well enough for this model."


def test_a_name_that_has_no_shorter_one_stands_alone() -> None:
    lines = rationale(_card(), _said(), _heat(TOP_RIGHT, target="Normal")).splitlines()
    assert lines[2] == "Most of the evidence for Normal (100\N{NO-BREAK SPACE}%) lies at the top right."


@pytest.mark.parametrize(
    ("pages", "said"), [(RATIONALE_MIN_BIN_PAGES - 1, False), (RATIONALE_MIN_BIN_PAGES, True)]
)
def test_a_track_record_needs_enough_pages_scored_like_this(pages: int, said: bool) -> None:
    assert ("scored like this" in rationale(_card(pages, pages), _said())) is said


def test_pages_of_any_class_are_called_so_and_the_class_has_its_own_count_from_the_card() -> None:
    truth = {"MI": {"MI": 17, "HMI": 2}, "HMI": {"MI": 0, "HMI": 56}, "AHB": {"MI": 3}, "Normal": {"MI": 2}}
    lines = rationale(_card().model_copy(update={"confusion": truth}), _said()).splitlines()
    assert lines[1:3] == [
        "Of test pages of any class scored like this, 37 of 40 were right.",
        "Of the pages called MI in the test, 17 of 22 were right.",
    ]


def test_a_class_that_was_hardly_ever_called_has_no_count() -> None:
    few = {"MI": {"MI": 8}, "HMI": {"MI": RATIONALE_MIN_CALLED_PAGES - 9}}
    assert "in the test" not in rationale(_card().model_copy(update={"confusion": few}), _said())
    enough = {"MI": {"MI": 8}, "HMI": {"MI": RATIONALE_MIN_CALLED_PAGES - 8}}
    assert "called MI in the test, 8 of" in rationale(
        _card().model_copy(update={"confusion": enough}), _said()
    )


def test_a_short_name_is_explained_once_and_then_the_only_one() -> None:
    text = rationale(_card(), _said("AHB", ("AHB",), AHB=0.93, MI=0.07), _heat(TOP_RIGHT, target="AHB"))
    assert text.count("Abnormal heartbeat") == text.count("Abnormal heartbeat (AHB)") == 1
    assert "evidence for AHB" in text


@pytest.mark.parametrize("correct", [1309, 1301, 3])
def test_a_track_record_is_counted_and_is_only_of_the_models_test_pages(correct: int) -> None:
    line = rationale(_card(1309, correct), _said()).splitlines()[1]
    assert line == f"Of test pages of any class scored like this, {correct} of 1309 were right."
    assert len(line) <= LONGEST_LINE


def test_a_track_record_is_left_out_where_it_would_promise_too_much() -> None:
    text = rationale(_card(), _said(), _heat(TOP_RIGHT), Facts(track_record=False))
    assert "scored like" not in text
    assert "in the test" not in text
    assert text.splitlines()[0] == "Myocardial infarction (MI), probability 0.93."
    assert len(text.splitlines()) == 3


def test_a_track_record_is_that_of_the_right_bin() -> None:
    text = rationale(_card(), _said(MI=0.55, HMI=0.45))
    assert "50 of 99 were right" in text
    assert "scored like this" not in rationale(_card(), _said(MI=0.7, HMI=0.3))


def test_a_probability_of_one_belongs_to_the_last_bin() -> None:
    text = rationale(_card(), _said(MI=1.0, HMI=0.0))
    assert "37 of 40 were right" in text
    assert "probability >0.99." in text


def test_an_uncalibrated_model_promises_nothing() -> None:
    text = rationale(_card(protocol="not calibrated"), _said())
    assert text.splitlines()[0] == "Myocardial infarction (MI), score 0.93 (not calibrated)."
    assert "scored like this" not in text


def test_not_sure_names_what_is_possible_and_no_single_class() -> None:
    said = _said(None, ("HMI", "MI"), MI=0.4, HMI=0.5, AHB=0.1, Normal=0.0)
    assert rationale(_card(), said).splitlines() == [
        "Not sure. Possible: History of myocardial infarction (HMI) 0.50, Myocardial infarction (MI) 0.40.",
        "Such a list is made to hold the right class for 90\N{NO-BREAK SPACE}% of pages.",
    ]


def test_what_speaks_against_is_left_out_when_it_is_next_to_nothing() -> None:
    assert "Against" not in rationale(_card(), _said(MI=0.97, HMI=0.03))


def test_many_labels_are_listed_with_their_probabilities() -> None:
    card = _card(multi_label=True)
    said = Prediction(
        {"MI": 0.8, "HMI": 0.1, "AHB": 0.6, "Normal": 0.0}, None, ("MI", "AHB"), False, ("MI", "AHB")
    )
    assert rationale(card, said) == (
        "Likely enough to be named: Myocardial infarction (MI) 0.80, Abnormal heartbeat (AHB) 0.60."
    )
    nothing = Prediction({"MI": 0.1, "HMI": 0.1, "AHB": 0.1, "Normal": 0.1}, None, (), True)
    assert rationale(card, nothing) == "Not sure. No class is likely enough to be named."
    odds = {"MI": 0.4, "HMI": 0.1, "AHB": 0.1, "Normal": 0.7}
    both = Prediction(odds, None, ("Normal", "MI"), True, ("Normal", "MI"))
    assert rationale(card, both) == (
        "Not sure. Normal and not normal at once: Normal 0.70, Myocardial infarction (MI) 0.40."
    )


@pytest.mark.parametrize("row", range(3))
@pytest.mark.parametrize("column", range(3))
def test_every_third_of_the_crop_has_its_word(row: int, column: int) -> None:
    hot = (slice(30 * row + 5, 30 * row + 25), slice(50 * column + 5, 50 * column + 45), 1.0)
    text = rationale(_card(), _said(), _heat(hot))
    assert PLACES[row, column] in text
    assert sum(f" {place}." in text for place in PLACES.values()) == 1


def test_a_place_that_holds_less_than_half_is_only_the_strongest() -> None:
    explanation = _heat(TOP_RIGHT, (slice(60, 90), slice(0, 150), 0.5))
    line = rationale(_card(), _said(), explanation).splitlines()[2]
    assert line == "26\N{NO-BREAK SPACE}% of the evidence for MI lies at the top right."


def test_even_heat_has_no_place() -> None:
    text = rationale(_card(), _said(), _heat(background=1.0))
    assert "spread over the whole crop" in text


def test_no_heat_is_said_as_it_is() -> None:
    text = rationale(_card(), _said(), _heat(target="AHB"))
    assert "shows no place that speaks for Abnormal heartbeat (AHB)." in text


def test_without_an_explanation_nothing_is_said_of_places() -> None:
    text = rationale(_card(), _said())
    assert "evidence" not in text
    assert "heat map" not in text


def test_every_line_is_short_for_every_class_place_and_share() -> None:
    card = _card()
    for target in NAMES:
        for row in range(3):
            for column in range(3):
                hot = (slice(30 * row, 30 * row + 30), slice(50 * column, 50 * column + 50), 1.0)
                for background in (0.0, 0.4):
                    said = _said(target, (target,), **{**dict.fromkeys(NAMES, 0.1), target: 0.9})
                    text = rationale(card, said, _heat(hot, background=background, target=target))
                    assert all(len(line) <= LONGEST_LINE for line in text.splitlines()), text


def test_shares_are_exact_where_thirds_cut_through_pixels() -> None:
    spot = hottest(np.ones((4, 5), np.float32))
    assert spot is not None
    assert spot.share == pytest.approx(1 / 9)
    one = hottest(np.ones((1, 1), np.float32))
    assert one is not None
    assert one.share == pytest.approx(1 / 9)
    assert hottest(np.zeros((4, 5), np.float32)) is None
