"""What the panel shows follows from what is known, and what was found stays for as long as it can."""

from dataclasses import replace
from pathlib import Path

import pytest

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import EngineState
from ecgdesk.services.entry import Entry, EntryStatus, Problem
from ecgdesk.ui.result.state import PanelState, Situation, panel_state
from tests.fakes.pages import classified, quality_for, refused

PAGE = PageRef(Path("/x/a.png"))
REQUEST, CROP = AnalysisRequest(PAGE, "fake-1"), Crop(Rect(0, 0, 9, 9))
WAITING, RUNNING = Entry(PAGE), Entry(PAGE, status=EntryStatus.RUNNING)
DONE = Entry(PAGE, status=EntryStatus.DONE, analysis=classified(REQUEST, CROP, quality_for("a")))
REFUSED = Entry(PAGE, status=EntryStatus.REFUSED, analysis=refused(REQUEST, CROP, quality_for("refused")))
FAILED = Entry(PAGE, status=EntryStatus.FAILED, error=Problem("unreadable", "It is cut short."))

READY, READING = EngineState.READY, EngineState.READING


@pytest.mark.parametrize(
    ("entry", "engine", "has_model", "expected"),
    [
        (None, READY, True, PanelState.EMPTY),
        (WAITING, READY, True, PanelState.WAITING),
        (WAITING, READING, None, PanelState.STARTING),
        (RUNNING, READING, True, PanelState.STARTING),
        (RUNNING, READY, True, PanelState.ANALYSING),
        (RUNNING, EngineState.RESTARTING, True, PanelState.RESTARTING),
        (WAITING, READY, False, PanelState.NO_MODEL),
        (RUNNING, EngineState.FAILED, True, PanelState.NO_ENGINE),
        (REFUSED, READY, True, PanelState.REFUSED),
        (replace(REFUSED, status=EntryStatus.RUNNING), READY, True, PanelState.ANALYSING),
        (FAILED, READY, True, PanelState.ERROR),
        (replace(FAILED, status=EntryStatus.RUNNING), READY, True, PanelState.ANALYSING),
        (DONE, READY, True, PanelState.RESULT),
        (replace(DONE, stale=True, status=EntryStatus.RUNNING), READY, True, PanelState.RESULT),
        (replace(DONE, error=FAILED.error, status=EntryStatus.FAILED), READY, True, PanelState.RESULT),
        (DONE, EngineState.FAILED, False, PanelState.RESULT),
    ],
)
def test_the_state(
    entry: Entry | None, engine: EngineState, has_model: bool | None, expected: PanelState
) -> None:
    assert panel_state(Situation(entry, engine, has_model)) is expected
