"""The file of events holds whole JSON lines and nothing else."""

import json
from pathlib import Path

import pytest

from training.events import Batch, Epoch, EventWriter, Failed, Started, from_line, read_events, to_line

EVENTS = [
    Started("tiny", 40, ("few", "many"), ("fold 1", "final"), 2),
    Batch("fold 1", 1, 1, 5, 0.7, 1e-3),
    Epoch("fold 1", 1, 2, 0.7, None, None, 0.1),
    Failed("The page “ä” is cut off.\nReally.", "Replace it."),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.kind)
def test_an_event_comes_back_as_it_was(event: Started) -> None:
    line = to_line(event)
    assert line.count("\n") == 1
    assert json.loads(line)["event"] == event.kind
    assert from_line(line) == event


def test_the_reader_leaves_an_unfinished_line(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    writer = EventWriter(path)
    for event in EVENTS:
        writer.write(event)
    writer.close()
    with path.open("a") as file:
        file.write('{"event": "batch", "fit"')
    assert list(read_events(path)) == EVENTS


def test_a_foreign_line_is_refused() -> None:
    with pytest.raises(ValueError, match="not an event"):
        from_line('{"event": "party"}\n')
