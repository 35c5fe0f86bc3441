"""Finds words that do not fit: what a person would see cut off or elided."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

SLACK_PX = 1


def clipped(root: QWidget) -> list[str]:
    """Return a line for every visible widget below `root` whose words do not fit."""
    shown = (w for w in [root, *root.findChildren(QWidget)] if w.isVisible() and not w.size().isEmpty())
    return [said for widget in shown if (said := _cut(widget))]


def _cut(widget: QWidget) -> str:
    if isinstance(widget, QLabel) and widget.text():
        return _cut_label(widget)
    if isinstance(widget, QComboBox):
        return _cut_combo(widget)
    if isinstance(widget, QAbstractButton | QAbstractSpinBox):
        need, have = widget.minimumSizeHint().expandedTo(widget.sizeHint()), widget.size()
        if need.width() > have.width() + SLACK_PX or need.height() > have.height() + SLACK_PX:
            return f"{type(widget).__name__} {_words(widget)!r}: needs {need}, has {have}"
    return _outside(widget)


def _cut_label(label: QLabel) -> str:
    if label.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored and label.toolTip():
        return ""
    have = label.size()
    if label.wordWrap():
        height = label.heightForWidth(have.width())
        words = max(label.text().split(), key=len, default="")
        wide = label.fontMetrics().horizontalAdvance(words) > have.width() + SLACK_PX
        if wide or height > have.height() + SLACK_PX:
            return f"label {label.text()!r}: needs height {height}, has {have}"
    elif label.sizeHint().width() > have.width() + SLACK_PX:
        return f"label {label.text()!r}: needs {label.sizeHint()}, has {have}"
    return _outside(label)


def _cut_combo(box: QComboBox) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    need = box.fontMetrics().horizontalAdvance(box.currentText())
    if need > field.width() + SLACK_PX and not box.toolTip():
        return f"combo {box.currentText()!r}: needs {need}, has {field.width()}"
    return ""


def _outside(widget: QWidget) -> str:
    """Whether a parent cuts the widget off sideways, where nobody can scroll."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            return ""
        box = QRect(widget.mapTo(parent, widget.rect().topLeft()), widget.size())
        scrolls = isinstance(parent.parentWidget(), QScrollArea)
        beyond = box.left() < -SLACK_PX or box.right() > parent.width() + SLACK_PX
        if beyond and not (scrolls and _scrolls_sideways(parent.parentWidget())):
            return f"{type(widget).__name__} {_words(widget)!r} reaches out of {type(parent).__name__}"
        parent = parent.parentWidget()
    return ""


def _scrolls_sideways(area: QWidget | None) -> bool:
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return isinstance(area, QScrollArea) and area.horizontalScrollBarPolicy() is not off


def _words(widget: QWidget) -> str:
    return widget.text() if hasattr(widget, "text") else widget.accessibleName()
