"""The printed report: one page that says everything it must and nothing it must not."""

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from ecgdesk.core.analysis import Analysis, Caution, Measurements, Prediction
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.output.report import report, write_report
from tests.output.results import failed, page_pixels, result

WHEN = datetime(2026, 3, 9, 14, 5)


def made(analysis: Analysis, **options: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(report(page_pixels(), analysis, when=WHEN, **options))


def text_of(analysis: Analysis, **options: str) -> str:
    document = made(analysis, **options)
    assert len(document) == 1
    return " ".join(document[0].get_textpage().get_text_range().split())


def test_it_says_what_by_whom_where_and_when() -> None:
    text = text_of(result())
    for words in (
        "Myocardial infarction", "Probability 0.90", "0.07", "Most of the evidence lies",
        "This page is blurred. Scan it again.", "81 bpm", "372 ms", "not measured",
        "Cardiac, four classes (cardiac-4)", "ab" * 6, "(20, 40) to (420, 240) px", "1 area masked",
        "turned 1.5°", "09 March 2026, 14:05", DISCLAIMER,
    ):  # fmt: skip
        assert words in text, words
    assert "ab" * 7 not in text


def test_it_says_what_was_done_to_the_page_by_itself() -> None:
    laid = Crop(Rect(20, 40, 420, 240), 180.0, ((0, 0), (460, 4), (452, 296), (6, 300)), origin="grid")
    words = text_of(result(crop=laid))
    assert "The page was upside down; it was turned." in words
    assert "straightened from the photograph" in words


def test_it_is_a4() -> None:
    assert made(result())[0].get_size() == pytest.approx((595.3, 841.9), abs=0.1)


def test_not_sure_is_said_with_the_set() -> None:
    unsure = Prediction({"MI": 0.5, "HMI": 0.4, "N": 0.1}, None, ("MI", "HMI"), uncertain=True)
    text = text_of(result(prediction=unsure))
    assert "Not sure" in text
    assert "Possible: Myocardial infarction, History of myocardial infarction" in text
    assert "Probability" not in text


def test_thresholds_of_several_labels_are_told_and_marked() -> None:
    odds = {"MI": 0.7, "HMI": 0.35, "N": 0.1}
    several = Prediction(odds, None, ("MI",), False, ("MI",), thresholds={"MI": 0.27, "HMI": 0.41, "N": 0.49})
    text = text_of(result(prediction=several))
    assert "Probability 0.70; likely enough to be named" in text
    assert "where a class begins to be named: Myocardial infarction 0.27, History of" in text
    single = Prediction(odds, "MI", ("MI",), False)
    assert "begins to be named" not in text_of(result(prediction=single))
    shown, bare = (np.asarray(made(result(prediction=one))[0].render(scale=2).to_pil().convert("L"))
                   for one in (several, single))  # fmt: skip
    # The marks stand in the tracks of the bars: dark columns that the report without thresholds lacks.
    tracks = np.s_[90:160, 920:1090]
    assert (shown[tracks] < 60).any(axis=0).sum() > (bare[tracks] < 60).any(axis=0).sum()


def test_leads_that_were_not_read_well_are_the_reason_and_no_bars_are_shown() -> None:
    why = "Parts of the traces could not be read."
    text = text_of(result(prediction=Prediction({"MI": 0.9, "N": 0.2}, None, ("MI",), True, unread=why)))
    assert f"Not sure {why}" in text
    assert "0.90" not in text


def test_no_file_name_unless_asked() -> None:
    data = report(page_pixels(), result(), when=WHEN)
    assert b"Jane" not in data
    assert "Jane" not in text_of(result())
    assert "a.png" not in text_of(result())
    assert "a.png" in text_of(result(), file="a.png")
    assert "Jane" not in str(made(result()).get_metadata_dict())


def test_it_says_which_page_it_is_about_by_what_the_file_holds() -> None:
    assert "Page 3f2a9c1b04de (page 2)" in text_of(result())
    assert "File hash 3f2a9c1b04de (SHA-256, first 12)" in text_of(result())
    assert "(page" not in text_of(failed())


def test_the_picture_on_it_is_the_masked_crop_with_its_heat() -> None:
    shown = made(result())[0].render(scale=1).to_numpy().astype(int)
    coloured = (shown.max(axis=2) - shown.min(axis=2)) > 60
    assert coloured[: shown.shape[0] // 2].sum() > 500


def test_a_page_without_a_result_still_makes_a_report() -> None:
    text = text_of(failed())
    assert "No result" in text
    assert "b.png is cut short." in text


@pytest.mark.parametrize("words", ["<b>&amp; <para>", "x" * 400, "Ångström Ελλάδα Привет", "a\nb\tc"])
def test_odd_words_stay_words(words: str) -> None:
    text = text_of(result(rationale=words))
    assert "".join(words.split())[:10] in text.replace(" ", "")


def test_much_to_say_still_fits_one_page() -> None:
    many = tuple(
        Caution(f"c{n}", "Something is not as it should be. " * 3, "Do it again.") for n in range(30)
    )
    classes = {f"class {n}": 0.05 for n in range(20)}
    crowded = result(
        cautions=many, rationale="A sentence of some length. " * 12,
        measurements=Measurements(60, 1, 2, 3, 4, "Bazett"),
        prediction=Prediction(classes, None, tuple(classes), uncertain=True),
    )  # fmt: skip
    assert DISCLAIMER in text_of(crowded)


def test_it_is_written_whole(tmp_path: Path) -> None:
    path = write_report(tmp_path / "r.pdf", page_pixels(), result())
    assert len(pypdfium2.PdfDocument(io.BytesIO(path.read_bytes()))) == 1
    assert np.array_equal([p.name for p in tmp_path.iterdir()], ["r.pdf"])


def test_of_a_page_unlike_the_training_pages_no_evidence_is_printed_as_if_a_class_were_stated() -> None:
    far = Prediction({"MI": 0.9, "HMI": 0.07, "N": 0.03}, None, ("MI", "HMI", "N"), True, novelty=1.4)
    checked = result().explanation
    assert checked is not None
    checked = replace(checked, lead_shares={"I": 0.3, "V2": 0.7})
    text = text_of(result(prediction=far, explanation=checked))
    assert "if the page were of the model\u2019s kind" in text.replace("'", "\u2019")
    assert "much evidence for" not in text
    assert "Evidence by lead" not in text
    assert "Evidence by lead" in text_of(result(explanation=checked))


@pytest.mark.parametrize(("rest", "told"), [(0.27, True), (0.04, False)])
def test_the_report_says_how_much_lies_outside_the_leads_that_have_bars(rest: float, told: bool) -> None:
    explanation = result().explanation
    assert explanation is not None
    shares = {"I": 0.3, "strip": 0.7 - rest}
    text = text_of(result(explanation=replace(explanation, lead_shares=shares)))
    assert ("% lies outside the named leads." in text) is told
    assert "strip" in text
