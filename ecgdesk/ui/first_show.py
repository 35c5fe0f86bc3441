"""What the first showing of widgets would do all at once, done before, a few widgets at a time."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QWidget

_AT_A_TIME: Final = 24


def made_ready(whole: QWidget) -> Iterator[bool]:
    """Yield True after each few widgets that were dressed by the style sheet and have their icons drawn.

    A part of the window with a hundred widgets takes 10 to 20 ms for that, and pages are waited for then.
    """
    for place, widget in enumerate([whole, *whole.findChildren(QWidget)], start=1):
        with suppress(RuntimeError):  # deleted since the list was made
            _dress(widget)
        if place % _AT_A_TIME == 0:
            yield True
    yield True


def _dress(widget: QWidget) -> None:
    widget.ensurePolished()
    if isinstance(widget, QAbstractButton) and not widget.icon().isNull():
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            for state in (QIcon.State.Off, QIcon.State.On) if widget.isCheckable() else (QIcon.State.Off,):
                widget.icon().pixmap(widget.iconSize(), widget.devicePixelRatioF(), mode, state)
