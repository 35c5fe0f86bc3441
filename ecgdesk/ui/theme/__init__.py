"""Colours, type and spacing of the window, from roles."""

from ecgdesk.ui.theme.apply import ThemeChoice, apply_theme, current_theme
from ecgdesk.ui.theme.roles import DARK, LIGHT, Theme, contrast
from ecgdesk.ui.theme.type import TextSize, number_field, set_text_size, space, tabular

__all__ = [
    "DARK",
    "LIGHT",
    "TextSize",
    "Theme",
    "ThemeChoice",
    "apply_theme",
    "contrast",
    "current_theme",
    "number_field",
    "set_text_size",
    "space",
    "tabular",
]
