"""From the PDF report to paper: pages are drawn as pictures at the printer's own resolution."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.jobs import Jobs

HIGHEST_DPI = 300
POINTS_PER_INCH = 72


def print_pdf(pdf: bytes, jobs: Jobs, window: QWidget, on_failed: Callable[[EcgdeskError], None]) -> None:
    """Ask for a printer, then draw the pages in a job and send them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    dpi = min(printer.resolution(), HIGHEST_DPI)

    def send(images: list[QImage]) -> None:
        try:
            send_images(images, printer)
        except EcgdeskError as error:
            on_failed(error)

    jobs.submit(lambda: page_images(pdf, dpi), send, on_failed)


def page_images(pdf: bytes, dpi: int) -> list[QImage]:
    """Return the pages of a PDF as pictures; safe outside the UI thread, one call at a time."""
    import pypdfium2

    images = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            pixels = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True).to_numpy()[..., :3].copy()
            height, width = pixels.shape[:2]
            images.append(QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy())
    return images


def send_images(images: list[QImage], printer: QPrinter) -> None:
    """Print pictures, one on each sheet, as large as the paper allows; raises EcgdeskError."""
    layout = printer.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(printer):
        raise EcgdeskError(
            "The printer does not answer.", "Check that it is on and connected, or save the report."
        )
    try:
        for number, image in enumerate(images):
            if number and not printer.newPage():
                raise EcgdeskError("The printer stopped.", "Check its paper, or save the report as PDF.")
            area = painter.viewport()
            size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint(), size)
            place.moveCenter(area.center())
            painter.drawImage(place, image)
    finally:
        painter.end()
