"""Two views of the same page that move as one."""

from PySide6.QtCore import QObject

from ecgdesk.ui.canvas.navigation import ZoomView


class LinkedViews(QObject):
    """Zoom and scroll of either view are followed by the other, as long as this is on."""

    def __init__(self, first: ZoomView, second: ZoomView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views = first, second
        self._on = self._following = False
        for view, other in ((first, second), (second, first)):
            view.zoom_changed.connect(lambda _, v=view, o=other: self._follow(v, o))
            for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
                bar.valueChanged.connect(lambda _, v=view, o=other: self._follow(v, o))

    def set_on(self, on: bool) -> None:
        """Begin or end; at the beginning the second view shows what the first does."""
        self._on = on
        self._follow(*self._views)

    def _follow(self, view: ZoomView, other: ZoomView) -> None:
        if not self._on or self._following:
            return
        self._following = True
        if view.fitted:
            other.fit()
        else:
            other.look_like(view)
        self._following = False
