"""Memory is looked through in the window's thread, and what is there to stay is not looked at again."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QObject

from ecgdesk.services.garbage import YOUNG, GarbageCollector


class Knot:
    """An object that only a look at cycles can remove."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def collector(qapp: QObject) -> Iterator[GarbageCollector]:
    gc.collect()
    made = GarbageCollector()
    yield made
    made.stop()
    gc.unfreeze()


def test_python_does_not_look_by_itself(collector: GarbageCollector) -> None:
    knot = ref(Knot())
    many = [[number] for number in range(20 * YOUNG)]
    assert knot() is not None
    assert len(many) == 20 * YOUNG


def test_what_came_after_settling_is_removed_when_there_is_much(collector: GarbageCollector) -> None:
    collector.settle()
    knot = ref(Knot())
    collector.look()
    assert knot() is not None
    many = [[number] for number in range(2 * YOUNG)]
    collector.look()
    assert knot() is None
    assert len(many) == 2 * YOUNG


def test_what_was_there_at_settling_is_not_looked_at(collector: GarbageCollector) -> None:
    collector.settle()
    assert gc.get_freeze_count() > 10_000
    assert len(gc.get_objects()) < 5_000


def test_at_the_end_python_looks_again(collector: GarbageCollector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
