"""A fit that was cut off anywhere ends with the very weights of one that was not."""

import hashlib
import random
import time
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from ecgdesk.core.recipe import PretrainingSettings, Recipe
from ecgdesk.core.run_events import Batch, Epoch, Event, Finished, Paused, Resumed
from ecgdesk.core.run_folder import RunFiles, Wish
from ecgdesk.core.run_history import RunState, in_force, read_events, read_run
from tests.training.conftest import RECIPE
from tests.training.processes import given, trainer
from tests.training.small_fits import Flat, finished, material, recipe_with
from tests.training.test_pretraining import Projector
from training.bench import Bench
from training.fit_state import StateFile
from training.fitting import Fit
from training.pretraining import Pretraining
from training.run_folder import RunFolder
from training.splits import Split
from training.train import main

EVERYTHING = {
    "batch": 2, "accumulate": 2, "epochs": 3, "average_decay": 0.9, "balance": "oversample",
    "augment": {"noise": 0.1, "erase_chance": 0.5}, "views": {"rotation_deg": 5.0, "noise": 0.05},
    "early_stopping": {"patience": 3}, "optimiser": {"schedule": "one-cycle"},
}  # fmt: skip
WARM = {"epochs": 3, "batch": 4, "optimiser": {"schedule": "cosine", "warm_up_epochs": 1.5}}
LONG = 80
"""Epochs of a run that twenty kills do not see the end of, on a fast machine either."""
SCALED = {"epochs": 2, "batch": 4, "precision": "fp16", "optimiser": {"schedule": "constant"}}


