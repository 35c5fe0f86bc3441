"""Arrays through shared memory: copied whole, and no name left behind."""

import threading
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.engine import shared
from ecgdesk.engine.shared import MAX_OPEN, Inline, Outbox, Segment, collect, discard, segment_name, sweep

PICTURE = np.arange(60, dtype=np.uint8).reshape(4, 5, 3)


def exists(name: str) -> bool:
    try:
        memory = SharedMemory(name)
    except FileNotFoundError:
        return False
    memory.close()
    return True


def put_segment(outbox: Outbox, array: np.ndarray = PICTURE) -> Segment:
    parcel = outbox.put(array)
    assert isinstance(parcel, Segment)
    return parcel


def test_an_array_arrives_equal_and_its_name_is_gone() -> None:
    outbox = Outbox("ecgtest1")
    for array in (PICTURE, PICTURE[:, ::2], np.linspace(0, 1, 7, dtype=np.float32)):
        parcel = put_segment(outbox, array)
        assert np.array_equal(collect(parcel), array)
        assert not exists(parcel.name)
        outbox.taken(parcel.name)


def test_the_copy_outlives_the_segment_and_may_be_written() -> None:
    outbox = Outbox("ecgtest2")
    parcel = put_segment(outbox)
    array = collect(parcel)
    outbox.taken(parcel.name)
    array += 1
    assert array[0, 0, 0] == 1


def test_an_empty_array_travels_in_the_message() -> None:
    assert isinstance(Outbox("ecgtest3").put(np.empty((0, 0))), Inline)


def test_full_shared_memory_is_no_reason_to_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "_fits", lambda size: False)
    parcel = Outbox("ecgtest4").put(PICTURE)
    assert isinstance(parcel, Inline)
    assert np.array_equal(collect(parcel), PICTURE)


def test_the_engine_waits_when_too_many_segments_are_not_taken() -> None:
    outbox = Outbox("ecgtest5")
    parcels = [put_segment(outbox) for _ in range(MAX_OPEN)]
    more: list[shared.Parcel] = []
    thread = threading.Thread(target=lambda: more.append(outbox.put(PICTURE)))
    thread.start()
    thread.join(0.1)
    assert not more
    collect(parcels[0])
    outbox.taken(parcels[0].name)
    thread.join(5)
    assert len(more) == 1
    outbox.close(remove=True)
    assert not any(exists(segment_name("ecgtest5", n)) for n in range(MAX_OPEN + 2))


def test_closing_lets_a_waiting_engine_go() -> None:
    outbox = Outbox("ecgtest6")
    for _ in range(MAX_OPEN):
        outbox.put(PICTURE)
    thread = threading.Thread(target=lambda: outbox.put(PICTURE))
    thread.start()
    outbox.close(remove=True)
    thread.join(5)
    assert not thread.is_alive()


def test_sweeping_removes_all_that_a_dead_engine_can_have_left() -> None:
    outbox = Outbox("ecgtest7")
    seen = put_segment(outbox)
    left = [put_segment(outbox) for _ in range(MAX_OPEN - 1)]
    collect(seen)
    sweep("ecgtest7", 1)
    assert not any(exists(parcel.name) for parcel in left)
    outbox.close(remove=False)


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs Linux's view of shared memory")
def test_sweeping_removes_a_segment_that_never_got_its_size() -> None:
    torn = Path("/dev/shm") / segment_name("ecgtest8", 2)
    torn.touch()
    sweep("ecgtest8", 0)
    assert not torn.exists()


def test_discarding_removes_and_collecting_then_says_so() -> None:
    outbox = Outbox("ecgtest9")
    parcel = put_segment(outbox)
    discard(parcel)
    discard(None)
    assert not exists(parcel.name)
    with pytest.raises(FileNotFoundError):
        collect(parcel)
    outbox.close(remove=False)
