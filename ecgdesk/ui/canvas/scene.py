"""What lies on the canvas, in pixels of the straightened page: paper, page, heat map."""

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from ecgdesk.core.geometry import Crop, Size, straight_transform
from ecgdesk.ui.canvas.background import LatestJob
from ecgdesk.ui.canvas.heat_item import HeatItem
from ecgdesk.ui.canvas.marks_item import MarksItem
from ecgdesk.ui.canvas.page_item import PageItem, PaperItem, to_qtransform
from ecgdesk.ui.canvas.pyramid import Pyramid, build_pyramid, coarse_pyramid
from ecgdesk.ui.canvas.traces_item import TracesItem


class PageScene(QGraphicsScene):
    """Shows a rough page at once and the fine one as soon as its levels are made."""

    sharpened = Signal()
    """All levels of the page are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Few items that fill the view: an index would only cost.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._paper, self._picture, self.heat = PaperItem(), PageItem(), HeatItem()
        self.marks, self.traces = MarksItem(), TracesItem()
        for item in (self._paper, self._picture, self.heat, self.traces, self.marks):
            self.addItem(item)
        self._levels = LatestJob(self)
        self._levels.finished.connect(self._on_levels_made)

    @property
    def pyramid(self) -> Pyramid | None:
        """The shown page at several sizes."""
        return self._picture.pyramid

    def show_pixels(self, pixels: NDArray[np.uint8]) -> None:
        """Show an RGB page of shape (height, width, 3)."""
        self._picture.set_pyramid(coarse_pyramid(pixels))
        self._levels.submit(partial(build_pyramid, pixels))

    def clear_page(self) -> None:
        """Show nothing."""
        self._levels.drop()
        self._picture.set_pyramid(None)
        self._paper.set_size((0, 0))

    def straighten(self, page_size: Size, crop: Crop) -> QRectF:
        """Lay the page as the crop says; returns the straightened page's rectangle."""
        matrix, size = straight_transform(page_size, crop.rotation_deg, crop.corners)
        self._picture.setTransform(to_qtransform(matrix))
        self._paper.set_size(size)
        return QRectF(0, 0, *size)

    def _on_levels_made(self, pyramid: Pyramid) -> None:
        self._picture.set_pyramid(pyramid)
        self.sharpened.emit()
