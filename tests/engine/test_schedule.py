"""Which request goes next, without any process."""

from pathlib import Path

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.page import PageRef
from ecgdesk.engine.messages import AnalysePage, LoadPage, SeePage
from ecgdesk.engine.protocol import Lane
from ecgdesk.engine.schedule import Entry, Schedule

PAGE = PageRef(Path("a.png"))


def load(number: int) -> Entry:
    return Entry(LoadPage(number, PAGE))


def picture(number: int) -> Entry:
    return Entry(SeePage(number, AnalysisRequest(PAGE, "m")))


def analysis(number: int, lane: Lane = Lane.INTERACTIVE) -> Entry:
    return Entry(AnalysePage(number, AnalysisRequest(PAGE, "m"), lane))


def batch(number: int) -> Entry:
    return analysis(number, Lane.BATCH)


def filled(*entries: Entry) -> Schedule:
    schedule = Schedule()
    for entry in entries:
        schedule.add(entry)
    return schedule


def handed_out(schedule: Schedule) -> list[int]:
    numbers = []
    while (entry := schedule.next()) is not None:
        numbers.append(entry.task.id)
    return numbers


def test_loads_go_first_then_interactive_then_two_of_the_batch() -> None:
    schedule = filled(batch(1), batch(2), batch(3), analysis(4), load(5))
    assert handed_out(schedule) == [5, 4, 1, 2]


def test_the_newest_load_goes_first_and_one_at_a_time() -> None:
    schedule = filled(load(1), load(2), load(3))
    assert handed_out(schedule) == [3]
    schedule.ended(3)
    assert handed_out(schedule) == [2]


def test_a_new_picture_replaces_the_one_sent_and_the_one_waiting_but_no_analysis() -> None:
    schedule = filled(analysis(1), picture(2))
    assert handed_out(schedule) == [2, 1]
    assert [(e.task.id, sent) for e, sent in schedule.add(picture(3))] == [(2, True)]
    assert [(e.task.id, sent) for e, sent in schedule.add(picture(4))] == [(3, False)]
    assert schedule.add(load(5)) == []
    assert handed_out(schedule) == [5]


def test_a_picture_comes_again_after_a_death() -> None:
    schedule = filled(picture(1))
    assert handed_out(schedule) == [1]
    assert schedule.process_gone(blame=False) == []
    assert handed_out(schedule) == [1]


def test_a_new_interactive_request_replaces_the_one_sent_and_the_one_waiting() -> None:
    schedule = filled(analysis(1))
    handed_out(schedule)
    assert [(e.task.id, sent) for e, sent in schedule.add(analysis(2))] == [(1, True)]
    assert [(e.task.id, sent) for e, sent in schedule.add(analysis(3))] == [(2, False)]
    assert handed_out(schedule) == [3]


def test_the_batch_moves_on_as_pages_end() -> None:
    schedule = filled(*(batch(n) for n in range(1, 5)))
    assert handed_out(schedule) == [1, 2]
    schedule.ended(1)
    assert handed_out(schedule) == [3]


def test_a_dead_process_gives_everything_back_in_order() -> None:
    schedule = filled(batch(1), batch(2), batch(3), analysis(4), load(5))
    handed_out(schedule)
    schedule.began(1)
    assert schedule.process_gone(blame=False) == []
    assert handed_out(schedule) == [5, 4, 1, 2]


def test_a_blamed_request_waits_until_another_is_served() -> None:
    schedule = filled(batch(1), batch(2), batch(3), load(4))
    handed_out(schedule)
    schedule.began(4)
    schedule.process_gone(blame=True)
    assert handed_out(schedule) == [1, 2]
    schedule.ended(1)
    assert handed_out(schedule) == [4, 3]


def test_blamed_requests_go_when_nothing_else_is_asked_for() -> None:
    schedule = filled(batch(1), analysis(2))
    for blamed in (1, 2):
        handed_out(schedule)
        schedule.began(blamed)
        schedule.process_gone(blame=True)
    assert handed_out(schedule) == [2, 1]


def test_a_request_that_rests_is_not_blamed() -> None:
    schedule = filled(batch(1))
    for _ in range(3):
        handed_out(schedule)
        schedule.began(1)
        schedule.rests(1)
        assert schedule.running_id is None
        assert schedule.process_gone(blame=True) == []
    assert handed_out(schedule) == [1]


def test_only_the_running_request_is_blamed_and_given_up_the_second_time() -> None:
    schedule = filled(batch(1), batch(2))
    handed_out(schedule)
    schedule.began(1)
    assert schedule.process_gone(blame=True) == []
    assert handed_out(schedule) == [2]
    schedule.ended(2)
    schedule.add(batch(3))
    assert handed_out(schedule) == [1, 3]
    schedule.began(1)
    assert [e.task.id for e in schedule.process_gone(blame=True)] == [1]
    assert handed_out(schedule) == [3]


def test_a_restart_on_purpose_blames_nobody() -> None:
    schedule = filled(batch(1))
    for _ in range(5):
        handed_out(schedule)
        schedule.began(1)
        assert schedule.process_gone(blame=False) == []


def test_cancelling_says_whether_the_process_must_be_told() -> None:
    schedule = filled(batch(1), batch(2), batch(3))
    handed_out(schedule)
    told = {n: schedule.cancel(n) for n in (1, 3, 9)}
    assert told[1] is not None
    assert told[1][1] is True
    assert told[3] is not None
    assert told[3][1] is False
    assert told[9] is None
    assert handed_out(schedule) == []


def test_cancel_all_forgets_everything_oldest_first() -> None:
    schedule = filled(batch(1), load(2), analysis(3), batch(4))
    handed_out(schedule)
    assert [e.task.id for e, _ in schedule.cancel_all()] == [1, 2, 3, 4]
    assert schedule.cancel_all() == []
