"""Threads and the log of the engine process."""

import logging
import sys

import pytest

from ecgdesk.engine import environment
from ecgdesk.engine.environment import FramesOnly, thread_count


@pytest.mark.parametrize(
    ("cores", "wanted", "threads"), [(1, 0, 1), (2, 0, 1), (8, 0, 7), (8, 3, 3), (4, 99, 4)]
)
def test_one_core_stays_with_the_window(
    monkeypatch: pytest.MonkeyPatch, cores: int, wanted: int, threads: int
) -> None:
    monkeypatch.setattr(environment, "_cores", lambda: cores)
    assert thread_count(wanted) == threads


def test_the_log_says_where_and_never_what_the_message_named() -> None:
    try:
        raise FileNotFoundError("/patients/Jane Doe.png")
    except FileNotFoundError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "request 7 failed", None, sys.exc_info())
    line = FramesOnly("%(message)s").format(record)
    assert "request 7 failed" in line
    assert "FileNotFoundError" in line
    assert "test_environment.py" in line
    assert "Jane" not in line
