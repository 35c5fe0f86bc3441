"""A whole result: cautions, headline, classes, why, measurements, and where it came from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QPushButton, QVBoxLayout, QWidget

from ecgdesk.core.analysis import Analysis, Prediction, Trust
from ecgdesk.core.placing import done_by_itself, quarter_turns
from ecgdesk.core.sentence import joined
from ecgdesk.services.entry import Entry, EntryStatus
from ecgdesk.ui.i18n import said
from ecgdesk.ui.result.bars import ClassBars, Line
from ecgdesk.ui.result.cautions import CautionBox
from ecgdesk.ui.result.folded import Folded
from ecgdesk.ui.result.headline import Headline
from ecgdesk.ui.result.measured import MeasuredSection
from ecgdesk.ui.result.why import WhySection
from ecgdesk.ui.text import prose, small
from ecgdesk.ui.theme import space
from ecgdesk.ui.wording import class_name

STALE_OPACITY = 0.45


class ResultView(QWidget):
    """Swaps one analysis for the next in whole."""

    target_chosen = Signal(str)
    opacity_changed = Signal(float)
    take_back_wanted = Signal()
    """The page is to lie as it did before the program turned or straightened it."""

    def __init__(self, overlay: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = prose("", self)
        self._body = QWidget(self)
        self._cautions = CautionBox(self._body)
        self._headline, self._bars = Headline(self._body), ClassBars(self._body)
        self._folded = Folded(self._bars, self._body)
        self._shown: tuple[object, ...] = ()
        self.why = WhySection(overlay, self._body)
        self._measured = MeasuredSection(self._body)
        self._source = small("", self._body)
        self._source.setWordWrap(True)
        self._back = QPushButton(self._body)
        self._back.setFlat(True)
        self._back.setCursor(Qt.CursorShape.PointingHandCursor)
        self._back.clicked.connect(self.take_back_wanted)
        self._lay_out()
        self.why.target_chosen.connect(self.target_chosen)
        self.why.opacity_changed.connect(self.opacity_changed)

    def show_entry(self, entry: Entry) -> None:
        """Show the result of a page that has one."""
        analysis = entry.analysis
        if analysis is None or analysis.prediction is None or analysis.model is None:
            return
        quality = analysis.quality.cautions if analysis.quality else ()
        self._cautions.show_cautions((*quality, *analysis.cautions))
        green = analysis.trust is Trust.GREEN
        self._headline.show_prediction(analysis.prediction, analysis.model, like_test_pages=green)
        self._bars.show_lines(_lines(analysis, analysis.prediction), unsure=analysis.prediction.uncertain)
        self._fold_bars(analysis)
        self.why.show_analysis(analysis, entry.target)
        self._measured.show_measurements(analysis.measurements)
        self._source.setText(self._source_of(analysis))
        self._show_way_back(entry, analysis)
        self._show_stale(entry)

    def _fold_bars(self, analysis: Analysis) -> None:
        """Keep what the model says of a page unlike all it knows from looking like a result."""
        shown = (analysis.page, analysis.model, analysis.crop)
        unlike = analysis.prediction is not None and analysis.prediction.unlike_training
        self._folded.fold(unlike, anew=shown != self._shown)
        self._shown = shown

    def _show_stale(self, entry: Entry) -> None:
        words = ""
        if entry.error is not None:
            words = said(joined((entry.error.problem, entry.error.advice)))
        elif entry.stale:
            running = entry.status is EntryStatus.RUNNING
            words = (
                self.tr("Updating…") if running else self.tr("This result is of the earlier crop or model.")
            )
        self._stale.setText(words)
        self._stale.setVisible(bool(words))
        faded = entry.stale or entry.error is not None
        effect = QGraphicsOpacityEffect(self._body) if faded else None
        if effect is not None:
            effect.setOpacity(STALE_OPACITY)
        self._body.setGraphicsEffect(effect)  # type: ignore[arg-type]

    def _source_of(self, analysis: Analysis) -> str:
        total = sum(analysis.timing_ms.values())
        parts = [analysis.model.name if analysis.model else "", analysis.device or ""]
        if total:
            parts.append(self.tr("{n} s").format(n=f"{total / 1000:.1f}"))
        done = done_by_itself(analysis.crop) if analysis.crop is not None else ()
        return "\n".join((" · ".join(part for part in parts if part), *map(said, done)))

    def _show_way_back(self, entry: Entry, analysis: Analysis) -> None:
        """Offer to take back what was done to the page, as long as the page lies so."""
        crop = analysis.crop
        done = crop is not None and entry.crop is None and bool(done_by_itself(crop))
        self._back.setVisible(done)
        turned = crop is not None and quarter_turns(crop) != 0
        self._back.setText(self.tr("Turn it back") if turned else self.tr("Leave it as it was"))

    def _lay_out(self) -> None:
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(space(2))
        for part in (self._cautions, self._headline, self._folded, _rule(self._body), self.why):
            body.addWidget(part)
        body.addWidget(self._measured)
        body.addWidget(self._source)
        body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space())
        column.addWidget(self._stale)
        column.addWidget(self._body)


def _lines(analysis: Analysis, prediction: Prediction) -> list[Line]:
    classes = analysis.model.classes if analysis.model else {}
    strong = {prediction.label, *prediction.labels}
    thresholds = prediction.thresholds
    return [
        Line(class_name(classes, one), value, one in strong, thresholds.get(one))
        for one, value in prediction.ranked
    ]


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(line.palette().ColorRole.Mid)
    line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return line
