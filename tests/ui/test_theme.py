"""Colours from roles, readable in either theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from ecgdesk.ui.theme import (
    DARK,
    LIGHT,
    TextSize,
    Theme,
    apply_theme,
    contrast,
    current_theme,
    number_field,
    set_text_size,
    tabular,
)
from ecgdesk.ui.theme.roles import SURFACE_ROLES, TEXT_ROLES
from ecgdesk.ui.theme.sheet import CONTROL_FOLDER, style_sheet

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, "light")


@BOTH
@pytest.mark.parametrize("surface", SURFACE_ROLES)
@pytest.mark.parametrize("text", TEXT_ROLES)
def test_every_text_role_is_readable_on_every_surface(theme: Theme, text: str, surface: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, surface)) >= 4.5


@BOTH
def test_filled_controls_are_readable_and_outlines_can_be_seen(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.outline, theme.surface) >= 3
    assert contrast(theme.outline, theme.raised) >= 3
    assert contrast(theme.ink, theme.paper) >= 4.5


def test_contrast_is_the_one_of_the_guideline() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_a_chosen_theme_is_put_on_the_application(app: QApplication, theme: Theme) -> None:
    assert apply_theme(app, theme.name) is theme
    assert current_theme() is theme
    assert app.palette().color(QPalette.ColorRole.Window).name() == theme.surface
    assert app.palette().color(QPalette.ColorRole.WindowText).name() == theme.text
    assert theme.accent in app.styleSheet()


def test_following_the_system_changes_with_it(app: QApplication) -> None:
    apply_theme(app, "system")
    for scheme, theme in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        app.styleHints().colorSchemeChanged.emit(scheme)
        assert current_theme() is theme


def test_a_chosen_theme_stays_when_the_system_changes(app: QApplication) -> None:
    apply_theme(app, "light")
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme() is LIGHT


@BOTH
def test_the_pictures_of_controls_exist_and_have_the_themes_colours(theme: Theme) -> None:
    for name, colour in (("up", theme.muted), ("down", theme.muted), ("check", theme.on_accent)):
        drawing = (CONTROL_FOLDER / f"{theme.name}-{name}.svg").read_text(encoding="utf-8")
        assert f'stroke="{colour}"' in drawing
        assert f"/{theme.name}-{name}.svg" in style_sheet(theme)


def test_there_are_three_sizes_of_text(qtbot: QtBot) -> None:
    sizes = []
    for size in TextSize:
        label = QLabel()
        qtbot.addWidget(label)
        set_text_size(label, size)
        sizes.append(label.font().pointSizeF())
    assert len(sizes) == 3
    assert sizes[0] < sizes[1] == QApplication.font().pointSizeF() < sizes[2]


def test_numbers_have_digits_of_one_width(qtbot: QtBot) -> None:
    assert tabular(QFont()).featureValue(QFont.Tag("tnum")) == 1
    field = QSpinBox()
    qtbot.addWidget(field)
    number_field(field)
    assert field.font().isFeatureSet(QFont.Tag("tnum"))
    assert not field.keyboardTracking()
