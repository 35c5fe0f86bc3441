"""Small pictures for the page list, made in the background from pixels that pass by."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.page import Page, PageRef
from ecgdesk.services.jobs import Jobs

THUMBNAIL = QSize(128, 92)
"""Twice the size it is drawn at, for dense screens."""
ROUGH_FACTOR = 3
AFTER_THE_PAGE_MS = 80


def small_picture(page: Page) -> QImage:
    """Return the page scaled into the thumbnail's box; safe outside the UI thread."""
    height, width = page.pixels.shape[:2]
    step = max(
        1, min(width // (ROUGH_FACTOR * THUMBNAIL.width()), height // (ROUGH_FACTOR * THUMBNAIL.height()))
    )
    rough = np.ascontiguousarray(page.pixels[::step, ::step])
    image = QImage(rough.data, rough.shape[1], rough.shape[0], rough.strides[0], QImage.Format.Format_RGB888)
    return image.scaled(
        THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).copy()


class Thumbnails(QObject):
    """Keeps one small picture for each open page."""

    ready = Signal(object)
    """The page."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._images: dict[PageRef, QImage] = {}

    def __contains__(self, page: object) -> bool:
        return page in self._images

    def image(self, page: PageRef) -> QImage | None:
        """The picture of a page, once there is one."""
        return self._images.get(page)

    def take_soon(self, page: Page) -> None:
        """Make the picture of a page once the page itself has been shown."""
        if page.ref not in self._images:
            QTimer.singleShot(AFTER_THE_PAGE_MS, self, lambda: self.take(page))

    def take(self, page: Page) -> None:
        """Make the picture of a page that has just been read."""
        if page.ref in self._images:
            return
        done: Callable[[QImage], None] = lambda image: self._keep(page.ref, image)  # noqa: E731
        self._jobs.submit(lambda: small_picture(page), done, self._on_failed)

    def forget(self, pages: list[PageRef]) -> None:
        """Drop the pictures of closed pages."""
        for page in pages:
            self._images.pop(page, None)

    def _keep(self, page: PageRef, image: QImage) -> None:
        self._images[page] = image
        self.ready.emit(page)

    def _on_failed(self, error: EcgdeskError) -> None:
        """A page without a thumbnail shows its icon; the log has the cause."""
