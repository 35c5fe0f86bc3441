"""Small pictures of training pages, read by the engine's process like any other page."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import PageLoaded, RequestDropped, RequestFailed
from ecgdesk.services.bundle import Services
from ecgdesk.ui.icons import icon
from ecgdesk.ui.theme import TextSize, current_theme, set_text_size, space
from ecgdesk.ui.thumbnails import small_picture

PICTURE = QSize(128, 92)


class Pictures(QObject):
    """Reads one page at a time and keeps its small picture."""

    ready = Signal(object, QImage)
    """The path and its picture."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._jobs = services.engine, services.jobs
        self._wanted: deque[Path] = deque()
        self._known: dict[Path, QImage] = {}
        self._request: int | None = None
        self._engine.page_loaded.connect(self._on_loaded)
        self._engine.request_failed.connect(self._on_gone)
        self._engine.request_dropped.connect(self._on_gone)

    def want(self, paths: Iterable[Path]) -> None:
        """Read these pages, before any that were wanted earlier."""
        for path in reversed(list(paths)):
            if path in self._known:
                self.ready.emit(path, self._known[path])
            elif path not in self._wanted:
                self._wanted.appendleft(path)
        self._next()

    def _next(self) -> None:
        if self._request is None and self._wanted:
            self._request = self._engine.load(PageRef(self._wanted.popleft()))

    def _on_loaded(self, event: PageLoaded) -> None:
        if event.request_id != self._request:
            return
        self._request = None
        page = event.page
        self._jobs.submit(
            lambda: small_picture(page), lambda image: self._keep(page.ref.path, image), lambda _: None
        )
        self._next()

    def _keep(self, path: Path, image: QImage) -> None:
        self._known[path] = image
        self.ready.emit(path, image)

    def _on_gone(self, event: RequestFailed | RequestDropped) -> None:
        if event.request_id == self._request:
            self._request = None
            self._next()


class Thumbnail(QAbstractButton):
    """A page's small picture with a line of words below; a click asks to see the page."""

    wanted = Signal(object)
    """The path of the page."""

    def __init__(
        self, path: Path | None, words: str, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        """`path` is None for a page that is no longer there."""
        super().__init__(parent)
        self.path, self._image = path, QImage()
        set_text_size(self, TextSize.SMALL)
        self.setText(words)
        name = self.tr("(not there)") if path is None else path.name
        self.setToolTip(f"{name}\n{words}")
        self.setAccessibleName(self.tr("Page {name}, {words}").format(name=name, words=words))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setEnabled(path is not None)
        if path is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        pictures.ready.connect(self._on_ready)
        self.clicked.connect(lambda _checked=False: self.wanted.emit(self.path))

    @property
    def has_picture(self) -> bool:
        """Whether a picture is there."""
        return not self._image.isNull()

    def show_picture(self, file: Path) -> None:
        """Show a picture that the program itself made, such as a heat map."""
        image = QImage(str(file))
        if not image.isNull():
            self._image = image
            self.update()

    def sizeHint(self) -> QSize:
        """Picture, gap and as many lines as the words have."""
        lines = self.text().count("\n") + 1
        return QSize(PICTURE.width(), PICTURE.height() + space(0.5) + lines * self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or a sign that it is not there yet, and the words."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(0, 0, PICTURE.width(), PICTURE.height())
        painter.fillRect(box, theme.color("well"))
        if self._image.isNull():
            side = space(3)
            icon("page", "muted").paint(
                painter, round(box.center().x() - side / 2), round(box.center().y() - side / 2), side, side
            )
        else:
            painter.drawImage(_fitted(self._image.size(), box), self._image)
        if self.hasFocus() or self.underMouse():
            painter.setPen(theme.color("accent"))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(current_theme().color("text"))
        metrics, top = self.fontMetrics(), PICTURE.height() + space(0.5)
        for number, line in enumerate(self.text().split("\n")):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, self.width())
            place = QRectF(0, top + number * metrics.height(), self.width(), metrics.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeading), shown)

    def _on_ready(self, path: Path, image: QImage) -> None:
        if path == self.path:
            self._image = image
            self.update()


def _fitted(size: QSize, box: QRectF) -> QRectF:
    fitted = size.scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, fitted.width(), fitted.height())
    place.moveCenter(box.center())
    return place
