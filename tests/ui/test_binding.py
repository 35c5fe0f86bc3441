"""The Qt binding itself: one release was seen to end the process."""

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_calls_that_return_nothing_leave_none_alone() -> None:
    """PySide6 6.12.0 drops a reference to None at each such call; Python 3.11 dies of it after thousands."""
    qt_object = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        qt_object.setObjectName("x")
    assert sys.getrefcount(None) > before - CALLS / 2
