"""What is compared, hidden, coloured and counted by lead on the screen is so in the files too."""

import json
from dataclasses import replace
from datetime import datetime

import numpy as np
import pypdfium2
import pytest

from ecgdesk.core.analysis import Analysis, Explanation
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.heat import HeatLook, HeatView
from ecgdesk.core.sentence import say
from ecgdesk.output.as_json import as_line, as_object
from ecgdesk.output.overlay import overlay, overlay_png, pictures
from ecgdesk.output.report import report
from ecgdesk.output.shown import map_title, scale_words
from tests.output.results import heat, page_pixels, result

UPRIGHT = Crop(Rect(20, 40, 420, 240))
WARM, COLD = (60, 305), (180, 20)
"""Where `heat()` is hottest on the crop, and where it is not."""


def analysed(values: np.ndarray | None = None, **changes: object) -> Analysis:
    explanation = Explanation("gradcam", "layer4", "MI", heat() if values is None else values, UPRIGHT.rect)
    return result(crop=UPRIGHT, explanation=replace(explanation, **changes))


def mirrored() -> np.ndarray:
    return heat()[:, ::-1].copy()


def text_of(analysis: Analysis, view: HeatView) -> str:
    document = pypdfium2.PdfDocument(report(page_pixels(), analysis, view=view, when=datetime(2026, 3, 9)))
    assert len(document) == 1
    return " ".join(document[0].get_textpage().get_text_range().split())


def redness(pixel: np.ndarray) -> int:
    return int(pixel[0]) - int(pixel[2])


def test_heat_below_the_threshold_is_not_painted() -> None:
    bare = overlay(page_pixels(), result(crop=UPRIGHT, explanation=None))
    low = overlay(page_pixels(), analysed())
    high = overlay(page_pixels(), analysed(), HeatView(HeatLook(threshold=0.9)))
    changed = [(picture != bare).any(axis=2).sum() for picture in (low, high)]
    assert 0 < changed[1] < changed[0] / 3
    assert (high[WARM] == low[WARM]).all()


@pytest.mark.parametrize("colours", ["sea", "grey", "jet"])
def test_the_chosen_colours_are_in_the_file(colours: str) -> None:
    ember = overlay(page_pixels(), analysed())
    other = overlay(page_pixels(), analysed(), HeatView(HeatLook(colours)))
    assert np.abs(ember[WARM].astype(int) - other[WARM]).max() > 40


def test_two_classes_are_shown_as_their_difference() -> None:
    second = analysed(mirrored(), target="N")
    view = HeatView(second=second)
    (shown,) = pictures(page_pixels(), analysed(), view)
    assert redness(shown.picture[WARM]) > 40
    assert redness(shown.picture[60, 400 - 305]) < -30
    assert (shown.picture[COLD] == 250).all()
    assert scale_words(analysed(), view) == ("more for Normal ECG", "more for Myocardial infarction")


def test_equal_maps_of_two_classes_differ_nowhere() -> None:
    shown = overlay(page_pixels(), analysed(), HeatView(second=analysed(target="N")))
    assert np.array_equal(shown, overlay(page_pixels(), result(crop=UPRIGHT, explanation=None)))


def test_a_faint_map_does_not_weigh_as_much_as_a_strong_one() -> None:
    faint = analysed(mirrored(), target="N", peak=0.01)
    shown = overlay(page_pixels(), analysed(peak=1.0), HeatView(second=faint))
    assert redness(shown[WARM]) > 40
    assert abs(redness(shown[60, 400 - 305])) < 20


@pytest.mark.parametrize("changes", [{"method": "layercam"}, {"model": "other"}])
def test_two_methods_or_models_stand_side_by_side_under_their_names(changes: dict[str, str]) -> None:
    second = analysed(mirrored(), **{k: v for k, v in changes.items() if k == "method"})
    if "model" in changes and second.model is not None:
        second = replace(second, model=replace(second.model, name="Other", sha256="cd" * 32))
    view = HeatView(second=second)
    first, other = pictures(page_pixels(), analysed(), view)
    assert np.array_equal(first.picture, overlay(page_pixels(), analysed()))
    assert np.array_equal(other.picture, overlay(page_pixels(), second))
    words = text_of(analysed(), view)
    assert "Grad-CAM · Myocardial infarction" in words
    assert ("LayerCAM ·" in words) is ("method" in changes)
    assert ("Other" in words) is ("model" in changes)


def test_the_file_with_two_maps_is_twice_as_wide(tmp_path: object) -> None:
    import io

    from PIL import Image

    one = Image.open(io.BytesIO(overlay_png(page_pixels(), analysed())))
    view = HeatView(second=analysed(method="layercam"))
    two = Image.open(io.BytesIO(overlay_png(page_pixels(), analysed(), view)))
    assert two.width > 2 * one.width


def test_an_activation_map_is_named_by_its_layer_and_promises_no_class() -> None:
    shown = analysed(method="activation", layer="stages.1")
    assert map_title(shown) == "Activation map · stages.1 · Cardiac, four classes"
    assert "whatever the class" in scale_words(shown, HeatView())[1]


def test_the_report_has_a_bar_for_each_lead_and_says_how_the_map_stood_its_checks() -> None:
    shown = analysed(
        lead_shares={"V2": 0.41, "II": 0.1, "II rhythm": 0.2}, light="amber",
        verdict=say("The heat map changes when the crop is moved a little."),
        checks={"randomised_correlation": 0.31, "jitter_correlation": 0.5, "failed": "jitter"},
    )  # fmt: skip
    words = text_of(shown, HeatView())
    assert "Evidence by lead" in words
    assert "41\N{NO-BREAK SPACE}%".replace("\N{NO-BREAK SPACE}", " ") in words
    assert "II strip" in words
    assert "▲ The heat map changes" in words
    assert "model without learning: 0.31" in words
    assert "Evidence by lead" not in text_of(analysed(), HeatView())
    assert "learning" not in text_of(analysed(), HeatView())


def test_the_object_says_what_was_compared_and_how() -> None:
    second = analysed(target="N")
    item = json.loads(as_line(as_object(analysed(), "a.png", second=second)))
    assert item["comparison"] == {
        "shown": "difference", "method": "gradcam", "target": "N", "label": "MI", "problem": None,
        "model": {"id": "cardiac-4", "sha256": "ab" * 32},
    }  # fmt: skip
    assert as_object(analysed(), "a.png")["comparison"] is None
    failed = replace(second, explanation=None, cautions=())
    assert as_object(analysed(), "a.png", second=failed)["comparison"]["shown"] is None
