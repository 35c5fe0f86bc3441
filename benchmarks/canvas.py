"""How fast a 35-megapixel page is shown, zoomed and panned, beside pyqtgraph's picture item."""

import os
import statistics
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph
from PySide6.QtCore import QEventLoop, QPointF, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QWidget

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.ui.canvas import PageCanvas

WIDTH, HEIGHT = 7000, 5000
VIEW = (1200, 800)
REPAINTS = 15


def main() -> None:
    """Print the figures."""
    app = QApplication([])
    pixels = _page_pixels()
    canvas = PageCanvas()
    canvas.resize(*VIEW)
    canvas.show()
    shown_ms, gap_ms = _show(canvas, pixels)
    print(
        f"35 MP page: shown after {shown_ms:.0f} ms, longest gap while its levels are built {gap_ms:.0f} ms"
    )
    ours = _measure_canvas(app, canvas)
    theirs = _measure_pyqtgraph(app, pixels)
    for what, milliseconds in ours.items():
        print(f"repaint {what:<24} {milliseconds:7.1f} ms   {1000 / milliseconds:5.0f} a second")
    ratio = theirs / ours["zooming in steps"]
    print(f"pyqtgraph ImageItem (autoDownsample), zooming in steps {theirs:.0f} ms: {ratio:.0f} × ours")


def _page_pixels() -> np.ndarray:
    rng = np.random.default_rng(0)
    return rng.integers(200, 255, (HEIGHT, WIDTH, 3), dtype=np.uint8)


def _show(canvas: PageCanvas, pixels: np.ndarray) -> tuple[float, float]:
    page = Page(PageRef(Path("large.png")), pixels, 1, "0" * 64)
    ticks = [perf_counter()]
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(perf_counter()))
    timer.start()
    begin = perf_counter()
    canvas.show_page(page, Crop(Rect(500, 900, 6500, 4700)), QUndoStack(canvas))
    canvas.grab()
    shown = perf_counter()
    _wait(2000)
    gaps = np.diff([tick for tick in ticks if tick > shown])
    return (shown - begin) * 1000, float(gaps.max()) * 1000


def _measure_canvas(app: QApplication, canvas: PageCanvas) -> dict[str, float]:
    results = {"at fit": _repaint_ms(app, canvas)}
    canvas.actual_size()
    results["at 1:1"] = _repaint_ms(app, canvas)
    results["panning at 1:1"] = _repaint_ms(app, canvas, lambda: canvas.view.pan(QPointF(3, 2)))
    results["zooming"] = _repaint_ms(app, canvas, lambda: canvas.zoom_by(0.97))
    canvas.fit()
    factors = iter((1 / 0.6,) * 3 + (0.6,) * 3)
    results["zooming in steps"] = _repaint_ms(app, canvas, lambda: canvas.zoom_by(next(factors)), times=6)
    canvas.fit()
    canvas.set_explanation(_explanation(Rect(500, 900, 6500, 4700)))
    results["at fit, heat map"] = _repaint_ms(app, canvas)
    canvas.rotate_by(2)
    results["at fit, turned by 2°"] = _repaint_ms(app, canvas)
    canvas.actual_size()
    results["at 1:1, turned by 2°"] = _repaint_ms(app, canvas)
    return results


def _measure_pyqtgraph(app: QApplication, pixels: np.ndarray) -> float:
    pyqtgraph.setConfigOptions(imageAxisOrder="row-major")
    view = pyqtgraph.GraphicsLayoutWidget()
    view.resize(*VIEW)
    item = pyqtgraph.ImageItem(pixels, autoDownsample=True)
    box = view.addViewBox(lockAspect=True)
    box.addItem(item)
    view.show()
    app.processEvents()
    # Each step of zoom that changes its downsampling averages the whole page again.
    factors = iter((0.6, 0.6, 0.6, 1 / 0.6, 1 / 0.6, 1 / 0.6))
    return _repaint_ms(app, view, lambda: box.scaleBy((next(factors),) * 2), times=6)


def _repaint_ms(
    app: QApplication, widget: QWidget, before: Callable[[], object] = lambda: None, times: int = REPAINTS
) -> float:
    taken = []
    for _ in range(times):
        begin = perf_counter()
        before()
        target = widget.view.viewport() if isinstance(widget, PageCanvas) else widget.viewport()
        target.repaint()
        taken.append((perf_counter() - begin) * 1000)
        app.processEvents()
    return statistics.median(taken)


def _explanation(place: Rect) -> Explanation:
    y, x = np.mgrid[0:1297, 0:2048]
    heat = np.exp(-(((x - 600) ** 2 + (y - 500) ** 2) / 90_000)).astype(np.float32)
    return Explanation("gradcam", "layer", "MI", heat, place)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
