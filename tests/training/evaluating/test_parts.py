"""What is measured of answers whose right figures are known."""

import numpy as np
import pytest

from ecgdesk.core.card import Calibration
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.evaluation import Drift
from tests.training.evaluating.conftest import card, outcome
from training.checkup.sources import Columns, Listed, Path
from training.evaluating.drift import drift, stability
from training.evaluating.recalibrating import recalibrated_card, recalibration
from training.evaluating.subgroups import subgroups
from training.evaluating.truth import renaming, truth_of
from training.scores import expected_calibration_error


def file(label: str) -> Listed:
    return Listed("a.png", Path("a.png"), label)


def test_labels_are_matched_by_id_name_or_short_name() -> None:
    files = [file("one"), file("The Two"), file("TWO"), file("theirs")]
    assert truth_of(files, card(), {"theirs": "one"}).tolist() == [0, 1, 1, 0]


def test_several_labels_make_a_row_each() -> None:
    known = card(multi_label=True, calibration=Calibration())
    assert truth_of([file("one;two"), file("two"), file("")], known, {}).tolist() == [[1, 1], [0, 1], [0, 0]]


def test_a_label_without_a_class_is_refused_with_what_to_do() -> None:
    with pytest.raises(RecipeError, match="no class 'other'") as refused:
        truth_of([file("other")], card(), {})
    assert "--class other=" in refused.value.advice


@pytest.mark.parametrize("pair", ["one", "=one", "theirs="])
def test_a_renaming_that_says_nothing_is_refused(pair: str) -> None:
    with pytest.raises(RecipeError):
        renaming([pair])


def test_a_worse_subgroup_stands_apart(mostly_right: list[bool]) -> None:
    right = [fine if number < 60 else number % 2 == 0 for number, fine in enumerate(mostly_right)]
    found = outcome(right, row=lambda n: {"site": "south" if n >= 60 else "north"})
    rows = {row.value: row for row in subgroups(found, Columns(), ())}
    assert set(rows) == {"north", "south"}
    assert rows["south"].accuracy.value == 0.5
    assert rows["south"].apart


def test_subgroups_that_differ_by_chance_do_not(mostly_right: list[bool]) -> None:
    found = outcome(mostly_right, row=lambda n: {"site": f"site {n % 7}"})
    assert not any(row.apart for row in subgroups(found, Columns(), ()))


def test_a_column_that_is_not_there_is_refused(mostly_right: list[bool]) -> None:
    with pytest.raises(RecipeError, match="no column 'scanner'"):
        subgroups(outcome(mostly_right), Columns(), ["scanner"])


def by_code(rows: tuple[Drift, ...]) -> dict[str, Drift]:
    return {row.code: row for row in rows}


def test_pages_unlike_the_training_pages_are_grave() -> None:
    far = by_code(drift(outcome([True] * 40, novelty=1.5), {}, {}))
    near = by_code(drift(outcome([True] * 40, novelty=0.5), {}, {}))
    assert far["unlike"].here == 1.0
    assert far["unlike"].grave
    assert far["distance"].grave
    assert near["unlike"].here == 0.0
    assert not near["unlike"].grave


def test_scores_that_moved_are_grave() -> None:
    unsure = by_code(drift(outcome([True] * 40, sure=0.1), {}, {}))
    as_before = by_code(drift(outcome([True] * 40, sure=4.0), {}, {}))
    assert unsure["score-stability"].grave
    assert not as_before["score-stability"].grave
    assert as_before["score-stability"].here == pytest.approx(0, abs=1e-9)


def test_the_stability_index_is_the_one_of_the_literature() -> None:
    before, here = np.array([0.2, 0.3, 0.5]), np.array([0.1, 0.3, 0.6])
    expected = (0.1 - 0.2) * np.log(0.1 / 0.2) + (0.6 - 0.5) * np.log(0.6 / 0.5)
    assert stability(before, here) == pytest.approx(expected)


def test_overconfidence_is_corrected_and_said(mostly_right: list[bool]) -> None:
    found = recalibration(outcome(mostly_right, sure=8.0), PROTOCOL)
    assert found is not None
    assert found.helps
    assert found.after["ece"].value < found.before["ece"].value
    assert found.calibration.temperature > 1
    assert found.before["ece"].value == pytest.approx(
        expected_calibration_error(outcome(mostly_right, sure=8.0).probabilities, np.arange(100) % 2)
    )


def test_a_calibrated_model_is_left_alone(mostly_right: list[bool]) -> None:
    found = recalibration(outcome(mostly_right, sure=float(np.log(4))), PROTOCOL)
    assert found is not None
    assert not found.helps


@pytest.mark.parametrize("right", [[True, False] * 10, [True] * 60])
def test_too_few_pages_or_mistakes_calibrate_nothing(right: list[bool]) -> None:
    assert recalibration(outcome(right), PROTOCOL) is None


def test_the_new_card_says_what_was_done(mostly_right: list[bool]) -> None:
    found = recalibration(outcome(mostly_right, sure=8.0), PROTOCOL)
    assert found is not None
    made = recalibrated_card(card(), found, "clinic.csv")
    assert made.id == "tiny-recalibrated"
    assert made.calibration == found.calibration
    assert "clinic.csv" in made.limits[0]
    names = [figure.name for figure in made.figures]
    assert "Before recalibration: Expected calibration error (10 bins)" in names
    assert "Accuracy" in names


PROTOCOL = "Calibrated on 100 pages"
