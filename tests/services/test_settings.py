import json
import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ecgdesk.core.analysis import DeviceChoice
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.json_file import write_json
from ecgdesk.services.recent import RECENT_FILES, RecentFiles
from ecgdesk.services.settings import Settings, SettingsStore


def test_only_what_differs_from_the_defaults_is_written(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    SettingsStore(file).update(theme="dark", threads=2, explain=True)
    assert json.loads(file.read_text()) == {"theme": "dark", "threads": 2}


def test_settings_come_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    SettingsStore(file).update(device=DeviceChoice.CPU, recent=("a", "b"), restore_session=False)
    again = SettingsStore(file).values
    assert (again.device, again.recent, again.restore_session) == (DeviceChoice.CPU, ("a", "b"), False)


def test_wrong_values_fall_back_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    wrong = {"device": "tpu", "threads": -4, "theme": "pink", "explain": "yes", "later": 1, "model": "m"}
    file.write_text(json.dumps(wrong))
    assert SettingsStore(file).values == Settings(model="m")


def test_a_damaged_file_is_kept_aside_and_defaults_are_used(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"theme": "da')
    assert SettingsStore(file).values == Settings()
    assert (tmp_path / "settings.json.damaged").read_text() == '{"theme": "da'


def test_a_change_is_announced_with_old_and_new(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    seen: list[tuple[Settings, Settings]] = []
    store.changed.connect(lambda old, new: seen.append((old, new)))
    store.update(theme="light")
    store.update(theme="light")
    assert [(old.theme, new.theme) for old, new in seen] == [("system", "light")]


def test_a_folder_that_cannot_be_written_is_said_and_the_choice_still_holds(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    store = SettingsStore(blocker / "settings.json")
    seen: list[str] = []
    store.not_saved.connect(seen.append)
    store.update(theme="dark")
    assert len(seen) == 1
    assert store.values.theme == "dark"


def test_recent_files_are_newest_first_each_once_and_few(tmp_path: Path) -> None:
    recent = RecentFiles(SettingsStore(tmp_path / "settings.json"))
    recent.add([Path(f"/x/{i}.png") for i in range(RECENT_FILES)])
    recent.add([Path("/x/3.png"), Path("/x/new.png")])
    assert recent.paths[:3] == [Path("/x/3.png"), Path("/x/new.png"), Path("/x/0.png")]
    assert len(recent.paths) == RECENT_FILES
    recent.remove(Path("/x/new.png"))
    assert Path("/x/new.png") not in recent.paths


def test_with_jobs_the_disk_delays_nobody_and_the_last_choice_is_what_is_written(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, jobs, threads = tmp_path / "settings.json", Jobs(), set[int]()

    def slow(path: Path, data: dict[str, object]) -> None:
        threads.add(threading.get_ident())
        time.sleep(0.05)
        write_json(path, data)

    monkeypatch.setattr("ecgdesk.services.settings.write_json", slow)
    store = SettingsStore(file, jobs=jobs)
    for threads_wanted in range(1, 6):
        store.update(threads=threads_wanted)
    qtbot.waitUntil(lambda: file.exists() and json.loads(file.read_text()) == {"threads": 5})
    assert threading.get_ident() not in threads


def test_what_is_not_written_when_the_window_closes_is_written_then(tmp_path: Path, qtbot: QtBot) -> None:
    file, jobs = tmp_path / "settings.json", Jobs()
    store = SettingsStore(file, jobs=jobs)
    store.update(theme="dark")
    store.update(theme="light")
    jobs.close()
    store.save_now()
    assert json.loads(file.read_text()) == {"theme": "light"}


def test_a_job_that_cannot_write_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    store = SettingsStore(blocker / "settings.json", jobs=Jobs())
    with qtbot.waitSignal(store.not_saved):
        store.update(theme="dark")
    with qtbot.waitSignal(store.not_saved):
        store.update(theme="light")
