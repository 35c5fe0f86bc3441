from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.ui import notice as notices
from ecgdesk.ui.notice import Notice, NoticeArea, Tone
from tests.fakes.pages import write_page
from tests.fakes.window import Rig


def _files(folder: Path, *names: str) -> list[Path]:
    return [write_page(folder / f"{name}.png") for name in names]


def test_every_page_that_was_dropped_is_counted(rig: Rig, tmp_path: Path) -> None:
    rig.open(*_files(tmp_path, *"abcd"))
    rig.qtbot.waitUntil(lambda: bool(rig.notices()))
    assert rig.notices() == ["4 pages were analysed."]


def test_every_failure_is_named_and_counts_as_done(rig: Rig, tmp_path: Path) -> None:
    rig.drop(*_files(tmp_path, "broken1", "a", *(f"broken{i}" for i in range(2, 6))))
    rig.finished()
    rig.qtbot.waitUntil(lambda: bool(rig.notices()))
    assert rig.notices() == [
        "1 of 6 pages were analysed. Without a result: broken1.png, broken2.png, broken3.png and 2 more."
    ]
    assert rig.window.docks.pages.title.remark.text() == "6/6 · 5 failed"
    assert not rig.window.actions_["analyse_all"].isEnabled()


def test_a_new_batch_takes_the_old_summary_away(rig: Rig, tmp_path: Path) -> None:
    rig.open(*_files(tmp_path, "a", "broken"))
    rig.qtbot.waitUntil(lambda: bool(rig.notices()))
    rig.engine.hold.clear()
    rig.services.batch.start(rig.services.session.pages)
    assert rig.notices() == []


def test_the_progress_names_the_page_that_runs(rig: Rig, tmp_path: Path) -> None:
    rig.engine.hold.clear()
    rig.drop(*_files(tmp_path, *"ab"))
    rig.qtbot.waitUntil(lambda: rig.services.batch.is_running)
    assert "b.png · " in rig.window.status._running.text()
    rig.engine.hold.set()
    rig.finished()
    rig.qtbot.waitUntil(lambda: rig.window.status._running.text() == "")


def test_several_saved_files_are_all_named(rig: Rig) -> None:
    rig.window.news.saved(Path("/x/a.pdf"))
    rig.window.news.saved(Path("/x/b.pdf"))
    assert rig.notices() == ["Saved as b.pdf.", "Saved as a.pdf."]


def test_what_fades_gives_way_before_an_error(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "FADES_AFTER_MS", 50)
    area = NoticeArea()
    qtbot.addWidget(area)
    area.show_notice(Notice("error", str(EcgdeskError("It is broken.")), Tone.ERROR))
    for number in range(5):
        area.show_notice(Notice(f"saved:{number}", "Saved.", stays=False))
    assert [n.key for n in area.notices] == ["saved:4", "saved:3", "error"]
    qtbot.waitUntil(lambda: [n.key for n in area.notices] == ["error"], timeout=2000)
