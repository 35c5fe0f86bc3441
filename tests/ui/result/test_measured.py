"""The measurements in the result panel: a line, and a table that opens on demand."""

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from ecgdesk.core.analysis import Measurements
from ecgdesk.ui.result.measured import MeasuredSection, MeasuredTable
from tests.fakes.measured_states import FIBRILLATING, UNREAD
from tests.fakes.pages import MEASURED


@pytest.fixture
def section(qtbot: QtBot) -> MeasuredSection:
    made = MeasuredSection()
    qtbot.addWidget(made)
    return made


def words(section: MeasuredSection) -> list[str]:
    return [label.text() for label in section.findChildren(QLabel) if label.isVisibleTo(section)]


def test_it_is_hidden_until_something_was_tried(section: MeasuredSection) -> None:
    section.show_measurements(None)
    assert section.isHidden()
    section.show_measurements(MEASURED)
    assert not section.isHidden()
    assert "81 bpm · PR 158 · QRS 96 · QTc 431 ms" in words(section)


def test_the_table_opens_and_closes_on_demand(section: MeasuredSection) -> None:
    section.show_measurements(MEASURED)
    table, more = section.findChild(MeasuredTable), section.findChild(QToolButton)
    assert table.isHidden()
    more.click()
    assert {"74–99 bpm", "411 ms", "−12°", "beats", "12", "ST in V2", "−0.11 mV"} <= set(words(section))
    more.click()
    assert table.isHidden()


def test_what_is_not_measurable_says_why_once(section: MeasuredSection) -> None:
    section.show_measurements(FIBRILLATING)
    section.findChild(QToolButton).click()
    said = words(section)
    assert "81 bpm · QRS 96 · QTc 431 ms" in said
    assert said.count("not measurable") == 3  # P, PR, and ST in V3
    assert sum("No P wave keeps the same place" in text for text in said) == 1


def test_a_page_that_cannot_be_measured_says_so_in_the_line(section: MeasuredSection) -> None:
    section.show_measurements(UNREAD)
    assert "No grid stands out on this page, so lengths on it mean nothing." in words(section)
    assert not section.findChild(QToolButton).isVisibleTo(section)
    section.show_measurements(Measurements())
    assert "Nothing could be measured on this page." in words(section)
