"""Why: the class explained, the heat map's strength, the sentence, and how far to trust the map."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSlider, QToolButton, QWidget

from ecgdesk.core.analysis import Analysis, Explanation
from ecgdesk.core.methods import METHODS
from ecgdesk.ui.explain.lead_bars import LeadBars
from ecgdesk.ui.i18n import said
from ecgdesk.ui.result.checks import CheckLines
from ecgdesk.ui.result.rationale import RationaleView
from ecgdesk.ui.text import heading
from ecgdesk.ui.theme import space, tabular
from ecgdesk.ui.wording import class_name

RATIONALE_CHARACTERS = 70
DEFAULT_OPACITY = 55


class WhySection(QWidget):
    """Controls of the explanation; it asks, others answer."""

    target_chosen = Signal(str)
    method_chosen = Signal(str)
    opacity_changed = Signal(float)
    """0 to 1."""

    def __init__(self, overlay: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = heading(self.tr("Why"), self)
        self._method = QComboBox(self)
        self._target = QComboBox(self)
        self._opacity = QSlider(Qt.Orientation.Horizontal, self)
        self._percent = QLabel(self)
        self._eye = QToolButton(self)
        self._eye.setDefaultAction(overlay)
        self._rationale = RationaleView(self)
        self._checks = CheckLines(self)
        self.leads = LeadBars(self)
        self._set_up()
        self._lay_out()

    @property
    def opacity(self) -> float:
        """How strongly the heat map shows, 0 to 1."""
        return self._opacity.value() / 100

    def show_analysis(self, analysis: Analysis, wanted_target: str | None) -> None:
        """Show the explanation of an analysis; `wanted_target` may be on its way still."""
        explanation = analysis.explanation
        self._fill_targets(analysis, wanted_target)
        self._rationale.show_rationale(analysis.rationale)
        for part in (self._opacity, self._eye, self._percent):
            part.setEnabled(explanation is not None)
        unlike = analysis.prediction is not None and analysis.prediction.unlike_training
        self._checks.show_explanation(explanation, unlike)

    def offer_methods(self, methods: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the methods that fit the model, as ids and names."""
        with QSignalBlocker(self._method):
            self._method.clear()
            for one, name in methods:
                expert = self.tr("{name} (for experts)") if METHODS[one].expert else "{name}"
                self._method.addItem(expert.format(name=said(name)), one)
                self._method.setItemData(
                    self._method.count() - 1, said(METHODS[one].description), Qt.ItemDataRole.ToolTipRole
                )
            self._method.setCurrentIndex(max(0, self._method.findData(chosen)))
        tip = self.tr("How the heat map is made")
        self._method.setToolTip(f"{self._method.currentText()}\n{tip}")
        self._method.setEnabled(self._method.count() > 1)
        list_ = self._method.view()
        list_.setMinimumWidth(list_.sizeHintForColumn(0) + space(3))

    def _fill_targets(self, analysis: Analysis, wanted: str | None) -> None:
        if analysis.model is None:
            return
        explained = wanted or (analysis.explanation.target if analysis.explanation else None)
        with QSignalBlocker(self._target):
            self._target.clear()
            for one in analysis.model.classes:
                self._target.addItem(class_name(analysis.model.classes, one), one)
            self._target.setCurrentIndex(self._target.findData(explained))
        # The box may be cut short in a narrow panel, its list is not.
        list_ = self._target.view()
        list_.setMinimumWidth(list_.sizeHintForColumn(0) + space(3))
        tip = self.tr("The class whose evidence the heat map shows")
        self._target.setToolTip(f"{self._target.currentText()}\n{tip}".strip())
        self._target.setEnabled(analysis.explanation is not None and _is_of_class(analysis.explanation))

    def _set_up(self) -> None:
        self._method.setAccessibleName(self.tr("Method of the heat map"))
        self._method.setMinimumContentsLength(10)
        self._method.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._method.activated.connect(lambda i: self.method_chosen.emit(self._method.itemData(i)))
        self._target.setAccessibleName(self.tr("Class to explain"))
        self._target.setMinimumContentsLength(12)
        self._target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._target.activated.connect(lambda i: self.target_chosen.emit(self._target.itemData(i)))
        self._opacity.setRange(0, 100)
        self._opacity.setPageStep(10)
        self._opacity.setAccessibleName(self.tr("Strength of the heat map"))
        self._opacity.setToolTip(self.tr("Strength of the heat map"))
        self._percent.setFont(tabular(self._percent.font()))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %"))
        self._opacity.valueChanged.connect(self._on_opacity)
        self._opacity.setValue(DEFAULT_OPACITY)
        self._rationale.limit_width(self.fontMetrics().averageCharWidth() * RATIONALE_CHARACTERS)

    def _on_opacity(self, value: int) -> None:
        self._percent.setText(self.tr("{n} %").format(n=value))
        self.opacity_changed.emit(value / 100)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space())
        grid.setVerticalSpacing(space())
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._method, 0, 1, 1, 2)
        # Names of classes are long: the box has a line of its own.
        grid.addWidget(QLabel(self.tr("Shown for"), self), 1, 0, 1, 3)
        grid.addWidget(self._target, 2, 0, 1, 3)
        grid.addWidget(self._eye, 3, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._opacity, 3, 1)
        grid.addWidget(self._percent, 3, 2)
        grid.addWidget(self._rationale, 4, 0, 1, 3)
        grid.addWidget(self._checks, 5, 0, 1, 3)
        grid.addWidget(self.leads, 6, 0, 1, 3)


def _is_of_class(explanation: Explanation) -> bool:
    method = METHODS.get(explanation.method)
    return method is None or method.per_class
