"""What a killed process left of a line is cut off before a run goes on."""

from pathlib import Path

import pytest

from ecgdesk.core.run_events import Batch, Epoch, Failed, Started, to_line
from ecgdesk.core.run_history import read_events
from training.events import EventWriter

EVENTS = [
    Started("tiny", 40, ("few", "many"), ("fold 1", "final"), 2),
    Batch("fold 1", 1, 1, 5, 0.7, 1e-3),
    Epoch("fold 1", 1, 2, 0.7, None, None, 0.1),
]
LAST = Failed("The page “ä” is cut off.\nReally.", "Replace it.")
WHOLE = "".join(map(to_line, EVENTS)).encode()


def write(path: Path, *events: object) -> None:
    writer = EventWriter(path)
    for event in events:
        writer.write(event)  # type: ignore[arg-type]
    writer.close()


@pytest.mark.parametrize(
    "torn", [b"", b'{"event": "batch", "fit"', b"\0\0\0\0", b"\0\0\n" + WHOLE, b'{"event"}\n']
)
def test_the_file_stays_readable_whatever_a_crash_left(tmp_path: Path, torn: bytes) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(WHOLE + torn)
    write(path, LAST)
    assert list(read_events(path)) == [*EVENTS, LAST]


def test_each_place_where_a_line_can_be_torn(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    line = to_line(EVENTS[1]).encode()
    for length in range(len(line)):
        path.write_bytes(WHOLE + line[:length])
        write(path, LAST)
        assert list(read_events(path)) == [*EVENTS, LAST]
