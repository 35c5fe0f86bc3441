"""Lead boxes: shown under the pointer, and changed by hand."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ecgdesk.core.geometry import Rect
from ecgdesk.ui.canvas.crop_geometry import Handle
from ecgdesk.ui.canvas.mode import Mode
from tests.fakes.reading import SCALE, fake_reading
from tests.ui.canvas.conftest import Hand

READ = fake_reading().leads


@pytest.fixture
def leads(read: Hand) -> Hand:
    read.canvas.set_mode(Mode.LEADS)
    return read


def _boxes(hand: Hand) -> tuple[Rect, ...]:
    return tuple(lead.box for lead in hand.canvas.marks.leads)


def test_the_lead_under_the_pointer_shows_its_box(read: Hand) -> None:
    viewport = read.canvas.view.viewport()
    QTest.mouseMove(viewport, read.screen(400, 300))
    assert read.canvas.marks.hovered == READ[1]
    QTest.mouseMove(viewport, read.screen(400, 130))
    assert read.canvas.marks.hovered is None


def test_a_box_is_moved_and_what_it_stands_for_moves_along(leads: Hand) -> None:
    leads.drag((400, 300), (432, 310))
    assert _boxes(leads)[1] == READ[1].box.moved(30, 10) or _boxes(leads)[1].x0 > READ[1].box.x0
    moved = leads.canvas.marks.leads[1]
    assert moved.start_s == pytest.approx((moved.box.x0 - READ[1].box.x0) / SCALE.px_per_s, abs=0.001)
    assert leads.marks[-1].leads is not None
    assert [lead.name for lead in leads.canvas.marks.leads] == [lead.name for lead in READ]


def test_a_box_is_resized_by_its_grips(leads: Hand) -> None:
    leads.drag((400, 300), (400, 300))
    grip = Handle.RIGHT.on(READ[1].box)
    leads.drag(grip, (grip[0] - 200, grip[1]))
    changed = leads.canvas.marks.leads[1]
    assert changed.box.width == pytest.approx(READ[1].box.width - 200, abs=1)
    assert changed.duration_s == pytest.approx(changed.box.width / SCALE.px_per_s, abs=0.001)


def test_a_click_chooses_and_changes_nothing(leads: Hand) -> None:
    leads.drag((400, 300), (400, 300))
    assert leads.canvas.marks.chosen == 1
    assert leads.canvas.marks.committed.leads is None
    assert leads.stack.count() == 0


def test_a_drawn_box_gets_the_first_free_name(leads: Hand) -> None:
    leads.drag((200, 20), (400, 100))
    new = leads.canvas.marks.leads[-1]
    assert (new.name, new.box) == ("III", Rect(200, 20, 400, 100))
    assert leads.canvas.marks.chosen == 4


def test_boxes_are_chosen_moved_and_deleted_by_keys_and_brought_back(leads: Hand) -> None:
    leads.key(Qt.Key.Key_PageDown)
    leads.key(Qt.Key.Key_Down)
    assert _boxes(leads)[0] == READ[0].box.moved(0, 1)
    leads.key(Qt.Key.Key_Delete)
    assert len(_boxes(leads)) == 3
    leads.key(Qt.Key.Key_Insert)
    assert len(_boxes(leads)) == 4
    for _ in range(3):
        leads.stack.undo()
    assert leads.canvas.marks.leads == READ


@pytest.mark.parametrize("by", ["key", "double click"])
def test_another_name_is_asked_for(leads: Hand, by: str) -> None:
    asked: list[int] = []
    leads.canvas.marks.rename_asked.connect(asked.append)
    leads.drag((400, 300), (400, 300))
    if by == "key":
        leads.key(Qt.Key.Key_F2)
    else:
        place: QPoint = leads.screen(400, 300)
        QTest.mouseDClick(leads.canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [1]


def test_what_was_read_is_not_shown_on_a_page_that_lies_otherwise(read: Hand) -> None:
    read.canvas.rotate_by(3)
    assert read.canvas.marks.leads == ()
    assert read.canvas.marks.scale is None
    read.stack.undo()
    assert read.canvas.marks.leads == READ


def test_traces_are_drawn_over_the_page_when_wanted(read: Hand) -> None:
    item = read.canvas._scene.traces
    assert not item.isVisible()
    read.canvas.show_traces(True)
    assert item.isVisible()
    assert item.boundingRect().contains(400, 300)
    read.canvas.rotate_by(3)
    assert not item.isVisible()
