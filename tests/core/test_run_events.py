"""Events of a run survive the way through a line; newer fields are passed over."""

import json

import pytest

from ecgdesk.core.run_events import (
    KINDS,
    Batch,
    Epoch,
    Event,
    Failed,
    Finished,
    Fold,
    Notice,
    Paused,
    Resumed,
    Started,
    Stopped,
    from_line,
    to_line,
)

EVENTS = [
    Started("r", 4, ("a", "b"), ("fold 1", "final"), 2, "cpu"),
    Resumed("fold 1", 2, 3),
    Batch("fold 1", 1, 1, 2, 0.5, 1e-3),
    Epoch("fold 1", 1, 2, 0.5, None, None, 0.1, True, 12.5, None),
    Fold("fold 1", 2, 0.5, 0.4),
    Notice("fold 1", "The batch was halved."),
    Finished("model.ecgmodel", 0.5, 0.4),
    Paused("Put aside."),
    Stopped("", "Stopped."),
    Failed("Broken.", "Mend it."),
]


def test_every_kind_is_tried_here() -> None:
    assert {event.kind for event in EVENTS} == set(KINDS)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.kind)
def test_an_event_survives_its_line(event: Event) -> None:
    line = to_line(event)
    assert line.endswith("\n")
    assert json.loads(line)["event"] == event.kind
    assert from_line(line) == event


def test_fields_of_a_later_version_are_passed_over() -> None:
    values = {**json.loads(to_line(EVENTS[4])), "of_tomorrow": 1}
    assert from_line(json.dumps(values)) == EVENTS[4]


@pytest.mark.parametrize("line", ["{}", '{"event": "unheard of"}', "[1]", '{"event": "batch"}', "nonsense"])
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"not an event|Expecting"):
        from_line(line)
