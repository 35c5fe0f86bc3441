"""What the result panel says of certainty and of the evidence is true, or it is not said."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecgdesk.core.analysis import Explanation, ModelInfo, Prediction
from ecgdesk.core.geometry import Rect
from ecgdesk.ui.result.checks import CheckLines
from ecgdesk.ui.result.headline import Headline

MODEL = ModelInfo("m", "M", "ab", {"a": "Class A", "b": "Class B"})


def words(part: QWidget) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if not label.isHidden()).strip()


@pytest.mark.parametrize(("novelty", "said"), [(0.5, True), (None, True), (1.2, False)])
def test_no_bar_is_called_calibrated_for_a_page_unlike_the_training_pages(
    qtbot: QtBot, novelty: float | None, said: bool
) -> None:
    headline = Headline()
    qtbot.addWidget(headline)
    headline.show_prediction(Prediction({"a": 0.9, "b": 0.1}, "a", ("a",), False, novelty=novelty), MODEL)
    assert ("calibrated" in words(headline)) is said


def test_why_leads_were_not_read_is_said_under_not_sure(qtbot: QtBot) -> None:
    headline = Headline()
    qtbot.addWidget(headline)
    why = "The leads that were read contradict each other."
    headline.show_prediction(Prediction({"a": 0.9, "b": 0.1}, None, ("a",), True, unread=why), MODEL)
    assert words(headline) == f"Not sure {why}"


def test_no_bar_is_called_calibrated_for_a_page_under_a_warning(qtbot: QtBot) -> None:
    headline = Headline()
    qtbot.addWidget(headline)
    sure = Prediction({"a": 0.9, "b": 0.1}, "a", ("a",), False)
    headline.show_prediction(sure, MODEL, like_test_pages=False)
    assert words(headline) == "Class A 0.90"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, ""), (0.0, ""), (0.004, ""),
        (0.06, "94\N{NO-BREAK SPACE}% of the evidence inside the tracing"),
        (0.3, "Only 70\N{NO-BREAK SPACE}% of the evidence inside the tracing"),
    ],
)  # fmt: skip
def test_evidence_inside_the_tracing_is_told_only_when_some_lies_outside(
    qtbot: QtBot, share: float | None, said: str
) -> None:
    checks = CheckLines()
    qtbot.addWidget(checks)
    heat = np.ones((2, 2), np.float32)
    checks.show_explanation(Explanation("gradcam", "layer", "a", heat, Rect(0, 0, 2, 2), share))
    assert checks.isHidden() is not bool(said)
    assert not said or words(checks).startswith(said)


def test_nothing_good_is_said_of_a_page_unlike_those_the_model_knows(qtbot: QtBot) -> None:
    checks = CheckLines()
    qtbot.addWidget(checks)
    heat = np.ones((2, 2), np.float32)
    checks.show_explanation(Explanation("gradcam", "layer", "a", heat, Rect(0, 0, 2, 2), 0.06), unlike=True)
    assert checks.isHidden()
