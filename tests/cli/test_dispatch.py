"""One entry: which words are commands, which are pages, and that asking for help costs nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ecgdesk import __version__
from ecgdesk.cli.dispatch import parse, run

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "torchvision", "timm", "captum", "PySide6", "cv2", "matplotlib", "reportlab")


def ecgdesk(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "ecgdesk", *arguments], cwd=ROOT, check=False, text=True,
                          capture_output=True, timeout=120, env={**os.environ, **variables})  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--version"], f"ecgdesk {__version__}"),
        (["--help"], "Not for diagnosis"),
        (["--help"], "\n  train "),
        (["analyze", "--help"], "--json"),
        (["models", "--help"], "import"),
        (["doctor", "--help"], "--json"),
    ],
)
def test_version_and_help_load_nothing_heavy(arguments: list[str], said: str) -> None:
    code = (
        "import sys; from ecgdesk.__main__ import main\n"
        f"status = main({arguments!r})\n"
        f"print('loaded', *sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
        "sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    assert done.stderr.splitlines()[-1].strip() == "loaded"


@pytest.mark.parametrize(
    "arguments",
    [["analyze"], ["analyze", "x.png", "--nonsense"], ["analyze", "x.png", "--device", "tpu"], ["models"],
     ["models", "fly"], ["doctor", "now"], ["analyse", "x.png"], ["--nonsense"], ["missing.png"],
     ["--quit-after", "soon"]],
)  # fmt: skip
def test_wrong_usage_is_exit_code_2_with_a_word_on_stderr(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err.strip()
    assert "Traceback" not in printed.err


def test_files_open_the_window(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    (tmp_path / "-b.png").touch()
    files = [tmp_path / "a.png", tmp_path / "-b.png"]
    assert parse([*map(str, files), "--quit-after", "1.5"]) == (files, 1.5)
    assert parse([]) == ([], None)


def test_without_a_display_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux runs without a display")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run([]) == 1
    assert "no display" in capsys.readouterr().err


def test_it_runs_as_a_module() -> None:
    done = ecgdesk("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"ecgdesk {__version__}\n", "")


def test_train_goes_to_the_trainer_with_its_own_arguments() -> None:
    done = ecgdesk("train", "--help")
    assert done.returncode == 0
    assert "--config" in done.stdout
