"""A canvas with a made-up page, and a hand that works on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QUndoStack
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import Page, PageRef
from ecgdesk.ui.canvas import PageCanvas
from tests.fakes.pages import paper
from tests.fakes.reading import fake_reading

PAGE_SIZE = (800, 600)
CROP = Crop(Rect(100, 150, 700, 500), origin="frame")


def page_of(pixels: NDArray[np.uint8], name: str = "a.png") -> Page:
    return Page(PageRef(Path(name)), pixels, 1, "0" * 64)


def grey_page(name: str = "a.png") -> Page:
    return page_of(np.full((PAGE_SIZE[1], PAGE_SIZE[0], 3), 200, dtype=np.uint8), name)


@dataclass
class Hand:
    """Works on a canvas in page coordinates, through real mouse and key events."""

    canvas: PageCanvas
    stack: QUndoStack
    edits: list[Crop] = field(default_factory=list)
    marks: list[Marks] = field(default_factory=list)

    @property
    def crop(self) -> Crop:
        crop = self.canvas.current_crop()
        assert crop is not None
        return crop

    def screen(self, x: float, y: float) -> QPoint:
        return self.canvas.view.to_screen().map(QPointF(x, y)).toPoint()

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        release: bool = True,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        viewport = self.canvas.view.viewport()
        begin, target = self.screen(*start), self.screen(*end)
        QTest.mousePress(viewport, button, held, begin)
        for share in (0.5, 1.0):
            QTest.mouseMove(viewport, begin + (target - begin) * share)
        if release:
            QTest.mouseRelease(viewport, button, held, target)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas.view, key, held)

    def colour(self, x: float, y: float) -> QColor:
        """Return what is painted over a page position."""
        return self.canvas.view.viewport().grab().toImage().pixelColor(self.screen(x, y))


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., Hand]]:
    """Show a page on a canvas at exactly one screen pixel for each of its pixels."""

    def show_page(page: Page | None = None, crop: Crop = CROP) -> Hand:
        canvas = PageCanvas()
        qtbot.addWidget(canvas)
        canvas.resize(1000, 800)
        canvas.show()
        hand = Hand(canvas, QUndoStack(canvas))
        canvas.crop_edited.connect(hand.edits.append)
        with qtbot.waitSignal(canvas.page_sharpened):
            canvas.show_page(page or grey_page(), crop, hand.stack)
        canvas.actual_size()
        return hand

    yield show_page


@pytest.fixture
def hand(show: Callable[..., Hand]) -> Hand:
    return show()


@pytest.fixture
def read(show: Callable[..., Hand]) -> Hand:
    """A canvas that shows the made-up page with what is read from it, its marks in `hand.marks`."""
    crop = Crop(Rect(30, 120, 870, 600), origin="grid")
    hand = show(page_of(paper()), crop)
    hand.canvas.marks_edited.connect(hand.marks.append)
    hand.canvas.marks.show_reading(fake_reading(), crop)
    return hand
