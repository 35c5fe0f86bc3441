"""The first thing read: the class with its probability, or "Not sure" as a state of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ecgdesk.core.analysis import ModelInfo, Prediction
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.result.bars import ProbabilityBar
from ecgdesk.ui.text import prose, small
from ecgdesk.ui.theme import TextSize, set_text_size, space, tabular
from ecgdesk.ui.wording import class_name, class_names, probability


class Headline(QWidget):
    """Class, bar and what else is possible."""

    THICKNESS = 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel("status-unsure", "muted", 24, self)
        self._title = prose("", self)
        set_text_size(self._title, TextSize.TITLE, bold=True)
        self._number = QLabel(self)
        set_text_size(self._number, TextSize.TITLE)
        self._number.setFont(tabular(self._number.font()))
        self._bar = ProbabilityBar(self.THICKNESS, self)
        self._calibrated = small(self.tr("calibrated"), self)
        self._calibrated.setToolTip(
            self.tr("Of the model's own test pages given this number, about that share was right.")
        )
        self._also = prose("", self)
        self._lay_out()

    def show_prediction(
        self, prediction: Prediction, model: ModelInfo, *, like_test_pages: bool = True
    ) -> None:
        """Say what the model says; of pages that are not like its test pages it is not called calibrated."""
        unsure = prediction.uncertain
        self._sign.setVisible(unsure)
        self._title.setText(self._title_of(prediction, model))
        self._show_number(
            None if unsure or prediction.label is None else prediction.probabilities[prediction.label]
        )
        if prediction.unlike_training or not like_test_pages:
            self._calibrated.hide()
        also = self._also_of(prediction, model)
        self._also.setText(also)
        self._also.setVisible(bool(also))
        self.setAccessibleName(f"{self._title.text()} {self._number.text()} {also}".strip())

    def _show_number(self, value: float | None) -> None:
        for part in (self._number, self._bar, self._calibrated):
            part.setVisible(value is not None)
        self._number.setText("" if value is None else probability(value))
        self._bar.set_value(value or 0.0)

    def _title_of(self, prediction: Prediction, model: ModelInfo) -> str:
        if prediction.uncertain:
            return self.tr("Not sure")
        if prediction.label is not None:
            return class_name(model.classes, prediction.label)
        return class_names(model.classes, prediction.labels) or self.tr("None of the classes")

    def _also_of(self, prediction: Prediction, model: ModelInfo) -> str:
        if prediction.uncertain:
            names = class_names(model.classes, prediction.prediction_set)
            if prediction.unread:
                return said(prediction.unread)
            if prediction.unlike_training or not names:
                return self.tr("This page is unlike the pages this model knows.")
            return self.tr("It could be: {names}").format(names=names)
        others = tuple(one for one in prediction.prediction_set if one != prediction.label)
        if not others or prediction.label is None:
            return ""
        return self.tr("Also possible: {names}").format(names=class_names(model.classes, others))

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(space())
        title.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(self._title, 1)
        certainty = QHBoxLayout()
        certainty.setSpacing(space())
        certainty.addWidget(self._number)
        certainty.addWidget(self._bar, 1)
        certainty.addWidget(self._calibrated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addLayout(title)
        column.addLayout(certainty)
        column.addWidget(self._also)
