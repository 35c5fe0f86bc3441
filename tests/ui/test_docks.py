"""The side panels close, float, come back, and are as the user left them at the next start."""

from collections.abc import Callable
from pathlib import Path

from tests.fakes.pages import write_page
from tests.fakes.window import Rig

Make = Callable[..., Rig]


def test_no_panel_stands_empty_while_no_page_is_open(rig: Rig, tmp_path: Path) -> None:
    docks = rig.window.docks
    assert (docks.pages.isVisible(), docks.result.isVisible()) == (False, False)
    assert not docks.pages.toggleViewAction().isEnabled()
    rig.open(write_page(tmp_path / "a.png"))
    assert (docks.pages.isVisible(), docks.result.isVisible()) == (True, True)
    rig.services.session.clear()
    assert (docks.pages.isVisible(), docks.result.isVisible()) == (False, False)


def test_a_closed_panel_comes_back_from_the_menu(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.window.docks.result.close()
    assert not rig.window.docks.result.isVisible()
    rig.window.docks.toggles["result_dock"].trigger()
    assert rig.window.docks.result.isVisible()


def test_a_panel_the_user_closed_stays_closed_for_the_next_page(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.window.docks.result.close()
    rig.services.session.clear()
    rig.open(write_page(tmp_path / "b.png"))
    assert rig.window.docks.pages.isVisible()
    assert not rig.window.docks.result.isVisible()


def test_size_and_panels_are_restored_at_the_next_start(make: Make, tmp_path: Path) -> None:
    first = make()
    first.services.settings.update(restore_session=False)
    first.open(write_page(tmp_path / "a.png"))
    first.window.docks.result.close()
    first.window.docks.pages.setFloating(True)
    first.window.close()
    again = make()
    again.open(write_page(tmp_path / "b.png"))
    assert again.window.docks.pages.isFloating()
    assert not again.window.docks.result.isVisible()


def test_a_window_closed_on_the_welcome_page_keeps_both_panels(make: Make, tmp_path: Path) -> None:
    make().window.close()
    again = make()
    again.open(write_page(tmp_path / "b.png"))
    assert again.window.docks.pages.isVisible()
    assert again.window.docks.result.isVisible()


def test_in_a_narrow_window_the_panels_share_a_place_while_numbers_stand_beside_the_page(
    rig: Rig, tmp_path: Path
) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    window, docks = rig.window, rig.window.docks
    window.resize(900, 600)
    rig.qtbot.wait(50)
    assert docks.result not in window.tabifiedDockWidgets(docks.pages)
    window.actions_["crop_panel"].setChecked(True)
    rig.qtbot.wait(50)
    assert docks.result in window.tabifiedDockWidgets(docks.pages)
    assert window.workspace.view.canvas.width() > 300
    before = window.dockWidgetArea(docks.pages)
    window.actions_["crop_panel"].setChecked(False)
    rig.qtbot.wait(50)
    assert window.dockWidgetArea(docks.pages) != before
    assert not window.tabifiedDockWidgets(docks.pages)
