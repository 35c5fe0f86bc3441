from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from ecgdesk.core.calipers import Caliper, CaliperKind
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import Page, PageRef
from ecgdesk.core.tracing import Scale
from ecgdesk.services.entry import EntryStatus, heat_of
from ecgdesk.services.session import HEAT_MAPS_KEPT
from tests.fakes.pages import write_page, write_pages
from tests.fakes.services import Desk


def _open(desk: Desk, *paths: Path) -> list[PageRef]:
    pages = [PageRef(path) for path in paths]
    desk.services.session.add(pages)
    desk.services.session.show(pages[0])
    return pages


def _wait_done(desk: Desk, qtbot: QtBot, page: PageRef) -> None:
    qtbot.waitUntil(lambda: desk.services.session[page].is_finished)


def test_a_shown_page_gets_its_pixels_then_its_result(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    order: list[str] = []
    desk.services.current.page_arrived.connect(lambda page: order.append("pixels"))
    desk.services.engine.analysis_advanced.connect(lambda event: order.append(event.analysis.stage.value))
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    _wait_done(desk, qtbot, page)
    # The last stage comes twice where the heat map is put to the test: with the reading, and with the light.
    assert list(dict.fromkeys(order)) == ["pixels", "class", "checks"]
    assert desk.services.session[page].analysis.measurements is not None


def test_only_the_shown_page_keeps_its_pixels(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = _open(desk, write_page(tmp_path / "a.png"), write_page(tmp_path / "b.png"))
    _wait_done(desk, qtbot, first)
    desk.services.session.show(second)
    assert desk.services.current.page is None
    _wait_done(desk, qtbot, second)
    assert isinstance(desk.services.current.page, Page)
    assert desk.services.current.page.ref == second


def test_a_moved_crop_is_analysed_once_it_settles_and_the_last_one_wins(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    _wait_done(desk, qtbot, page)
    asked = len(desk.engine.requests)
    crops = [Crop(Rect(10, 100, 500 + i, 500)) for i in range(5)]
    for crop in crops:
        desk.services.current.edit_crop(crop)
        assert desk.services.session[page].stale
    _wait_done(desk, qtbot, page)
    assert [r.crop for r in desk.engine.requests[asked:]] == [crops[-1]]
    assert desk.services.session[page].analysis.crop == crops[-1]


def test_the_old_result_stays_visible_and_stale_until_the_new_one_is_there(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    _wait_done(desk, qtbot, page)
    desk.engine.hold.clear()
    desk.services.current.edit_crop(Crop(Rect(0, 100, 500, 500)))
    qtbot.waitUntil(lambda: desk.services.current.is_busy)
    entry = desk.services.session[page]
    assert entry.analysis is not None
    assert entry.stale
    desk.engine.hold.set()
    _wait_done(desk, qtbot, page)


def test_another_target_is_explained_with_the_same_crop(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    _wait_done(desk, qtbot, page)
    desk.services.current.choose_target("HMI")
    qtbot.waitUntil(lambda: desk.services.session[page].analysis.explanation.target == "HMI")
    assert desk.engine.requests[-1].target == "HMI"
    assert desk.engine.requests[-1].crop == desk.engine.requests[-2].crop


def test_quick_stepping_leaves_no_page_running(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    pages = _open(desk, *(write_page(tmp_path / f"{i}.png") for i in range(6)))
    for page in pages:
        desk.services.session.show(page)
    _wait_done(desk, qtbot, pages[-1])
    running = [e for e in desk.services.session if e.status is EntryStatus.RUNNING]
    assert running == []


def test_a_finished_page_is_only_loaded_again(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = _open(desk, write_page(tmp_path / "a.png"), write_page(tmp_path / "b.png"))
    _wait_done(desk, qtbot, first)
    desk.services.session.show(second)
    _wait_done(desk, qtbot, second)
    asked = len(desk.engine.requests)
    desk.services.session.show(first)
    qtbot.waitUntil(lambda: desk.services.current.page is not None)
    assert len(desk.engine.requests) == asked
    assert desk.engine.loads[-1] == first


def test_a_put_away_heat_map_is_asked_for_again(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    pages = _open(desk, *(write_page(tmp_path / f"{i}.png") for i in range(HEAT_MAPS_KEPT + 1)))
    for page in pages:
        desk.services.session.show(page)
        _wait_done(desk, qtbot, page)
    assert heat_of(desk.services.session[pages[0]].analysis) is None
    desk.services.session.show(pages[0])
    qtbot.waitUntil(lambda: heat_of(desk.services.session[pages[0]].analysis) is not None)


def test_a_page_that_keeps_killing_the_engine_gets_its_sentence(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.engine.deaths = 9
    (page,) = _open(desk, write_page(tmp_path / "killer.png"))
    qtbot.waitUntil(lambda: desk.services.session[page].error is not None)
    assert desk.services.session[page].error.code == "engine"
    assert desk.services.session[page].status is EntryStatus.FAILED
    assert not desk.services.current.is_busy


def test_further_pages_of_a_file_are_found_on_the_way(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (page,) = _open(desk, write_pages(tmp_path / "a.tiff", 3))
    qtbot.waitUntil(lambda: len(desk.services.session) == 3)
    assert desk.services.session.pages == [PageRef(page.path, n) for n in (1, 2, 3)]


def test_the_whole_page_can_be_the_default_crop(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.services.settings.update(crop="whole")
    (page,) = _open(desk, write_page(tmp_path / "a.png", width=700, height=500))
    _wait_done(desk, qtbot, page)
    assert desk.services.session[page].analysis.crop == Crop(Rect(0, 0, 700, 500), origin="whole")


def test_without_automatic_analysis_a_page_is_only_shown(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.services.settings.update(analyse_on_open=False)
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    qtbot.waitUntil(lambda: desk.services.current.page is not None)
    assert desk.engine.requests == []
    desk.services.current.analyse()
    _wait_done(desk, qtbot, page)


def test_cancel_keeps_the_older_result(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    _wait_done(desk, qtbot, page)
    before = desk.services.session[page].analysis
    desk.engine.hold.clear()
    desk.services.current.analyse()
    desk.services.current.cancel()
    desk.engine.hold.set()
    qtbot.wait(60)
    assert desk.services.session[page].analysis is before
    assert desk.services.session[page].status is EntryStatus.DONE


def test_a_changed_crop_equal_to_the_old_one_is_no_change(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    _wait_done(desk, qtbot, page)
    crop = Crop(Rect(0, 0, 500, 500))
    desk.services.session.set_crop(page, crop)
    desk.services.session.set_analysis(
        page, replace(desk.services.session[page].analysis, crop=crop), final=True
    )
    desk.services.session.set_crop(page, crop)
    assert not desk.services.session[page].stale


def test_a_caliper_is_kept_and_asks_for_nothing(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    _wait_done(desk, qtbot, page)
    asked, marks = len(desk.engine.requests), Marks((Caliper(CaliperKind.TIME, 100, 180, 300),))
    desk.services.current.edit_marks(marks)
    assert desk.services.session[page].marks == marks
    assert not desk.services.session[page].stale
    qtbot.wait(450)
    assert len(desk.engine.requests) == asked


def test_a_scale_set_by_hand_is_read_with(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    _wait_done(desk, qtbot, page)
    marks = Marks(scale=Scale(6.0, 6.0, 1.0, "user"))
    desk.services.current.edit_marks(marks)
    assert desk.services.session[page].stale
    _wait_done(desk, qtbot, page)
    assert desk.engine.requests[-1].given == marks.given
    assert desk.services.session[page].analysis.reading.scale == marks.scale


def test_what_was_set_by_hand_follows_a_small_turn_into_the_next_request(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (page,) = _open(desk, write_page(tmp_path / "a.png"))
    _wait_done(desk, qtbot, page)
    leads = desk.services.session[page].analysis.reading.leads
    desk.services.current.edit_marks(Marks(leads=leads))
    desk.services.current.edit_crop(Crop(Rect(40, 100, 700, 500), rotation_deg=2.0))
    _wait_done(desk, qtbot, page)
    given = desk.engine.requests[-1].given.leads
    assert [lead.name for lead in given] == [lead.name for lead in leads]
    assert given[0].box != leads[0].box
