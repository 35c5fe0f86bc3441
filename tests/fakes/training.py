"""Labelled pages, whole runs and a trainer without a network, for tests of the wizard."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_events import Event, to_line
from ecgdesk.core.run_folder import RunFiles, new_run
from ecgdesk.core.run_history import RunRecord, RunState, read_run
from ecgdesk.services.training import launching
from ecgdesk.services.training.commands import Command
from ecgdesk.services.training.launching import Launch, keep_launch
from tests.fakes.pages import write_page
from tests.fakes.run_events import CLASSES, metrics, predictions, whole_run

__all__ = ["metrics", "predictions"]
SMALL_PAGE = {"width": 300, "height": 220}


def labelled_folder(folder: Path, pages: int = 3, classes: tuple[str, ...] = CLASSES) -> Path:
    """Make a folder of pages for each class, all of them small."""
    first = folder / classes[0] / f"{classes[0]}-0.png"
    for name in classes:
        (folder / name).mkdir(parents=True)
        for number in range(pages):
            target = folder / name / f"{name}-{number}.png"
            if target == first:
                write_page(first, **SMALL_PAGE)
            else:
                shutil.copy(first, target)
    return folder


def labelled_list(folder: Path, pages: int = 4) -> Path:
    """Make a list with paths, classes, days and copies, beside its folder of pages."""
    (folder / "pages").mkdir(parents=True)
    rows = ["page,label,recording_day,copies_in_dataset"]
    for number in range(pages * len(CLASSES)):
        name = f"{number}.png"
        write_page(folder / "pages" / name, **SMALL_PAGE)
        rows.append(f"{name},{CLASSES[number % len(CLASSES)]},2020-01-{1 + number // 2:02d},1")
    file = folder / "pages.csv"
    file.write_text("\n".join(rows) + "\n")
    return file


def small_recipe(name: str = "Small", **changes: Any) -> Recipe:  # noqa: ANN401 - a recipe's values
    """Return a recipe of two folds and two epochs."""
    plain = {
        "card": {"id": name.lower().replace(" ", "-"), "name": name},
        "data": {"source": "pages"},
        "model": {"architecture": "page-resnet"},
        "split": {"folds": 2},
        "epochs": 2,
    }
    return Recipe.model_validate(plain | changes)


def made_run(
    runs: Path,
    name: str = "Small",
    events: tuple[Event, ...] | None = None,
    pages_at: Path | None = None,
    figures: dict[str, Any] | None = None,
    **changes: Any,  # noqa: ANN401 - a recipe's values
) -> RunFiles:
    """Write the folder of a run that ended; with figures it has a model, predictions and a report too."""
    files = new_run(runs, small_recipe(name, **changes))
    files.events.write_text("".join(map(to_line, whole_run() if events is None else events)))
    files.log.write_text("fold 1 epoch 1/2\nfold 1 epoch 2/2\nFinished\n")
    if pages_at is not None:
        keep_launch(files, Launch(str(pages_at)))
    if figures is not None:
        files.metrics.write_text(json.dumps(figures))
        files.predictions.write_text(predictions())
        files.report.write_text("<h1>Report</h1>")
        files.pack.write_bytes(b"only its being there counts")
    return files


def record_of(files: RunFiles) -> RunRecord:
    """Return a run as the list of runs shows it."""
    record = read_run(files)
    assert record.state is not RunState.RUNNING
    return record


@pytest.fixture
def fake_trainer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let runs be started with `tests.fakes.trainer`, which trains nothing; call it with how it behaves."""

    def behave(manner: str) -> None:
        def command(arguments: list[str]) -> Command:
            return Command(sys.executable, ("-m", "tests.fakes.trainer", manner, *arguments))

        monkeypatch.setattr(launching, "trainer", command)

    behave("finish")
    return behave
