"""Arrays through shared memory: copied whole, memory used again, and no name left behind."""

import threading
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.engine import shared
from ecgdesk.engine.shared import KEPT_BYTES, MAX_OPEN, Inline, Intake, Outbox, Segment, segment_name

PICTURE = np.arange(60, dtype=np.uint8).reshape(4, 5, 3)


class Pair:
    """Both ends, as in one process."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.outbox, self.intake = Outbox(prefix), Intake(prefix)

    def put(self, array: np.ndarray = PICTURE) -> Segment:
        parcel = self.outbox.put(array)
        assert isinstance(parcel, Segment)
        return parcel

    def send(self, array: np.ndarray) -> tuple[np.ndarray, Segment]:
        parcel = self.put(array)
        received = self.intake.collect(parcel)
        self.outbox.taken(parcel.name)
        return received, parcel

    def close(self) -> None:
        self.outbox.close(remove=False)
        self.intake.close()

    def names(self) -> list[str]:
        return [name for name in (segment_name(self.prefix, n) for n in range(40)) if exists(name)]


@pytest.fixture
def pair(request: pytest.FixtureRequest):  # noqa: ANN201
    both = Pair(f"ecgt{abs(hash(request.node.name)) % 10**8:x}")
    yield both
    both.close()
    assert both.names() == []


def exists(name: str) -> bool:
    try:
        memory = SharedMemory(name)
    except FileNotFoundError:
        return False
    memory.close()
    return True


def test_an_array_arrives_equal_and_its_name_is_gone(pair: Pair) -> None:
    for array in (PICTURE, PICTURE[:, ::2], np.linspace(0, 1, 7, dtype=np.float32)):
        received, _ = pair.send(array)
        assert np.array_equal(received, array)
        assert pair.names() == []


def test_the_same_memory_serves_the_next_array_and_the_copy_is_its_own(pair: Pair) -> None:
    first, one = pair.send(PICTURE)
    second, two = pair.send(PICTURE + 1)
    assert one.name == two.name
    assert np.array_equal(first, PICTURE)
    first += 9
    assert np.array_equal(second, PICTURE + 1)


def test_memory_for_a_huge_array_is_not_kept(pair: Pair) -> None:
    huge = np.zeros(KEPT_BYTES + 1, dtype=np.uint8)
    _, one = pair.send(huge)
    _, two = pair.send(huge)
    assert not one.kept
    assert one.name != two.name


def test_larger_arrays_retire_smaller_memory_and_no_more_is_kept_than_may_be(pair: Pair) -> None:
    for power in range(20, 26):
        waiting = [pair.put(np.full(2**power, n, dtype=np.uint8)) for n in range(MAX_OPEN)]
        for n, parcel in enumerate(waiting):
            assert pair.intake.collect(parcel)[-1] == n
            pair.outbox.taken(parcel.name)
    assert len(pair.outbox._free) <= MAX_OPEN
    assert pair.intake._mapped.keys() == pair.outbox._free.keys()


def test_an_empty_array_travels_in_the_message(pair: Pair) -> None:
    assert isinstance(pair.outbox.put(np.empty((0, 0))), Inline)


def test_full_shared_memory_is_no_reason_to_fail(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "_fits", lambda size: False)
    parcel = pair.outbox.put(PICTURE)
    assert isinstance(parcel, Inline)
    assert np.array_equal(pair.intake.collect(parcel), PICTURE)


def test_the_engine_waits_when_too_many_segments_are_not_taken(pair: Pair) -> None:
    parcels = [pair.put() for _ in range(MAX_OPEN)]
    more: list[shared.Parcel] = []
    thread = threading.Thread(target=lambda: more.append(pair.outbox.put(PICTURE)))
    thread.start()
    thread.join(0.1)
    assert not more
    pair.intake.collect(parcels[0])
    pair.outbox.taken(parcels[0].name)
    thread.join(5)
    assert len(more) == 1
    for parcel in (*parcels[1:], *more):
        pair.intake.discard(parcel)


def test_closing_lets_a_waiting_engine_go(pair: Pair) -> None:
    for _ in range(MAX_OPEN):
        pair.outbox.put(PICTURE)
    thread = threading.Thread(target=lambda: pair.outbox.put(PICTURE))
    thread.start()
    pair.outbox.close(remove=False)
    thread.join(5)
    assert not thread.is_alive()


def test_the_client_removes_all_that_a_dead_engine_can_have_left(pair: Pair) -> None:
    pair.send(PICTURE)
    for _ in range(MAX_OPEN):
        pair.put()
    assert pair.names()
    pair.intake.close()
    assert pair.names() == []


def test_an_engine_without_a_client_removes_what_was_not_taken(pair: Pair) -> None:
    pair.send(PICTURE)
    for _ in range(MAX_OPEN):
        pair.put()
    pair.outbox.close(remove=True)
    assert pair.names() == []


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs Linux's view of shared memory")
def test_a_segment_that_never_got_its_size_is_removed_too(pair: Pair) -> None:
    torn = Path("/dev/shm") / segment_name(pair.prefix, 2)
    torn.touch()
    pair.intake.close()
    assert not torn.exists()


def test_discarded_memory_can_be_used_again(pair: Pair) -> None:
    parcel = pair.put()
    pair.intake.discard(parcel)
    pair.outbox.taken(parcel.name)
    assert pair.names() == []
    received, again = pair.send(PICTURE + 1)
    assert again.name == parcel.name
    assert np.array_equal(received, PICTURE + 1)


def test_a_segment_that_is_gone_is_an_error_and_no_crash(pair: Pair) -> None:
    parcel = pair.put()
    other = SharedMemory(parcel.name)
    other.close()
    other.unlink()
    pair.intake.discard(None)
    with pytest.raises(FileNotFoundError):
        pair.intake.collect(parcel)
    pair.intake.discard(parcel)
