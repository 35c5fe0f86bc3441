"""Takes what is no longer needed out of memory, in the window's thread and at quiet moments.

Python looks for such objects by itself in whatever thread asks for memory next. A look at all objects took
30 to 60 ms while the engine was started; the window stood still meanwhile, whoever did it, and what it finds
in another thread may be a widget, which must not be destroyed there.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS: Final = 1000
YOUNG: Final = 2000
"""So many new objects are worth a look at the young ones."""
YOUNG_LOOKS: Final = 20
"""After so many looks at the young ones comes a look at all that is not settled."""


class GarbageCollector(QObject):
    """Switches Python's own looking off for as long as this lives and is not stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        gc.disable()

    def settle(self) -> None:
        """Count all there is now, modules and widgets above all, as there to stay; look at later ones."""
        gc.freeze()
        self._timer.start()

    def look(self) -> None:
        """Look at young objects when there are many, now and then at all that came after `settle`."""
        if gc.get_count()[0] < YOUNG:
            return
        self._looks = (self._looks + 1) % YOUNG_LOOKS
        gc.collect(2 if self._looks == 0 else 1)

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
