"""Numbers and states as words."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from ecgdesk.core.analysis import AnalysisRequest, Measurements
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.services.entry import Entry, EntryStatus
from ecgdesk.ui.wording import intervals, page_title, probability, rate, short_result, sign_of, time_left
from tests.fakes.pages import classified, quality_for


def _done(name: str) -> Entry:
    page = PageRef(Path(f"/x/{name}.png"))
    analysis = classified(AnalysisRequest(page, "m"), Crop(Rect(0, 0, 9, 9)), quality_for(name))
    return Entry(page, status=EntryStatus.DONE, analysis=analysis)


@pytest.mark.parametrize(
    ("value", "words"), [(0.0, "<0.01"), (0.004, "<0.01"), (0.934, "0.93"), (0.9999, ">0.99"), (1.0, ">0.99")]
)
def test_a_probability_is_never_a_bare_nothing_or_certainty(value: float, words: str) -> None:
    assert probability(value) == words


def test_a_probability_is_written_as_the_language_writes_numbers() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert probability(0.934) == "0,93"
    finally:
        QLocale.setDefault(before)


def test_time_left_is_said_in_seconds_then_minutes() -> None:
    assert time_left(0.2) == "1 s left"
    assert time_left(41.4) == "41 s left"
    assert time_left(200) == "3 min left"


def test_measurements_carry_their_units_and_only_what_was_measured_is_said() -> None:
    assert intervals(Measurements(81.2, 158, 96, 372, 431, "Bazett")) == (
        "81 bpm · PR 158 · QRS 96 · QTc 431 ms"
    )
    assert intervals(Measurements(81.2, None, 96, 372)) == "81 bpm · QRS 96 · QT 372 ms"
    assert rate(Measurements()) == ""
    assert intervals(None) == ""


@pytest.mark.parametrize(
    ("name", "icon", "words"),
    [
        ("a", "status-ok", "MI 0.93"),
        ("unsure", "status-unsure", "Not sure"),
        ("blur", "status-caution", "MI 0.93"),
    ],
)
def test_a_finished_page_has_one_sign_and_few_words(name: str, icon: str, words: str) -> None:
    entry = _done(name)
    assert sign_of(entry).icon == icon
    assert short_result(entry, {"MI": "MI"}) == words


def test_red_is_for_errors_and_green_is_for_nothing() -> None:
    roles = {sign_of(replace(_done(n), status=s)).role for n in ("a", "unsure", "blur") for s in EntryStatus}
    assert "ok" not in roles
    failed = {sign_of(replace(_done("a"), status=s)).role for s in EntryStatus if s is not EntryStatus.FAILED}
    assert "error" not in failed


def test_pages_of_one_file_say_their_number() -> None:
    assert page_title(PageRef(Path("/x/a.pdf")), 3) == "a.pdf, page 1"
    assert page_title(PageRef(Path("/x/a.png"))) == "a.png"
