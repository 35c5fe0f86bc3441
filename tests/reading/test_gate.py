"""The gate: other pictures are refused with a reason, pages the wrong way up and cut ones noticed."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.no_ecg.__main__ import frozen_list
from benchmarks.no_ecg.sets import CATEGORIES
from benchmarks.no_ecg.tuning import TUNING
from ecgdesk.core.analysis import Quality, Trust
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.evidence import measure
from ecgdesk.reading.eye import Eye, glance, look_at
from ecgdesk.reading.layout import Layout
from ecgdesk.reading.likeness import Trees, features, learned_gate
from ecgdesk.reading.quality import judge
from ecgdesk.reading.render import render
from ecgdesk.reading.render_options import RenderOptions
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.simulate import simulate
from ecgdesk.reading.watch import Watch
from tests.reading.pictures import Pixels


@pytest.fixture(scope="module")
def page() -> Pixels:
    return render(simulate(seed=4), replace(PRESETS["a4-red"], dpi=120.0)).pixels


def judged(pixels: Pixels) -> Quality:
    return judge(pixels, propose_crop(pixels))


def codes(quality: Quality) -> set[str]:
    return {caution.code for caution in quality.cautions}


def test_the_frozen_set_holds_fifty_pictures_of_each_of_eight_categories() -> None:
    names = [name.rsplit("-", 1)[0] for name in frozen_list()]
    assert set(names) == set(CATEGORIES)
    assert all(names.count(category) >= 50 for category in CATEGORIES)
    assert len(set(frozen_list().values())) == len(names) >= 400


@pytest.mark.parametrize(
    ("category", "number"),
    [("text", 0), ("form", 1), ("prescription", 1), ("chart", 4), ("eeg-seismograph", 1)],
)
def test_other_drawings_are_refused_with_a_reason_and_a_fix(category: str, number: int) -> None:
    quality = judged(TUNING.makers[category][number](np.random.default_rng(12)))
    assert quality.trust is Trust.REFUSED
    assert quality.cautions[0].problem.endswith(".")
    assert quality.cautions[0].advice.endswith(".")


def test_a_page_of_text_is_called_one() -> None:
    quality = judged(TUNING.makers["text"][1](np.random.default_rng(3)))
    assert "text" in quality.cautions[0].problem


def test_a_coloured_picture_with_words_is_not_called_a_page_of_text() -> None:
    words = TUNING.makers["text"][1](np.random.default_rng(3))
    coloured = (words * np.array([1.0, 0.75, 0.2])).astype(np.uint8)
    quality = judged(coloured)
    assert quality.trust is Trust.REFUSED
    assert "text" not in quality.cautions[0].problem


def test_a_page_upside_down_is_told_to_be_turned(page: Pixels) -> None:
    assert "upside-down" not in codes(judged(page))
    quality = judged(np.ascontiguousarray(page[::-1, ::-1]))
    assert quality.trust is not Trust.GREEN
    assert "upside-down" in codes(quality)
    assert "180°" in quality.cautions[0].advice


@pytest.mark.parametrize(("quarters", "way"), [(1, "right"), (3, "left")])
def test_a_page_on_its_side_is_refused_and_told_the_way_upright(
    page: Pixels, quarters: int, way: str
) -> None:
    quality = judged(np.ascontiguousarray(np.rot90(page, quarters)))
    assert quality.trust is Trust.REFUSED
    assert codes(quality) == {"sideways"}
    assert way in quality.cautions[0].advice


@pytest.mark.parametrize("edge", ["top", "bottom", "left", "right"])
def test_a_page_without_a_quarter_of_itself_is_cut_off_at_that_edge(page: Pixels, edge: str) -> None:
    rows, columns = page.shape[0] // 3, page.shape[1] // 4
    part = {
        "top": page[rows:],
        "bottom": page[:-rows],
        "left": page[:, columns:],
        "right": page[:, :-columns],
    }[edge]
    problems = [c.problem for c in judged(np.ascontiguousarray(part)).cautions if c.code == "cut-off"]
    assert f"This page is cut off at the {edge} edge." in problems


@pytest.mark.parametrize("layout", Layout)
def test_a_page_of_any_layout_is_green(layout: Layout) -> None:
    look = replace(RenderOptions(layout=layout), dpi=120.0)
    assert judged(render(simulate(seed=6), look).pixels).trust is Trust.GREEN


def test_a_part_that_the_user_chose_of_an_ecg_is_not_called_something_else(page: Pixels) -> None:
    area = propose_crop(page)
    r = area.rect
    small = area.with_rect(Rect(r.x0, r.y0, r.x0 + r.width / 3, r.y0 + r.height / 2))
    assert judge(page, small, area).trust is not Trust.REFUSED


def test_an_eye_looks_once_at_a_page_and_again_at_another(page: Pixels) -> None:
    eye = Eye()
    assert eye.glance(page) is eye.glance(page)
    assert eye.glance(page.copy()) is not eye.glance(page)


def test_a_watch_says_what_crop_and_judge_say(page: Pixels) -> None:
    watch = Watch()
    crop = watch.propose_crop(page, "tracing")
    assert crop == propose_crop(page)
    assert watch.judge(page, crop, None) == judge(page, crop)


def test_masks_and_what_lies_beyond_the_page_are_paper_in_the_sketch_of_a_crop(page: Pixels) -> None:
    sketch = glance(page).sketch
    mask = Rect(100, 100, 300, 200)
    crop = Crop(Rect(-40, -40, page.shape[1], page.shape[0]), masks=(mask,))
    part = look_at(page, crop, sketch)
    assert part.picture[: 40 // sketch.factor - 1].min() == 255
    x, y = (round((place + 40) / sketch.factor) for place in (200, 150))
    assert part.ink[y, x] == part.strokes[y, x] == 0
    assert part.picture[y, x].min() == 255


def test_trees_are_asked_from_the_root_down() -> None:
    trees = Trees(
        ("a", "b"), np.array([[0, 1, 1]]), np.array([[1.0, 5.0, 9.0]]), np.array([[1.0, 2.0, 3.0, 4.0]]), 10.0
    )

    def asked(figures: Mapping[str, float]) -> float:
        return trees.log_odds(figures)

    assert [asked({"a": a, "b": b}) for a, b in ((0, 0), (0, 6), (2, 6), (2, 10))] == [11, 12, 13, 14]


def test_what_was_learned_asks_for_figures_that_are_measured(page: Pixels) -> None:
    seen = measure(page, propose_crop(page))
    gate = learned_gate()
    assert set(gate.trees.names) <= set(features(seen))
    assert len(gate.weights) == len(seen.leaning.vector())
    assert gate.refuse < gate.doubt
