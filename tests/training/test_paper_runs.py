"""Two epochs of papers' systems on 24 real pages: they train, leave a pack, and the pack answers."""

from pathlib import Path

import numpy as np
import pytest
import torch

from ecgdesk.core.recipe import Recipe, read_recipe
from ecgdesk.core.run_events import Epoch, Failed, Finished
from ecgdesk.models.loaded import load_network
from training.data import PageSet, load_pages
from training.run_folder import RunFolder
from training.trainer import Trainer

FOLDER = Path(__file__).parents[2] / "training" / "recipes"
SYSTEMS = ("b-baseline-cnn", "a-yolov8n-cls", "c-fusion-cnn", "d-simcardionet", "a-metaclip-vit-b32")


def shortened(name: str) -> Recipe:
    recipe = read_recipe(FOLDER / f"{name}.toml")
    values = recipe.model_dump() | {"epochs": 2, "batch": 4, "device": "cpu"}
    values["split"] = values["split"] | {"folds": 2}
    values["model"] = values["model"] | {"pretrained": "no"}
    if recipe.pretraining is not None:
        values["pretraining"] = values["pretraining"] | {"epochs": 1, "batch": 4}
    if recipe.early_stopping is not None:
        values["early_stopping"] = values["early_stopping"] | {"share": 0.3}
    return Recipe.model_validate(values)


def few(pages: PageSet, each: int) -> PageSet:
    chosen = []
    for name in pages.class_ids:
        own = [page for page in pages.pages if page.label == name]
        by_day = sorted(own, key=lambda page: [p.group for p in own[: own.index(page)]].count(page.group))
        chosen += by_day[:each]
    return PageSet(tuple(chosen), pages.classes)


@pytest.mark.slow
@pytest.mark.real_data
@pytest.mark.parametrize("name", SYSTEMS)
def test_two_epochs_leave_a_pack_that_answers(name: str, data_folder: Path, tmp_path: Path) -> None:
    recipe = shortened(name)
    pages = few(load_pages(recipe.data, data_folder), 6)
    folder = RunFolder.create(tmp_path / "runs", recipe)
    events = list(Trainer(recipe, pages, folder, tmp_path / "cache", data_folder).fit())
    assert not [event for event in events if isinstance(event, Failed)]
    assert isinstance(events[-1], Finished)
    fits = {event.fit for event in events if isinstance(event, Epoch)}
    assert ("fold 1, pretraining" in fits) == (recipe.pretraining is not None)
    assert all(np.isfinite(event.train_loss) for event in events if isinstance(event, Epoch))
    loaded = load_network(folder.pack)
    page = loaded.card.preprocessing
    with torch.inference_mode():
        logits = loaded.network(torch.rand(1, page.channels, page.height, page.width))
    assert logits.shape == (1, 4)
    assert torch.isfinite(logits).all()
