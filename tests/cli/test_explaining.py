"""How `analyze` is told what to explain, what to compare, and how to paint it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ecgdesk.cli.choosing import UsageError
from ecgdesk.cli.explaining import Drawn, Explaining, Second, Words, understood
from ecgdesk.core.analysis import AnalysisRequest, Stage
from ecgdesk.core.page import PageRef
from ecgdesk.engine.batch import outcomes
from ecgdesk.models.architectures import catalog
from tests.cli.test_analyze import analysed
from tests.engine.instant import InstantEngine
from tests.models.packs import small_card, small_pack


def test_one_word_explains_the_top_class_by_that_method() -> None:
    assert understood(Words("layercam"), small_card()) == ("layercam", Explaining())
    assert understood(Words("none"), small_card())[0] is None


def test_two_methods_two_classes_or_two_models_are_compared(tmp_path: Path) -> None:
    method, how = understood(Words("gradcam, ig-white"), small_card())
    assert (method, how.second) == ("gradcam", Second(method="ig-white"))
    _, how = understood(Words(target="MI,Normal"), small_card())
    assert (how.target, how.second) == ("MI", Second(target="Normal"))
    pack = small_pack(tmp_path)
    _, how = understood(Words(beside=str(pack)), small_card())
    assert how.second == Second(model=str(pack))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (Words("gradcam,layercam,ig-white"), "--explain takes one value, or two"),
        (Words("guess"), "no explanation method 'guess'"),
        (Words("gradcam,guess"), "no explanation method 'guess'"),
        (Words(target="Flutter"), "no class 'Flutter'"),
        (Words(target="MI,Flutter"), "no class 'Flutter'"),
        (Words("gradcam,layercam", target="MI,Normal"), "Only one thing is compared"),
        (Words(drawn=Drawn("mauve")), "no colours 'mauve'"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(words: Words, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        understood(words, small_card())


def test_wishes_reach_the_engine_and_the_second_map_has_the_crop_of_the_first() -> None:
    engine, how = InstantEngine(), Explaining("N", "stages.1", examine=True, second=Second("layercam"))
    request = how.asked(AnalysisRequest(PageRef(Path("pages.pdf")), "m"))
    found = list(outcomes(engine, [request], follow=lambda analysis: how.follow(request, analysis)))
    assert [outcome.analysis.page.number for outcome in found] == [1, 2, 3]
    assert all(outcome.second is not None and outcome.second.explanation for outcome in found)
    first = [asked for asked in engine.asked if asked.method == "gradcam"]
    second = [asked for asked in engine.asked if asked.method == "layercam"]
    assert {(asked.target, asked.layer, asked.examine) for asked in first} == {("N", "stages.1", True)}
    assert {asked.page.number for asked in second} == {1, 2, 3}
    assert all(asked.crop is not None and asked.until is Stage.CLASS for asked in second)
    assert not any(asked.examine for asked in second)


def test_pages_without_a_heat_map_get_no_second_one() -> None:
    engine, how = InstantEngine(), Explaining(second=Second("layercam"))
    requests = [AnalysisRequest(PageRef(Path(name)), "m") for name in ("refused.png", "bad.png", "a.png")]
    found = list(outcomes(engine, requests, follow=lambda analysis: how.follow(requests[2], analysis)))
    assert [outcome.second is None for outcome in found] == [True, True, False]


def test_a_second_map_that_fails_leaves_the_first_and_says_why(tmp_path: Path) -> None:
    class Failing(InstantEngine):
        def analyse(self, asked: AnalysisRequest, lane: object = None) -> int:
            if asked.method == "layercam":
                asked = AnalysisRequest(PageRef(asked.page.path.with_name("bad.png")), asked.model)
            return super().analyse(asked, lane)  # type: ignore[arg-type]

    how = Explaining(second=Second("layercam"))
    request = AnalysisRequest(PageRef(Path("a.png")), "m")
    (found,) = outcomes(Failing(), [request], follow=lambda analysis: how.follow(request, analysis))
    assert found.analysis.explanation is not None
    assert found.second is not None
    assert "bad.png is empty." in found.second.reason


def test_both_maps_are_in_the_picture_and_the_object(tmp_path: Path) -> None:
    how = Explaining(second=Second("layercam"))
    (item,) = analysed("a.png", as_json=True, out=tmp_path, explaining=how).objects
    assert item["comparison"]["method"] == "layercam"  # type: ignore[index]
    with Image.open(tmp_path / "a-heatmap.png") as picture:
        assert picture.width > 2 * 180


def test_colours_and_threshold_reach_the_picture(tmp_path: Path) -> None:
    seen = []
    for drawn in (Drawn(), Drawn("sea"), Drawn(threshold=90), Drawn(opacity=0)):
        folder = tmp_path / f"{drawn}"
        analysed("a.png", out=folder, explaining=Explaining(drawn=drawn))
        with Image.open(folder / "a-heatmap.png") as picture:
            seen.append(np.asarray(picture)[:80].astype(int))
    assert not any(np.array_equal(seen[0], other) for other in seen[1:])
    assert (seen[3] == 255).all()


def test_the_usual_method_is_the_first_of_the_architecture() -> None:
    assert understood(Words("usual"), small_card())[0] == "gradcam"
    leads = catalog()["lead-resnet"]
    card = small_card(architecture="lead-resnet", options={}, preprocessing=leads.preprocessing)
    assert understood(Words("usual"), card)[0] == "layercam"
