from pathlib import Path

from pytestqt.qtbot import QtBot

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import Lane
from ecgdesk.services.batch import IN_FLIGHT, BatchEnd, Progress
from ecgdesk.services.entry import EntryStatus
from tests.fakes.pages import write_page, write_pages
from tests.fakes.services import Desk


def _pages(desk: Desk, folder: Path, *names: str) -> list[PageRef]:
    pages = [PageRef(write_page(folder / f"{name}.png")) for name in names]
    desk.services.session.add(pages)
    return pages


def _run(desk: Desk, qtbot: QtBot, pages: list[PageRef]) -> BatchEnd:
    with qtbot.waitSignal(desk.services.batch.ended) as ended:
        desk.services.batch.start(pages)
    return ended.args[0]


def test_every_page_ends_and_the_bad_ones_are_named(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    pages = _pages(desk, tmp_path, "a", "broken", "refused", "b")
    end = _run(desk, qtbot, pages)
    assert end == BatchEnd(2, (pages[2],), (pages[1],), False, 4)
    assert desk.services.session[pages[1]].error.problem.startswith("broken.png is cut short")


def test_progress_counts_to_the_end_with_time_left(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[Progress] = []
    desk.services.batch.progressed.connect(seen.append)
    _run(desk, qtbot, _pages(desk, tmp_path, "a", "b", "c"))
    assert sorted({p.done for p in seen}) == [0, 1, 2, 3]
    assert seen[0].seconds_left is None
    assert all(p.seconds_left >= 0 for p in seen if p.done)
    assert seen[-1].seconds_left == 0


def test_few_pages_are_with_the_engine_at_once(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.engine.hold.clear()
    desk.services.batch.start(_pages(desk, tmp_path, *"abcdef"))
    assert len(desk.engine.requests) == IN_FLIGHT
    desk.engine.hold.set()
    with qtbot.waitSignal(desk.services.batch.ended):
        pass


def test_cancel_answers_at_once_and_keeps_what_is_done(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    pages = _pages(desk, tmp_path, *"abcdef")
    desk.services.batch.start(pages)
    qtbot.waitUntil(lambda: desk.services.session[pages[0]].is_finished)
    ended: list[BatchEnd] = []
    desk.services.batch.ended.connect(ended.append)
    desk.services.batch.cancel()
    assert ended[0].cancelled
    assert not desk.services.batch.is_running
    qtbot.wait(100)
    states = {e.status for e in desk.services.session}
    assert states == {EntryStatus.DONE, EntryStatus.WAITING}
    assert len(ended) == 1


def test_the_shown_page_overtakes_the_batch_and_is_not_done_twice(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    pages = _pages(desk, tmp_path, *"abcdef")
    with qtbot.waitSignal(desk.services.batch.ended):
        desk.services.batch.start(pages)
        desk.services.session.show(pages[-1])
        qtbot.waitUntil(lambda: desk.services.session[pages[-1]].is_finished)
        assert not desk.services.session[pages[-2]].is_finished
    assert [r.page for r in desk.engine.requests].count(pages[-1]) == 1


def test_a_crop_moved_during_the_batch_is_what_counts(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.engine.hold.clear()
    (page,) = _pages(desk, tmp_path, "a")
    desk.services.batch.start([page])
    desk.services.session.show(page)
    crop = Crop(Rect(0, 0, 400, 400))
    desk.services.current.edit_crop(crop)
    desk.engine.hold.set()
    qtbot.waitUntil(lambda: desk.services.session[page].is_finished)
    assert desk.services.session[page].analysis.crop == crop


def test_pages_of_one_file_found_on_the_way_join_the_batch(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    first = PageRef(write_pages(tmp_path / "a.tiff", 3))
    desk.services.session.add([first])
    end = _run(desk, qtbot, [first])
    assert end.done == 3


def test_a_dead_engine_costs_the_batch_nothing(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    assert _run(desk, qtbot, _pages(desk, tmp_path, "a", "killer", "b")).done == 3


def test_closed_pages_leave_the_batch(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.engine.hold.clear()
    pages = _pages(desk, tmp_path, *"abcd")
    desk.services.batch.start(pages)
    desk.services.session.remove([pages[0], pages[3]])
    desk.engine.hold.set()
    with qtbot.waitSignal(desk.services.batch.ended) as ended:
        pass
    assert ended.args[0].done == 2


def test_batch_requests_leave_the_interactive_lane_alone(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    lanes: list[Lane] = []
    analyse = desk.engine.analyse
    desk.engine.analyse = lambda request, lane=Lane.INTERACTIVE: (lanes.append(lane), analyse(request, lane))[
        1
    ]
    _run(desk, qtbot, _pages(desk, tmp_path, "a", "b"))
    assert set(lanes) == {Lane.BATCH}


def test_opening_many_shows_the_first_while_the_rest_run(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for i in range(8):
        write_page(tmp_path / "pages" / f"{i}.png")
    with qtbot.waitSignal(desk.services.batch.ended):
        desk.services.opener.open([tmp_path / "pages"])
        qtbot.waitUntil(lambda: len(desk.services.session) == 8)
        first = desk.services.session.pages[0]
        qtbot.waitUntil(lambda: desk.services.session[first].is_finished)
        assert desk.services.session.current == first
        assert any(e.status is EntryStatus.WAITING for e in desk.services.session)
    assert all(e.is_finished for e in desk.services.session)


def _drop(desk: Desk, qtbot: QtBot, folder: Path, *names: str) -> BatchEnd:
    files = [write_page(folder / f"{name}.png") for name in names]
    with qtbot.waitSignal(desk.services.batch.ended) as ended:
        desk.services.opener.open(files)
    return ended.args[0]


def test_the_shown_page_counts_with_those_that_were_dropped(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[Progress] = []
    desk.services.batch.progressed.connect(seen.append)
    end = _drop(desk, qtbot, tmp_path, *"abcd")
    assert (end.done, end.total) == (4, 4)
    assert {p.total for p in seen} == {4}


def test_the_shown_page_is_named_when_it_fails(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    end = _drop(desk, qtbot, tmp_path, "broken1", "broken2")
    assert [page.path.name for page in end.failed] == ["broken1.png", "broken2.png"]


def test_a_page_left_before_it_was_done_is_done_by_the_batch(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.engine.hold.clear()
    files = [write_page(tmp_path / f"{name}.png") for name in "abc"]
    desk.services.opener.open(files)
    qtbot.waitUntil(lambda: desk.services.batch.is_running)
    desk.services.session.step(2)
    with qtbot.waitSignal(desk.services.batch.ended) as ended:
        desk.engine.hold.set()
    assert (ended.args[0].done, ended.args[0].total) == (3, 3)


def test_a_cancelled_batch_counts_what_was_done(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    ended: list[BatchEnd] = []
    desk.services.batch.ended.connect(ended.append)
    desk.services.opener.open([write_page(tmp_path / f"{i}.png") for i in range(8)])
    session = desk.services.session
    qtbot.waitUntil(lambda: sum(e.status is EntryStatus.DONE for e in session) > 2)
    done = sum(e.status is EntryStatus.DONE for e in session)
    desk.services.batch.cancel()
    assert (ended[0].done, ended[0].total, ended[0].cancelled) == (done, 8, True)


def test_a_failed_page_is_not_tried_again_by_being_looked_at(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    _drop(desk, qtbot, tmp_path, "a", "broken")
    session, asked = desk.services.session, len(desk.engine.requests)
    failed = session.pages[1]
    assert session[failed].is_finished
    session.show(failed)
    qtbot.wait(100)
    assert len(desk.engine.requests) == asked
    assert session[failed].error is not None
    desk.services.current.analyse()
    assert len(desk.engine.requests) == asked + 1


def test_another_model_gives_failed_pages_another_chance(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    _drop(desk, qtbot, tmp_path, "a", "broken")
    failed = desk.services.session.pages[1]
    desk.services.session.set_stale(failed)
    assert not desk.services.session[failed].is_finished
