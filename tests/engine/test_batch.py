"""Many pages, one after another, in the order they were given."""

from pathlib import Path

import pytest

from ecgdesk.core.analysis import AnalysisRequest, Status
from ecgdesk.core.page import PageRef
from ecgdesk.engine.batch import AHEAD, analyse_all, outcomes
from ecgdesk.engine.client import EngineClient
from ecgdesk.engine.protocol import StateChanged
from tests.engine.fakes import fake_analyst
from tests.engine.instant import InstantEngine


def request(name: str, number: int = 1) -> AnalysisRequest:
    return AnalysisRequest(PageRef(Path(name), number), "m")


def test_results_come_in_order_and_bad_pages_are_results_too() -> None:
    names = ["a.png", "bad.png", "b.png"]
    got = list(analyse_all(InstantEngine(), [request(n) for n in names]))
    assert [a.page.path.name for a in got] == names
    assert [a.status for a in got] == [Status.OK, Status.ERROR, Status.OK]
    assert got[1].reason == "bad.png is empty. Scan it again."


def test_every_page_of_a_file_is_analysed_in_its_place() -> None:
    got = list(outcomes(InstantEngine(), [request("a.png"), request("pages.pdf"), request("z.png")]))
    places = [(o.analysis.page.path.name, o.analysis.page.number) for o in got]
    assert places == [("a.png", 1), ("pages.pdf", 1), ("pages.pdf", 2), ("pages.pdf", 3), ("z.png", 1)]
    assert all(o.page is not None for o in got)


def test_one_page_is_one_page_where_only_that_was_asked() -> None:
    assert len(list(analyse_all(InstantEngine(), [request("pages.pdf")]))) == 1
    assert len(list(outcomes(InstantEngine(), [request("pages.pdf", 2)]))) == 1


def test_what_was_good_stays_when_a_later_stage_fails() -> None:
    (got,) = analyse_all(InstantEngine(), [request("late.png")])
    assert got.status is Status.OK
    assert got.prediction is not None
    assert [c.problem for c in got.cautions] == ["The checks failed."]


def test_pages_are_asked_for_only_as_their_results_are_taken() -> None:
    engine = InstantEngine()
    results = outcomes(engine, [request(f"{n}.png") for n in range(50)])
    for taken in range(1, 10):
        next(results)
        assert len(engine.asked) <= taken + AHEAD


def test_progress_and_states_are_told() -> None:
    steps: list[tuple[int, int]] = []
    states: list[StateChanged] = []
    pages = [request("a.png"), request("pages.pdf")]
    list(outcomes(InstantEngine(), pages, lambda *step: steps.append(step), states.append))
    assert steps == [(1, 2), (2, 4), (3, 4), (4, 4)]  # the second file turns out to hold three pages
    assert [s.sentence for s in states] == ["Ready."]


def test_nothing_to_do_ends_at_once() -> None:
    assert list(analyse_all(InstantEngine(), [])) == []


@pytest.mark.parametrize("bad", ["broken.png", "bug.png", "kill.png"])
def test_a_hostile_file_in_the_midst_costs_only_itself(bad: str) -> None:
    engine = EngineClient(factory=fake_analyst)
    names = ["a.png", bad, "b.png", bad, "c.png"]
    try:
        got = list(analyse_all(engine, [request(n, i + 1) for i, n in enumerate(names)]))
    finally:
        engine.close()
    assert [a.page.path.name for a in got] == names
    assert [a.status for a in got] == [Status.OK, Status.ERROR, Status.OK, Status.ERROR, Status.OK]
    assert all(bad in a.reason for a in got if a.status is Status.ERROR)
