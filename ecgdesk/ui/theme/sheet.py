"""The style sheet: what a palette alone cannot say."""

from string import Template
from typing import Final

from ecgdesk.core.resources import resources_folder
from ecgdesk.ui.theme.roles import Theme

CONTROL_FOLDER: Final = resources_folder() / "icons" / "controls"
"""Arrows and ticks in each theme's colours: a style sheet takes pictures from files only."""

_SHEET: Final = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $outline; padding: 4px 8px; }

QMenuBar { background: $surface; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $selected; color: $text; }
QMenu { background: $raised; border: 1px solid $outline; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $outline; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }

QToolBar { background: $surface; border: none; spacing: 4px; padding: 4px; }
QToolBar::separator { background: $hairline; width: 1px; height: 1px; margin: 6px 4px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: $selected; }
QToolButton:pressed, QToolButton:checked { background: $selected; border-color: $accent; }
QToolButton:checked:disabled { background: transparent; border-color: transparent; }
QToolButton:focus { border-color: $accent; }
QToolButton#section { font-weight: 600; padding: 5px 2px; }
QToolButton#section:checked { background: transparent; border-color: transparent; }
QToolButton#section:hover { background: $selected; }
QToolButton#section:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }

QPushButton { background: $raised; color: $text; border: 1px solid $outline; border-radius: 6px;
  padding: 5px 14px; min-height: 20px; }
QPushButton:hover { background: $selected; border-color: $accent; }
QPushButton:pressed, QPushButton:checked { background: $selected; border-color: $accent; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:default:focus { border-color: $text; }
QPushButton:disabled { background: transparent; color: $outline; border-color: $hairline; }

QLineEdit, QAbstractSpinBox, QComboBox { background: $raised; color: $text; border: 1px solid $outline;
  border-radius: 6px; padding: 3px 7px; min-height: 20px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid $accent; padding: 2px 6px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { background: $surface; color: $outline;
  border-color: $hairline; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: padding; width: 18px;
  border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $selected; }
QAbstractSpinBox::up-arrow { image: url("$controls-up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$controls-down.svg"); width: 10px; height: 10px; }
QComboBox::drop-down {
  subcontrol-origin: padding; subcontrol-position: right center; width: 22px; border: none; }
QComboBox::down-arrow { image: url("$controls-down.svg"); width: 12px; height: 12px; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
  width: 16px; height: 16px; background: $raised;
  border: 1px solid $outline; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
  border: 2px solid $accent; width: 14px; height: 14px; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: $accent; border-color: $accent; image: url("$controls-check.svg"); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:checked:focus { border-color: $text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  background: $surface; border-color: $hairline; }

QSlider { min-height: 22px; }
QSlider::groove:horizontal { height: 4px; background: $outline; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider[fromCentre="true"]::sub-page:horizontal { background: transparent; }
QSlider::handle:horizontal {
  width: 16px; height: 16px; margin: -7px 0; border-radius: 9px; background: $raised;
  border: 1px solid $accent; }
QSlider::handle:horizontal:hover { background: $selected; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QSlider::handle:horizontal:disabled { border-color: $outline; }
QSlider::sub-page:horizontal:disabled { background: $outline; }

QProgressBar { background: $hairline; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
  color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QListView, QTableView, QTreeView, QPlainTextEdit, QTextEdit {
  background: $raised; border: 1px solid $hairline;
  border-radius: 6px; gridline-color: $hairline; }
QListView:focus, QTableView:focus, QTreeView:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border-color: $accent; }
QTableView::item { padding: 0 6px; }
QTableCornerButton::section { background: $surface; border: none; }
QAbstractItemView { selection-background-color: $selected; selection-color: $text; outline: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $outline; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabBar::tab { padding: 6px 12px; border: none; border-bottom: 2px solid transparent; color: $muted; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QHeaderView::section {
  background: $surface; color: $muted; border: none; border-bottom: 1px solid $hairline;
  padding: 4px 8px; }
QDockWidget::title { background: $surface; padding: 6px 8px; text-align: left; }
QStatusBar { border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet in a theme's colours."""
    roles = {role: getattr(theme, role) for role in theme.__slots__}
    return _SHEET.substitute(roles, controls=(CONTROL_FOLDER / theme.name).as_posix())
