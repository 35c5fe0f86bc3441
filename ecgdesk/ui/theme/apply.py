"""Puts a theme on the application and follows the system when asked to."""

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ecgdesk.ui.theme.roles import DARK, LIGHT, Theme
from ecgdesk.ui.theme.sheet import style_sheet

ThemeChoice = Literal["system", "light", "dark"]

_PROPERTY = "ecgdesk_theme"
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def apply_theme(app: QApplication, choice: ThemeChoice = "system") -> Theme:
    """Set style, palette and style sheet; with "system" also follow later changes of the system."""
    follower = app.findChild(_SystemFollower) or _SystemFollower(app)
    follower.following = choice == "system"
    app.styleHints().setColorScheme(_SCHEMES[choice])
    return _put_on(app, _theme_for(choice, app.styleHints().colorScheme()))


def current_theme() -> Theme:
    """Return the theme on the application; light before any was put on."""
    app = QApplication.instance()
    return DARK if app is not None and app.property(_PROPERTY) == DARK.name else LIGHT


class _SystemFollower(QObject):
    """Lives as long as the application and answers its changes of colour scheme."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.following = False
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if self.following:
            _put_on(self._app, _theme_for("system", scheme))


def _theme_for(choice: ThemeChoice, scheme: Qt.ColorScheme) -> Theme:
    dark = scheme == Qt.ColorScheme.Dark if choice == "system" else choice == "dark"
    return DARK if dark else LIGHT


def _put_on(app: QApplication, theme: Theme) -> Theme:
    # Fusion is the one style that looks and measures the same on every system.
    if app.property(_PROPERTY) is None:
        app.setStyle("Fusion")
    app.setProperty(_PROPERTY, theme.name)
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))
    return theme


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, target in {
        "surface": (role.Window, role.Button),
        "raised": (role.Base, role.ToolTipBase),
        "well": (role.AlternateBase,),
        "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText),
        "muted": (role.PlaceholderText,),
        "accent": (role.Highlight, role.Link, role.Accent),
        "on_accent": (role.HighlightedText,),
        "hairline": (role.Mid, role.Midlight),
        "outline": (role.Dark,),
    }.items():
        for one in target:
            palette.setColor(one, theme.color(name))
    _fade_disabled(palette, theme)
    return palette


def _fade_disabled(palette: QPalette, theme: Theme) -> None:
    role = QPalette.ColorRole
    faded = QColor(theme.muted)
    faded.setAlphaF(0.6)
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, faded)
