"""The fits of a run in a row each: how far, its loss, its held-out figures, its colour in the charts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from ecgdesk.core.fit_names import COMPARISON, FINAL
from ecgdesk.services.training.progress import FitProgress, RunProgress
from ecgdesk.ui.text import small
from ecgdesk.ui.theme import space, tabular
from ecgdesk.ui.training.curves import numbered


class Swatch(QWidget):
    """A short line as it is drawn in the charts."""

    def __init__(self, pen: QPen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pen(self, pen: QPen) -> None:
        """Draw another pen."""
        self._pen = pen
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough to see a dash."""
        return QSize(space(3), space(1.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        middle = QRectF(self.rect()).center().y()
        painter.drawLine(0, round(middle), self.width(), round(middle))


class FitTable(QWidget):
    """A legend that also says how far each fit is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(1.5))
        self._grid.setVerticalSpacing(space(0.5))
        self._grid.setColumnStretch(2, 1)
        self._rows: dict[str, tuple[Swatch, QLabel, QProgressBar, QLabel]] = {}

    def show_progress(self, progress: RunProgress) -> None:
        """Show the fits of a run as they stand."""
        if tuple(self._rows) != progress.names:
            self._remake(progress.names)
        pens = numbered(progress.names)
        for name, (swatch, _, bar, words) in self._rows.items():
            swatch.show_pen(pens[name])
            bar.setValue(round(100 * progress.share_of(name)))
            words.setText(self._words(progress.fits.get(name)))

    def _remake(self, names: tuple[str, ...]) -> None:
        for row in self._rows.values():
            for part in row:
                part.hide()
                part.deleteLater()
        self._rows.clear()
        for number, name in enumerate(names):
            swatch, label = Swatch(QPen(), self), QLabel(self._name(name), self)
            bar, words = QProgressBar(self), small("", self)
            bar.setRange(0, 100)
            bar.setAccessibleName(self._name(name))
            words.setFont(tabular(words.font()))
            for column, widget in enumerate((swatch, label, bar, words)):
                self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignVCenter)
                widget.show()
            self._rows[name] = (swatch, label, bar, words)

    def _name(self, fit: str) -> str:
        if fit == FINAL:
            return self.tr("All pages")
        if fit == COMPARISON:
            return self.tr("Comparison")
        return self.tr("Fold {n}").format(n=fit.removeprefix("fold "))

    def _words(self, fit: FitProgress | None) -> str:
        if fit is None:
            return self.tr("to come")
        if fit.fold is not None:
            text = self.tr("accuracy {accuracy}, macro F1 {f1} on {n} held-out pages")
            fold = fit.fold
            return text.format(accuracy=f"{fold.accuracy:.3f}", f1=f"{fold.macro_f1:.3f}", n=fold.pages)
        if not fit.epochs:
            return self.tr("first epoch")
        last = fit.epochs[max(fit.epochs)]
        text = self.tr("epoch {n} of {all}, loss {loss}")
        said = text.format(n=last.epoch, all=last.epochs, loss=f"{last.train_loss:.3f}")
        if fit.best is not None:
            said += " · " + self.tr("best epoch {n}").format(n=fit.best.epoch)
        return said