class Dropping(Flat):
    """Draws from torch's common generator too."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(nn.functional.dropout(x, 0.3, self.training))


def fit(recipe: Recipe, folder: Path, goes_on: bool = False) -> Fit:
    bench = Bench(
        torch.device("cpu"), state=lambda name: StateFile(folder / f"{name}.state", 0.0), goes_on=goes_on
    )
    network = Dropping()
    given, watched = material(), np.array([0, 5, 9, 15])
    train = np.setdiff1d(np.arange(16), watched)
    return Fit("fit", recipe, given, network, Split(train, watched), recipe.epochs, 0, bench, lambda _: None)


def shaken() -> None:
    """Leave the common generators as another process would."""
    torch.manual_seed(random.randrange(1000))
    np.random.seed(random.randrange(1000))


@pytest.mark.parametrize("values", [EVERYTHING, WARM, SCALED], ids=["everything", "warm-up", "fp16"])
def test_a_fit_cut_off_after_any_event_ends_with_the_same_weights(
    values: dict[str, object], tmp_path: Path
) -> None:
    recipe = recipe_with(**values)
    whole = finished(fit(recipe, tmp_path / "whole").run())
    events = 1 + sum(1 for _ in fit(recipe, tmp_path / "count").run())
    for cut in range(1, events, 3):
        folder = tmp_path / str(cut)
        list(islice(fit(recipe, folder).run(), cut))
        shaken()
        again = finished(fit(recipe, folder).run())
        assert again.epoch == whole.epoch
        for name, value in whole.network.state_dict().items():
            assert torch.equal(value, again.network.state_dict()[name]), (cut, name)


def test_the_events_of_a_resumed_fit_are_those_of_one_that_was_not_cut_off(tmp_path: Path) -> None:
    recipe = recipe_with(**EVERYTHING)

    def told(events: list[Event]) -> list[tuple[object, ...]]:
        kept = [event for event in in_force(events) if isinstance(event, Batch | Epoch)]
        return [(e.kind, e.epoch, getattr(e, "step", 0), getattr(e, "loss", 0)) for e in kept]

    whole = told(list(fit(recipe, tmp_path / "whole").run()))
    for cut in (1, 4, 7, 8, 12):
        folder = tmp_path / str(cut)
        before = list(islice(fit(recipe, folder).run(), cut))
        after = list(fit(recipe, folder, goes_on=True).run())
        assert isinstance(after[0], Resumed)
        assert told([*before, *after]) == whole


def test_pretraining_cut_off_anywhere_ends_with_the_same_weights(tmp_path: Path) -> None:
    settings = PretrainingSettings.model_validate(
        {"epochs": 3, "batch": 4, "strong": {"noise": 0.3}, "moderate": {"noise": 0.2}}
    )

    def begun(folder: Path) -> tuple[Projector, Pretraining]:
        network = Projector()
        bench = Bench(torch.device("cpu"), state=lambda name: StateFile(folder / f"{name}.state", 0.0))
        return network, Pretraining("fit", settings, material(), network, np.arange(12), 0, bench)

    expected, whole = begun(tmp_path / "whole")
    events = len(list(whole.run()))
    for cut in range(1, events + 1, 2):
        list(islice(begun(tmp_path / str(cut))[1].run(), cut))
        shaken()
        network, rest = begun(tmp_path / str(cut))
        list(rest.run())
        assert torch.equal(network.body.weight, expected.body.weight), cut


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "recipe.toml"
    path.write_text(RECIPE)
    return path


def only_run(runs: Path) -> RunFolder:
    (path,) = [path for path in runs.iterdir() if path.name != "cache"]
    return RunFolder(path)


def weights_hash(folder: RunFiles) -> str:
    weights = load_file(folder.checkpoints / "final.safetensors")
    return hashlib.sha256(b"".join(weights[name].numpy().tobytes() for name in sorted(weights))).hexdigest()


def test_a_paused_run_goes_on_without_being_told_where_its_pages_are(
    config: Path, tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import train

    whole, runs = tmp_path / "whole", tmp_path / "runs"
    assert main(["--config", str(config), *given(tiny_data, whole)]) == 0

    def pausing(event: Event) -> str:
        if isinstance(event, Batch) and (event.fit, event.epoch, event.step) == ("fold 2", 2, 3):
            only_run(runs).ask(Wish.PAUSE)
        return ""

    with monkeypatch.context() as patch:
        patch.setattr(train, "sentence", pausing)
        assert main(["--config", str(config), *given(tiny_data, runs)]) == 0
    folder = only_run(runs)
    events = list(read_events(folder.events))
    assert isinstance(events[-1], Paused)
    assert read_run(folder).state is RunState.PAUSED
    assert not folder.metrics.exists()
    assert main(["--resume", str(folder.path)]) == 0
    events = list(read_events(folder.events))
    assert isinstance(events[-1], Finished)
    assert Resumed("fold 2", 2, 3) in events
    assert read_run(folder).state is RunState.FINISHED
    assert weights_hash(folder) == weights_hash(only_run(whole))
    assert folder.metrics.read_bytes() == only_run(whole).metrics.read_bytes()
    assert folder.predictions.read_bytes() == only_run(whole).predictions.read_bytes()
    assert not list(folder.checkpoints.glob("*.state"))


def test_a_discarded_run_leaves_nothing(
    config: Path, tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import train

    runs = tmp_path / "runs"

    def discarding(event: Event) -> str:
        if isinstance(event, Batch) and event.step == 2:
            assert main(["--discard", str(only_run(runs).path)]) == 0  # as another process would
            assert only_run(runs).wish() is Wish.DISCARD
        return ""

    monkeypatch.setattr(train, "sentence", discarding)
    assert main(["--config", str(config), *given(tiny_data, runs)]) == 0
    assert [path.name for path in runs.iterdir()] == ["cache"]


def test_two_processes_never_work_on_one_run(
    config: Path, tiny_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from training.occupying import only_one

    runs = tmp_path / "runs"
    assert main(["--config", str(config), *given(tiny_data, runs, "--only", "fold 1")]) == 0
    with only_one(only_run(runs)):
        assert main(["--resume", str(only_run(runs).path)]) == 2
    assert "Another process" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_twenty_kills_at_any_moment_change_nothing(config: Path, tiny_data: Path, tmp_path: Path) -> None:
    config.write_text(RECIPE.replace("epochs = 2", f"epochs = {LONG}\naverage_decay = 0.9"))
    whole, runs, chance = tmp_path / "whole", tmp_path / "runs", random.Random(4)
    quiet = trainer(["--config", str(config), *given(tiny_data, whole)])
    quiet.join()
    assert quiet.exitcode == 0
    first = trainer(["--config", str(config), *given(tiny_data, runs, "--state-every", "0")])
    while not list(runs.glob("*/events.jsonl")):
        time.sleep(0.01)
    first.kill()
    first.join()
    folder, kills = only_run(runs), 0
    while kills < 20:
        process = trainer(["--resume", str(folder.path), "--threads", "1", "--state-every", "0"])
        time.sleep(chance.uniform(0.2, 1.6))
        process.kill()
        process.join()
        assert process.exitcode == -9, f"the run was over after {kills} kills"
        kills += 1
        list(read_events(folder.events))
        assert read_run(folder).state in (RunState.INTERRUPTED, RunState.STOPPED)
    last = trainer(["--resume", str(folder.path), "--threads", "1"])
    last.join()
    assert last.exitcode == 0
    events = list(read_events(folder.events))
    assert sum(event.kind == "resumed" for event in events) >= 10
    batches = [(e.fit, e.epoch, e.step) for e in in_force(events) if isinstance(e, Batch)]
    assert len(batches) == len(set(batches)) == LONG * (2 * 5 + 10)
    assert weights_hash(folder) == weights_hash(only_run(whole))
    assert folder.metrics.read_bytes() == only_run(whole).metrics.read_bytes()
    assert folder.predictions.read_bytes() == only_run(whole).predictions.read_bytes()
