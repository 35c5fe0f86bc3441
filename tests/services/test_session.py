from dataclasses import replace
from pathlib import Path

import pytest

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.services.entry import Entry, EntryStatus, Problem, heat_of
from ecgdesk.services.session import HEAT_MAPS_KEPT, OPENED_AT_ONCE, Session
from tests.fakes.pages import classified, quality_for

CROP = Crop(Rect(10, 20, 300, 200))
A, B, C = (PageRef(Path(f"/x/{name}.png")) for name in "abc")


@pytest.fixture
def session() -> Session:
    made = Session()
    made.add([A, B, C])
    return made


def _analysis(page: PageRef):  # noqa: ANN202
    return classified(AnalysisRequest(page, "fake-1"), CROP, quality_for(page.path.name))


def test_a_page_is_open_once(session: Session) -> None:
    assert session.add([B]) == []
    assert session.pages == [A, B, C]


def test_removing_the_shown_page_shows_the_next_then_the_one_before(session: Session) -> None:
    session.show(B)
    session.remove([B])
    assert session.current == C
    session.remove([C])
    assert session.current == A
    session.remove([A])
    assert session.current is None


def test_removed_pages_go_back_where_they_were(session: Session) -> None:
    session.set_crop(C, CROP)
    removed = session.remove([A, C])
    session.put_back(removed)
    assert session.pages == [A, B, C]
    assert session[C].crop == CROP


def test_stepping_stops_at_the_ends(session: Session) -> None:
    session.show(A)
    session.step(-1)
    assert session.current == A
    session.step(5)
    assert session.current == C


def test_further_pages_of_a_file_follow_the_first(session: Session) -> None:
    found: list[PageRef] = []
    session.pages_found.connect(found.extend)
    session.page_read(A, proposed=CROP, size=(10, 10), page_count=3)
    session.page_read(A, proposed=CROP, size=(10, 10), page_count=3)
    assert session.pages == [A, PageRef(A.path, 2), PageRef(A.path, 3), B, C]
    assert found == [PageRef(A.path, 2), PageRef(A.path, 3)]


def test_closing_a_further_page_does_not_bring_it_back(session: Session) -> None:
    session.page_read(A, proposed=CROP, size=(10, 10), page_count=2)
    session.remove([PageRef(A.path, 2)])
    session.page_read(A, proposed=CROP, size=(10, 10), page_count=2)
    assert session.pages == [A, B, C]


def test_another_crop_makes_the_result_stale_until_the_next_one(session: Session) -> None:
    session.set_analysis(A, _analysis(A), final=True)
    assert session[A].is_finished
    session.set_crop(A, replace(CROP, rotation_deg=1.0))
    assert (session[A].stale, session[A].has_result) == (True, False)
    session.set_analysis(A, _analysis(A), final=True)
    assert session[A].has_result


def test_an_error_keeps_the_older_result_and_marks_it(session: Session) -> None:
    session.set_analysis(A, _analysis(A), final=True)
    session.set_error(A, Problem("engine", "It stopped."))
    assert session[A].analysis is not None
    assert (session[A].stale, session[A].status) == (True, EntryStatus.FAILED)


def test_few_heat_maps_stay_in_memory_and_the_shown_one_among_them() -> None:
    session = Session()
    pages = [PageRef(Path(f"/x/{i}.png")) for i in range(HEAT_MAPS_KEPT + 3)]
    session.add(pages)
    session.show(pages[0])
    for page in pages:
        session.set_analysis(page, _analysis(page), final=True)
    warm = [p for p in pages if heat_of(session[p].analysis) is not None]
    assert len(warm) == HEAT_MAPS_KEPT
    assert pages[0] in warm
    assert all(session[p].has_result for p in pages)


def test_results_for_pages_that_were_closed_are_ignored(session: Session) -> None:
    session.remove([A])
    session.set_analysis(A, _analysis(A), final=True)
    session.set_error(A, Problem("x", "y"))
    assert A not in session


def test_a_dropped_analysis_leaves_the_page_waiting_or_with_its_older_result(session: Session) -> None:
    session.set_status(A, EntryStatus.RUNNING)
    session.rest(A)
    assert session[A].status is EntryStatus.WAITING
    session.insert(0, [Entry(PageRef(Path("/x/d.png")), analysis=_analysis(A), status=EntryStatus.RUNNING)])
    session.rest(PageRef(Path("/x/d.png")))
    assert session[PageRef(Path("/x/d.png"))].status is EntryStatus.DONE


def test_of_a_file_with_many_pages_only_the_first_is_opened(session: Session) -> None:
    many: list[PageRef] = []
    session.more_pages.connect(many.append)
    session.page_read(A, proposed=CROP, size=(10, 10), page_count=OPENED_AT_ONCE + 1)
    assert session.pages == [A, B, C]
    assert many == [A]
    assert session[A].page_count == OPENED_AT_ONCE + 1


def test_chosen_pages_open_in_order_and_the_others_close(session: Session) -> None:
    session.page_read(A, proposed=CROP, size=(10, 10), page_count=20)
    found: list[PageRef] = []
    session.pages_found.connect(found.extend)
    session.choose_pages(A.path, [7, 3])
    assert session.pages == [PageRef(A.path, 3), PageRef(A.path, 7), B, C]
    assert found == [PageRef(A.path, 3), PageRef(A.path, 7)]
    chosen = session.choose_pages(A.path, [1, 5, 7])
    assert session.pages_of(A.path) == [1, 5, 7]
    assert session.pages[:3] == [A, PageRef(A.path, 5), PageRef(A.path, 7)]
    assert [entry.page.number for _, entry in chosen.removed] == [3]
    assert session[PageRef(A.path, 5)].page_count == 20
