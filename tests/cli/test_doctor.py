"""`ecgdesk doctor`: every finding, and a fix for each thing that is wrong."""

import io
import json
import runpy
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from ecgdesk.cli import checks, system_libraries
from ecgdesk.cli.checks import Check, Machine, all_checks, graphics_card, model_packs, shared_memory, writable
from ecgdesk.cli.console import Streams
from ecgdesk.cli.doctor import report
from ecgdesk.core.errors import ModelPackError
from ecgdesk.engine.gpu import Gpu

ROOT = Path(__file__).resolve().parents[2]
CARD = Gpu("RTX 2000", "550.1", 8192, 8000)


class Card:
    def __init__(self, error: Exception | None = None) -> None:
        self._error = error

    def cards(self) -> tuple[str, ...]:
        return ()

    def trial(self) -> str:
        if self._error:
            raise self._error
        return "RTX 2000"


def printed(found: list[Check], *, as_json: bool) -> tuple[int, str]:
    out = io.StringIO()
    code = report(found, Streams(Console(file=out, width=200), Console(file=io.StringIO())), as_json=as_json)
    return code, out.getvalue()


def test_each_wrong_thing_has_its_fix_and_the_exit_code_says_so() -> None:
    well, ill = Check("a", True, "fine"), Check("b", False, "broken", "mend it")
    assert printed([well], as_json=False)[0] == 0
    code, text = printed([well, ill], as_json=False)
    assert code == 1
    assert "→ mend it" in text
    assert "1 thing needs a fix." in text


def test_json_is_one_object() -> None:
    code, text = printed([Check("a", True, "fine"), Check("b", False, "broken", "mend it")], as_json=True)
    assert code == 1
    assert json.loads(text) == {
        "ok": False,
        "checks": [
            {"name": "a", "ok": True, "detail": "fine", "fix": None},
            {"name": "b", "ok": False, "detail": "broken", "fix": "mend it"},
        ],
    }


def test_a_card_that_works_is_named() -> None:
    check = graphics_card((CARD,), Card())
    assert check.ok
    assert "RTX 2000, 8192 MiB, driver 550.1" in check.detail


def test_a_card_that_is_there_but_unusable_is_wrong_with_a_fix() -> None:
    check = graphics_card((CARD,), Card(RuntimeError("driver too old")))
    assert not check.ok
    assert "driver too old" in check.detail
    assert "driver" in check.fix


def test_no_card_is_no_fault_but_no_torch_is() -> None:
    assert graphics_card((), Card(RuntimeError("none"))).ok
    check = graphics_card((), Card(ImportError("libtorch.so")))
    assert not check.ok
    assert check.fix


def test_a_folder_that_cannot_be_written_is_wrong_with_a_fix(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    check = writable("data folder", tmp_path / "data")
    assert not check.ok
    assert "ECGDESK_HOME" in check.fix
    assert writable("data folder", tmp_path / "other").ok


def test_too_little_shared_memory_is_wrong_with_a_fix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(checks.sys, "platform", "linux")
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda path: usage(64 << 20, 0, 64 << 20))
    check = shared_memory(tmp_path)
    assert not check.ok
    assert "--shm-size" in check.fix


def test_missing_libraries_are_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "missing_packages", lambda: ["libegl1", "libxcb-cursor0"])
    check = checks.display()
    assert not check.ok
    assert check.fix == "sudo apt-get install -y libegl1 libxcb-cursor0"


def test_the_list_of_system_libraries_is_the_one_of_the_installer() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "check_system.py"))
    assert dict(system_libraries.LIBRARIES) == script["LIBRARIES"]


def test_no_display_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "missing_packages", list)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert checks.display().ok


def test_packs_are_verified_and_none_is_wrong() -> None:
    def verify(path: Path) -> None:
        if path.stem == "torn":
            raise ModelPackError("torn is damaged.", "Get it again.")

    good, torn = model_packs(lambda: [Path("good.ecgmodel"), Path("torn.ecgmodel")], verify)
    assert good.ok
    assert (torn.ok, torn.detail, torn.fix) == (False, "torn is damaged.", "Get it again.")
    (none,) = model_packs(list, verify)
    assert not none.ok
    assert "import" in none.fix


def test_everything_is_looked_at(tmp_path: Path) -> None:
    def models() -> Iterator[Check]:
        yield Check("model m", True, "verified")

    machine = Machine((("data folder", tmp_path),), models, lambda: (), Card(RuntimeError("none")))
    names = [check.name for check in all_checks(machine)]
    assert {
        "program",
        "system",
        "memory",
        "shared memory",
        "data folder",
        "window",
        "torch",
        "model m",
    } < set(names)
    assert names[-1] == "graphics card"
