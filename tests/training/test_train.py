"""The command: exit codes, the run folder, sentences instead of tracebacks, and a kind end on SIGTERM."""

import os
import signal
from pathlib import Path

import pytest

from ecgdesk.core.recipe import read_recipe
from ecgdesk.core.run_events import Batch, Event, Failed, Finished, Started, Stopped
from ecgdesk.core.run_history import read_events
from ecgdesk.services.paths import UserFolder
from tests.training.conftest import RECIPE
from training import train
from training.arguments import parser
from training.run_folder import RunFolder
from training.train import main


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "recipe.toml"
    path.write_text(RECIPE)
    return path


def only_run(runs: Path) -> RunFolder:
    (path,) = [path for path in runs.iterdir() if path.name != "cache"]
    return RunFolder(path)


def test_a_recipe_runs_from_the_command_line(config: Path, tiny_data: Path, tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    assert main(["--config", str(config), "--data", str(tiny_data), "--runs", str(runs)]) == 0
    folder = only_run(runs)
    events = list(read_events(folder.events))
    assert isinstance(events[0], Started)
    assert isinstance(events[-1], Finished)
    assert "Finished" in folder.log.read_text()


def test_missing_data_is_one_sentence(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runs = tmp_path / "runs"
    assert main(["--config", str(config), "--data", str(tmp_path / "no"), "--runs", str(runs)]) == 1
    said = capsys.readouterr().err
    assert "pages.csv" in said
    assert "Traceback" not in said
    assert isinstance(list(read_events(only_run(runs).events))[-1], Failed)


def test_a_wrong_recipe_makes_no_run_folder(config: Path, tmp_path: Path) -> None:
    config.write_text(RECIPE + "\n[wrong]\n")
    assert main(["--config", str(config), "--runs", str(tmp_path / "runs")]) == 2
    assert not (tmp_path / "runs").exists()


def test_a_fit_the_recipe_does_not_have_is_refused(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runs = tmp_path / "runs"
    assert main(["--config", str(config), "--runs", str(runs), "--only", "final fit"]) == 2
    assert "Its fits are: fold 1" in capsys.readouterr().err
    assert not runs.exists()


def test_a_recipe_that_is_not_there_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--config", str(tmp_path / "missing.toml"), "--runs", str(tmp_path / "runs")]) == 2
    assert "missing.toml" in capsys.readouterr().err
    assert not (tmp_path / "runs").exists()


def test_runs_are_kept_where_the_window_and_the_doctor_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECGDESK_HOME", str(tmp_path / "home"))
    arguments = parser().parse_args(["--config", "recipe.toml"])
    assert arguments.runs == UserFolder.default().root / "runs" == tmp_path / "home" / "runs"


def test_wrong_usage_exits_with_2() -> None:
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2


def test_sigterm_ends_the_run_kindly_and_it_can_go_on(
    config: Path, tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def terminated(event: Event) -> str:
        if isinstance(event, Batch) and (event.fit, event.epoch) == ("fold 2", 2):
            os.kill(os.getpid(), signal.SIGTERM)
        return ""

    runs = tmp_path / "runs"
    with monkeypatch.context() as patch:
        patch.setattr(train, "sentence", terminated)
        assert main(["--config", str(config), "--data", str(tiny_data), "--runs", str(runs)]) == 0
    folder = only_run(runs)
    assert isinstance(list(read_events(folder.events))[-1], Stopped)
    assert main(["--resume", str(folder.path), "--data", str(tiny_data), "--runs", str(runs)]) == 0
    assert isinstance(list(read_events(folder.events))[-1], Finished)


def test_the_protocol_of_the_command_line_is_the_run_s(config: Path, tiny_data: Path, tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    given = ["--config", str(config), "--data", str(tiny_data), "--runs", str(runs)]
    assert main([*given, "--protocol", "as published", "--only", "fold 1"]) == 0
    assert read_recipe(only_run(runs).config).is_as_published
    assert (only_run(runs).checkpoints / "fold-1.npz").is_file()


def test_absent_weights_are_said_at_once(
    config: Path, tiny_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = RECIPE[: RECIPE.index("[model]")] + '[model]\narchitecture = "resnet50"\npretrained = "required"\n'
    config.write_text(text)
    runs = tmp_path / "runs"
    given = ["--config", str(config), "--data", str(tiny_data), "--runs", str(runs)]
    assert main([*given, "--weights", str(tmp_path / "weights")]) == 1
    assert "timm/resnet50.tv_in1k.safetensors" in capsys.readouterr().err.replace("\n", "")
    assert [event.kind for event in read_events(only_run(runs).events)] == ["failed"]
