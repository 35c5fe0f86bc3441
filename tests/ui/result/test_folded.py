"""A page unlike the training pages shows nothing that reads like a result until it is asked for."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.services.entry import Entry, EntryStatus
from ecgdesk.ui.result.bars import ClassBars
from ecgdesk.ui.result.folded import Folded
from ecgdesk.ui.result.result_view import ResultView
from ecgdesk.ui.summary import as_text
from tests.fakes.pages import classified, quality_for


def _entry(novelty: float, name: str = "a") -> Entry:
    page = PageRef(Path(f"/x/{name}.png"))
    analysis = classified(AnalysisRequest(page, "m"), Crop(Rect(0, 0, 9, 9)), quality_for(name))
    prediction = replace(
        analysis.prediction, label=None, uncertain=True, prediction_set=(), novelty=novelty,
        probabilities={"MI": 0.999, "HMI": 0.001, "AHB": 0.0, "Normal": 0.0},
    )  # fmt: skip
    return Entry(page, status=EntryStatus.DONE, analysis=replace(analysis, prediction=prediction))


@pytest.fixture
def view(qtbot: QtBot) -> ResultView:
    made = ResultView(QAction())
    qtbot.addWidget(made)
    made.show()
    return made


def _bars(view: ResultView) -> ClassBars:
    return view.findChild(ClassBars)


def _fold(view: ResultView) -> Folded:
    return view.findChild(Folded)


def test_bars_of_an_unknown_kind_of_page_are_folded_away(view: ResultView) -> None:
    view.show_entry(_entry(novelty=3.0))
    assert not _bars(view).isVisible()
    assert _fold(view).button.isVisible()
    assert _fold(view).button.text() == "Show what the model would have said"


def test_they_can_be_asked_for_and_put_away_again(view: ResultView) -> None:
    view.show_entry(_entry(novelty=3.0))
    _fold(view).button.click()
    assert _bars(view).isVisible()
    _fold(view).button.click()
    assert not _bars(view).isVisible()


def test_a_later_stage_leaves_them_as_they_are_another_page_folds_them(view: ResultView) -> None:
    view.show_entry(_entry(novelty=3.0))
    _fold(view).button.click()
    view.show_entry(_entry(novelty=3.0))
    assert _bars(view).isVisible()
    view.show_entry(_entry(novelty=3.0, name="b"))
    assert not _bars(view).isVisible()


def test_bars_of_a_known_kind_of_page_are_there_even_when_the_model_is_not_sure(view: ResultView) -> None:
    view.show_entry(_entry(novelty=3.0))
    view.show_entry(_entry(novelty=0.4))
    assert _bars(view).isVisible()
    assert not _fold(view).button.isVisible()


def test_the_copied_result_leaves_them_out_too() -> None:
    assert ">0.99" not in as_text(_entry(novelty=3.0).analysis)
    assert ">0.99" in as_text(_entry(novelty=0.4).analysis)
