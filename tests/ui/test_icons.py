"""One set of icons in the theme's colours."""

import gc
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from ecgdesk.ui.icons import ICON_FOLDER, icon
from ecgdesk.ui.theme import DARK, LIGHT, apply_theme

NEEDED = [
    "add", "folder", "sample", "train", "open", "save", "report", "print", "undo", "redo",
    "rotate-left", "rotate-right", "fit", "actual-size", "zoom-in", "zoom-out", "crop", "mask",
    "corners", "reset", "preview", "caliper", "settings", "help", "cancel", "analyse", "gpu", "cpu",
    "page", "model", "heat", "stop", "leads", "ruler", "trace", "signal", "voltage",
    "search", "status-ok", "colours", "status-unsure", "status-caution",
    "status-refused", "status-error", "status-waiting", "status-running", "close", "trash", "eye",
    "eye-off", "chevron-up", "chevron-down", "chevron-left", "chevron-right", "info", "copy", "paste",
    "log", "float", "pause", "play", "step-1", "step-2", "step-3", "step-4", "step-5", "step-6", "step-7",
]  # fmt: skip
APPLICATION_ICON = "ecgdesk"
DRAWINGS = sorted(path for path in ICON_FOLDER.glob("*.svg") if path.stem != APPLICATION_ICON)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light")
    yield
    apply_theme(qapp, "light")


def strongest_colour(image: QImage) -> str:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda colour: colour.alpha()).name()


def test_the_set_is_complete_and_holds_nothing_else() -> None:
    assert {drawing.stem for drawing in DRAWINGS} == set(NEEDED)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.stem)
def test_each_drawing_follows_the_one_style(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert {key: root.get(key) for key in ("viewBox", "fill", "stroke", "stroke-width")} == {
        "viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor", "stroke-width": "1.75",
    }  # fmt: skip
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    assert not re.search(r"#[0-9a-f]{3}|rgb\(|<text|<image|stroke-width.*stroke-width", text)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.stem)
def test_each_drawing_is_drawn_and_keeps_clear_of_the_rim(drawing: Path) -> None:
    image = icon(drawing.stem).pixmap(QSize(24, 24), 4.0).toImage()
    alpha = [[image.pixelColor(x, y).alpha() for x in range(96)] for y in range(96)]
    assert sum(map(sum, alpha)) > 40 * 255
    rim = [*alpha[0], *alpha[-1], *(row[0] for row in alpha), *(row[-1] for row in alpha)]
    assert max(rim) == 0


@pytest.mark.parametrize("role", ["text", "accent", "error"])
def test_an_icon_has_the_colour_of_its_role(role: str) -> None:
    image = icon("stop", role).pixmap(QSize(64, 64), 1.0).toImage()
    assert strongest_colour(image) == getattr(LIGHT, role)


def test_icons_already_on_the_screen_change_with_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    kept = icon("stop", "accent")
    apply_theme(qapp, "dark")
    assert strongest_colour(kept.pixmap(QSize(64, 64), 1.0).toImage()) == DARK.accent


def test_icons_are_sharp_at_200_percent() -> None:
    picture = icon("add").pixmap(QSize(24, 24), 2.0)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (48, 48, 2.0)
    column = [picture.toImage().pixelColor(24, y).alpha() for y in range(48)]
    row = [picture.toImage().pixelColor(x, 16).alpha() for x in range(48)]
    assert max(column) == 255
    # The stem is 3.5 px wide: not more than two pixels at each side may be half covered.
    assert sum(0 < alpha < 255 for alpha in row) <= 4


def test_an_icon_is_never_squeezed() -> None:
    image = icon("stop").pixmap(QSize(96, 48), 1.0).toImage()
    drawn = [
        x for x in range(image.width()) if any(image.pixelColor(x, y).alpha() for y in range(image.height()))
    ]
    assert max(drawn) - min(drawn) < 48


def test_disabled_icons_are_faint() -> None:
    faint = icon("stop").pixmap(QSize(64, 64), 1.0, QIcon.Mode.Disabled).toImage()
    assert max(faint.pixelColor(x, 32).alpha() for x in range(64)) < 128


def test_icons_survive_the_objects_that_made_them(qtbot: QtBot) -> None:
    buttons = []
    for name in NEEDED * 3:
        button = QToolButton()
        qtbot.addWidget(button)
        button.setIcon(icon(name))
        buttons.append(button)
    gc.collect()
    for button in buttons:
        assert not button.icon().pixmap(QSize(16, 16)).isNull()
        button.grab()


def test_unknown_names_and_roles_are_refused() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
    with pytest.raises(AttributeError):
        icon("add", "no-such-role")


def test_a_control_without_any_room_gets_no_picture_and_no_complaint(
    qapp: QApplication, capfd: pytest.CaptureFixture[str]
) -> None:
    assert icon("open").pixmap(QSize(0, 20)).isNull()
    assert "QPainter" not in capfd.readouterr().err


def test_a_drawing_is_made_once_for_each_look(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    real = QSvgRenderer.render
    monkeypatch.setattr(QSvgRenderer, "render", lambda *given: (drawn.append("x"), real(*given)))
    for _ in range(3):
        icon("fit").pixmap(QSize(37, 37))
        icon("fit").pixmap(QSize(37, 37), QIcon.Mode.Disabled)
    assert len(drawn) == 2
    apply_theme(qapp, "dark")
    icon("fit").pixmap(QSize(37, 37))
    assert len(drawn) == 3
