"""The small style sheet: what a palette alone cannot say."""

from string import Template
from typing import Final

from ecgdesk.ui.theme.roles import Theme

_SHEET: Final = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $outline; padding: 4px 8px; }
QMenu { background: $raised; border: 1px solid $hairline; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $outline; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenuBar { background: $surface; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $selected; color: $text; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: $selected; }
QToolButton:pressed, QToolButton:checked { background: $selected; border-color: $accent; }
QToolButton:focus { border-color: $accent; }
QPushButton { background: $raised; color: $text; border: 1px solid $outline; border-radius: 6px;
  padding: 5px 14px; min-height: 20px; }
QPushButton:hover { background: $selected; border-color: $accent; }
QPushButton:pressed, QPushButton:checked { background: $selected; border-color: $accent; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:default:focus { border-color: $text; }
QPushButton:disabled { background: transparent; color: $outline; border-color: $hairline; }
QStatusBar { border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $hairline; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet in a theme's colours."""
    return _SHEET.substitute({role: getattr(theme, role) for role in theme.__slots__})
