"""Recipes of papers B, C and D on real pages, both protocols: window and command line agree."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from ecgdesk.core.findings import Examined
from ecgdesk.ui.training.recipe_page import RecipePage
from ecgdesk.ui.training.steps import Step
from tests.e2e.test_training_a_model import begun, examined, on_the_command_line
from tests.fakes.window import Rig
from tests.ui.training.conftest import Say, opened, say

__all__ = ["say"]

pytestmark = [pytest.mark.slow, pytest.mark.real_data]
EACH = 8
SHORT: dict[str, Any] = {
    "epochs": 1, "batch": 4, "accumulate": 1, "split.folds": 2, "split.held_out_folds": 1, "final_fit": False,
    "model.pretrained": "no", "early_stopping": None, "unfreezing": None, "published.folds": 2,
    "published.copies": {}, "device": "cpu",
}  # fmt: skip
OF_ONE: dict[str, dict[str, Any]] = {
    "b-baseline-cnn": {},
    "c-fusion-cnn": {"published.balance_to": 24},
    "d-simcardionet-copies": {"pretraining.epochs": 1, "pretraining.batch": 4},
}
KEY = {"sound": "honest", "as published": "as_published"}


def few_pages(data: Path, folder: Path) -> Path:
    """Write a list of a few pages of each class, from all days of it."""
    with (data / "ecg-cardiac" / "pages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chosen = []
    for label in sorted({row["label"] for row in rows}):
        own = [row for row in rows if row["label"] == label]
        chosen += own[:: len(own) // EACH][:EACH]
    target = folder / "pages.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        pages = data / "ecg-cardiac" / "pages"
        table.writerows({**row, "page": str(pages / row["page"])} for row in chosen)
    return target


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("protocol", KEY)
@pytest.mark.parametrize("recipe", OF_ONE)
def test_a_paper_s_recipe_gives_the_same_figures_both_ways(
    rig: Rig, tmp_path: Path, say: Say, data_folder: Path, recipe: str, protocol: str
) -> None:
    say(Examined(4 * EACH, 4 * EACH, 4 * EACH, dict.fromkeys(("AHB", "HMI", "MI", "Normal"), EACH), 0, 0))
    wizard = opened(rig)
    data = few_pages(data_folder, tmp_path)
    examined(rig, wizard, data)
    page = wizard.pages[Step.RECIPE]
    assert isinstance(page, RecipePage)
    page.choose_preset(recipe)
    exported = begun(rig, wizard, tmp_path, {**SHORT, **OF_ONE[recipe], "protocol": protocol})
    assert wizard.files is not None
    other = on_the_command_line(exported, tmp_path, tmp_path / "runs")
    assert (other / "metrics.json").read_bytes() == wizard.files.metrics.read_bytes()
    assert (other / "predictions.csv").read_bytes() == wizard.files.predictions.read_bytes()
    assert KEY[protocol] in json.loads((other / "metrics.json").read_text())
