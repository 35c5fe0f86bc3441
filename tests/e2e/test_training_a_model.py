"""From pages to a model that answers, with the real trainer; and the same figures without the window."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from ecgdesk.core.findings import Examined
from ecgdesk.core.recipe_values import with_value
from ecgdesk.services.training.launching import environment
from ecgdesk.ui.training.recipe_page import RecipePage
from ecgdesk.ui.training.run_page import RunPage
from ecgdesk.ui.training.steps import Step
from ecgdesk.ui.training.wizard import Wizard
from tests.fakes.pages import paper
from tests.fakes.window import Rig
from tests.ui.training.conftest import Say, opened, say

__all__ = ["say"]

pytestmark = pytest.mark.slow
SETTINGS = {
    "epochs": 2, "batch": 4, "precision": "fp32", "split.folds": 2, "degrade.variants": 1, "shift_pages": 0,
    "model.options": {
        "width": 8, "depths": [1, 1, 1, 1], "strides": [1, 2, 2, 1], "stem_stride": 4, "dropout": 0.0
    },
    "preprocessing.width": 96, "preprocessing.height": 64,
}  # fmt: skip


def drawn_pages(folder: Path) -> Path:
    """Draw eight pages of each of two classes; the second has fewer beats."""
    from PIL import Image

    for label, keep in (("Fast", 1), ("Slow", 2)):
        (folder / label).mkdir(parents=True)
        for number in range(8):
            page = paper(600, 440)
            page[200 : 380 : 14 * keep, 40 + 9 * number : 560] = 40  # no two pages are alike
            Image.fromarray(page).save(folder / label / f"{number}.png")
    return folder


def examined(rig: Rig, wizard: Wizard, data: Path) -> None:
    """Lead the wizard from pages to the recipe."""
    wizard.go(Step.DATA)
    wizard.pages[Step.DATA].choose(data)  # type: ignore[attr-defined]
    rig.qtbot.waitUntil(lambda: wizard.pages[Step.DATA].is_ready, timeout=20_000)
    wizard.next.click()
    rig.qtbot.waitUntil(lambda: wizard.pages[Step.CHECK].is_ready, timeout=20_000)
    wizard.next.click()
    wizard.next.click()


def begun(rig: Rig, wizard: Wizard, tmp_path: Path, settings: dict[str, Any]) -> Path:
    """Change the recipe and wait for the end of its run; returns the exported recipe."""
    recipe = wizard.pages[Step.RECIPE]
    assert isinstance(recipe, RecipePage)
    values = wizard.draft.values
    for path, value in settings.items():
        values = with_value(values, path, value)
    wizard.draft.replace(values)
    name = recipe.row("card.name").editor
    assert isinstance(name, QLineEdit)
    name.textEdited.emit("Tiny")
    recipe.export_file(tmp_path / "recipe.toml")
    wizard.next.click()
    run = wizard.pages[Step.RUN]
    assert isinstance(run, RunPage)
    assert run.watcher is not None
    rig.qtbot.waitUntil(lambda: run.watcher.has_ended, timeout=1_500_000)
    rig.qtbot.waitUntil(lambda: run.is_ready or bool(run.message.text), timeout=10_000)
    assert run.is_ready, run.message.text
    return tmp_path / "recipe.toml"


def trained(rig: Rig, wizard: Wizard, data: Path, tmp_path: Path, **settings: Any) -> Path:  # noqa: ANN401
    """Lead the wizard from pages to the end of a tiny run; returns the exported recipe."""
    examined(rig, wizard, data)
    return begun(rig, wizard, tmp_path, {**SETTINGS, **settings})


def on_the_command_line(recipe: Path, data: Path, runs: Path) -> Path:
    """Run the same recipe without the window; returns the run's folder."""
    arguments = ["train", "--config", str(recipe), "--data", str(data), "--runs", str(runs)]
    command = [sys.executable, "-m", "ecgdesk", *arguments]
    subprocess.run(command, env=environment(), check=True, timeout=1500, capture_output=True)
    (folder,) = (path for path in runs.iterdir() if (path / "config.toml").is_file())
    return folder


@pytest.mark.timeout(1200)
def test_pages_become_a_model_in_use(rig: Rig, tmp_path: Path, say: Say) -> None:
    say(Examined(16, 16, 16, {"Fast": 8, "Slow": 8}, 0, 0))
    wizard = opened(rig)
    data = drawn_pages(tmp_path / "pages")
    recipe = trained(rig, wizard, data, tmp_path)
    assert wizard.files is not None
    wizard.next.click()
    results = wizard.pages[Step.RESULTS]
    rig.qtbot.waitUntil(lambda: results.is_ready, timeout=20_000)
    assert results.figures.summary.texts[0][0] == "Accuracy"  # type: ignore[attr-defined]
    wizard.next.click()
    save = wizard.pages[Step.SAVE]
    rig.qtbot.waitUntil(lambda: save.save.isEnabled(), timeout=20_000)  # type: ignore[attr-defined]
    save.save.click()  # type: ignore[attr-defined]
    rig.qtbot.waitUntil(lambda: save.is_ready, timeout=20_000)
    assert rig.services.models.chosen is not None
    assert rig.services.models.chosen.id == "tiny"

    other = on_the_command_line(recipe, data.parent, tmp_path / "runs")
    assert (other / "metrics.json").read_bytes() == wizard.files.metrics.read_bytes()
    assert (other / "predictions.csv").read_bytes() == wizard.files.predictions.read_bytes()
    accuracy = json.loads(wizard.files.metrics.read_text())["honest"]["summary"]["accuracy"]["value"]
    if accuracy < 1:
        assert list((wizard.files.figures / "mistakes").glob("*.png"))


@pytest.mark.timeout(1200)
def test_the_protocol_as_published_gives_the_same_figures_both_ways(
    rig: Rig, tmp_path: Path, say: Say
) -> None:
    say(Examined(16, 16, 16, {"Fast": 8, "Slow": 8}, 0, 0))
    wizard = opened(rig)
    data = drawn_pages(tmp_path / "pages")
    recipe = trained(rig, wizard, data, tmp_path, protocol="as published")
    assert wizard.files is not None
    other = on_the_command_line(recipe, data.parent, tmp_path / "runs")
    assert (other / "metrics.json").read_bytes() == wizard.files.metrics.read_bytes()
    assert "as_published" in json.loads((other / "metrics.json").read_text())
