from collections.abc import Callable

import numpy as np
import pytest

from ecgdesk.core.card import Calibration, Figure, ReliabilityBin, TrainingData
from ecgdesk.core.card_charts import Levels, MeanMap, MeanMaps, RocCurve
from ecgdesk.models.pack import read_card
from ecgdesk.services import model_access
from ecgdesk.ui.help.mean_map_panel import MeanMapPanel
from ecgdesk.ui.help.model_page import ModelPage
from ecgdesk.ui.help.roc_panel import RocPanel
from tests.conftest import ROOT
from tests.fakes.window import Rig
from tests.models.packs import small_card

CARD = small_card(
    name="Small hearts",
    figures=(Figure(name="Accuracy", value=0.9, low=0.8, high=0.95, n=40, protocol="five folds by day"),),
    confusion={"MI": {"MI": 3, "HMI": 1}, "HMI": {"HMI": 5}},
    calibration=Calibration(reliability=(ReliabilityBin(low=0.5, high=0.6, pages=10, correct=5),)),
    training_data=(
        TrainingData(name="Pages of X", licence="CC0", pages=40, grouped_by="day", sha256="0" * 64),
    ),
    limits=("Not for children.",),
)


def _words(page: ModelPage) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_the_page_says_how_good_on_what_and_for_whom_not(rig: Rig) -> None:
    page = ModelPage()
    rig.qtbot.addWidget(page)
    page.show_card(CARD)
    said = _words(page)
    for words in (
        "Small hearts",
        "five folds by day",
        "40 pages of Pages of X, grouped by day",
        "Not for children",
    ):
        assert words in said
    assert page.findChild(type(page._figures)).texts == [["Accuracy", "0.900", "0.800 – 0.950", "40"]]
    assert "3 pages of MI were called MI" in page._confusion.accessibleDescription()


def test_a_card_without_figures_says_so_and_shows_no_charts(rig: Rig) -> None:
    page = ModelPage()
    rig.qtbot.addWidget(page)
    page.show_card(small_card())
    assert "Nothing was measured." in _words(page)
    assert page._charts.isHidden()


def test_curves_and_maps_stand_under_the_figures_and_go_with_the_card(rig: Rig) -> None:
    grey = Levels.of(np.full((20, 30), 200, dtype=np.uint8))
    maps = (
        MeanMap(name="MI", right=True, pages=5, heat=grey),
        MeanMap(name="MI", right=False, pages=2, heat=grey),
    )
    card = small_card(
        roc=(RocCurve(name="MI", auroc=0.75, pages=7, others=9, points=((0, 0), (0.5, 1), (1, 1))),),
        mean_maps=MeanMaps(method="gradcam", paper=grey, maps=maps, protocol="Means over 7 pages"),
    )
    page = ModelPage()
    rig.qtbot.addWidget(page)
    page.show_card(card)
    assert [panel.accessibleName() for panel in page.findChildren(RocPanel)] == ["MI: AUROC 0.750, 7 pages"]
    assert [panel.accessibleName() for panel in page.findChildren(MeanMapPanel)] == [
        "MI, answered rightly (mean of 5)", "MI, answered wrongly (mean of 2)",
        "HMI, answered rightly: too few pages", "HMI, answered wrongly: too few pages",
        "Normal, answered rightly: too few pages", "Normal, answered wrongly: too few pages",
    ]  # fmt: skip
    assert "Means over 7 pages." in _words(page)
    page.show_card(card)
    rig.qtbot.waitUntil(lambda: len(page.findChildren(RocPanel)) == 1)  # those of the first card are gone
    page.show_card(small_card())
    assert page._card_charts.isHidden()


@pytest.mark.parametrize("model", ["cardiac-4", "ptbxl-5"])
@pytest.mark.parametrize("width", [700, 1000, 1300])
def test_no_chart_of_a_bundled_model_is_cut(rig: Rig, model: str, width: int) -> None:
    page = ModelPage()
    rig.qtbot.addWidget(page)
    page.resize(width, 800)
    page.show_card(read_card(ROOT / "resources" / "models" / f"{model}.ecgmodel"))
    page.show()
    rig.qtbot.waitExposed(page)
    maps = page._card_charts._maps
    rig.qtbot.waitUntil(lambda: maps.height() >= maps.heightForWidth(maps.width()))
    lowest = max(panel.geometry().bottom() for panel in maps.findChildren(MeanMapPanel))
    assert lowest <= maps.height()


def test_maps_of_a_model_that_names_several_classes_are_of_what_it_named(rig: Rig) -> None:
    grey = Levels.of(np.full((20, 30), 200, dtype=np.uint8))
    one = MeanMap(name="MI", right=False, pages=6, heat=grey)
    maps = MeanMaps(method="layercam", paper=grey, maps=(one,), protocol="Means over 6 pages")
    page = ModelPage()
    rig.qtbot.addWidget(page)
    page.show_card(small_card(multi_label=True, mean_maps=maps))
    assert [panel.accessibleName() for panel in page.findChildren(MeanMapPanel)][:2] == [
        "MI, rightly named: too few pages", "MI, wrongly named (mean of 6)",
    ]  # fmt: skip


def test_the_menu_opens_the_card_of_the_chosen_model(
    make: Callable[..., Rig], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(model_access, "card_of", lambda model: asked.append(model) or CARD)
    rig = make()
    rig.window.actions_["about_model"].trigger()
    rig.qtbot.waitUntil(lambda: rig.window.middle.currentWidget().accessibleName() == "Small hearts")
    assert asked == [rig.window.services.models.chosen.id]
