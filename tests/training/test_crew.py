"""Several processes on one run: the figures of one, a folder written by the first, a lost one survived."""

import csv
import json
import time
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.constants import DISTRIBUTED_METRIC_TOLERANCE
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.core.run_history import RunState, read_events, read_run
from tests.training.conftest import RECIPE
from tests.training.processes import crew, given, trainer
from training.crew import ALONE, Crew

# Layer norms instead of batch norms would make both equal to the last bit; batch norms see their own part.
LEARNS = RECIPE.replace("epochs = 2", "epochs = 8").replace("batch = 4", "batch = 8")


def write(tmp_path: Path, text: str = LEARNS) -> Path:
    path = tmp_path / "recipe.toml"
    path.write_text(text)
    return path


def only_run(runs: Path) -> RunFiles:
    (found,) = [path for path in runs.iterdir() if (path / "config.toml").is_file()]
    return RunFiles(found)


def summary(files: RunFiles) -> dict[str, float]:
    figures = json.loads(files.metrics.read_text())["honest"]["summary"]
    return {name: figures[name]["value"] for name in ("accuracy", "macro_f1", "auroc")}


def test_a_batch_is_divided_whole() -> None:
    batch = np.arange(7)
    parts = [Crew(rank, 3, rank).share(batch) for rank in range(3)]
    assert sorted(np.concatenate(parts)) == list(batch)
    assert ALONE.share(batch) is batch


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_processes_give_the_figures_of_one(tiny_data: Path, tmp_path: Path) -> None:
    config = write(tmp_path)
    alone = trainer(["--config", str(config), *given(tiny_data, tmp_path / "alone")])
    alone.join()
    pair = crew(["--config", str(config), *given(tiny_data, tmp_path / "pair")])
    for process in pair:
        process.join()
    assert [alone.exitcode, *(process.exitcode for process in pair)] == [0, 0, 0]
    one, two = only_run(tmp_path / "alone"), only_run(tmp_path / "pair")
    for name, value in summary(one).items():
        assert summary(two)[name] == pytest.approx(value, abs=DISTRIBUTED_METRIC_TOLERANCE), name
    # The first process alone writes: each event stands there once, each held-out page too.
    events = list(read_events(two.events))
    assert sum(event.kind == "started" for event in events) == 1
    assert sum(event.kind == "finished" for event in events) == 1
    with two.predictions.open() as file:
        assert len(list(csv.DictReader(file))) == 40


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_lost_process_ends_the_run_and_it_goes_on(tiny_data: Path, tmp_path: Path) -> None:
    config = write(tmp_path, LEARNS.replace("epochs = 8", "epochs = 40"))
    pair = crew(["--config", str(config), *given(tiny_data, tmp_path / "runs", "--state-every", "0")])
    until = time.monotonic() + 120
    while time.monotonic() < until:
        runs = list((tmp_path / "runs").glob("*/events.jsonl"))
        if runs and sum(event.kind == "epoch" for event in read_events(runs[0])) >= 2:
            break
        time.sleep(0.1)
    pair[1].kill()
    pair[0].join(timeout=150)
    assert pair[0].exitcode not in (None, 0)
    files = only_run(tmp_path / "runs")
    assert read_run(files).state in (RunState.FAILED, RunState.INTERRUPTED)
    last = trainer(["--resume", str(files.path), "--threads", "1", "--only", "fold 1"])
    last.join()
    assert last.exitcode == 0
    assert any(event.kind == "resumed" for event in read_events(files.events))
