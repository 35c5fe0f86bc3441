"""Settings from the command line: what they change, what they take away, and how they are refused."""

from pathlib import Path

import pytest

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_events import Finished, Started
from ecgdesk.models.pack import read_card
from tests.training.test_trainer import new_folder, run
from training.data import PageSet
from training.overriding import overridden


def test_settings_of_every_kind_take_effect(recipe: Recipe) -> None:
    changed = overridden(
        recipe, ["epochs=7", "optimiser.rate=1e-5", "model.pretrained=if available", "split.override=a = b"]
    )
    assert (changed.epochs, changed.optimiser.rate) == (7, 1e-5)
    assert (changed.model.pretrained, changed.split.override) == ("if available", "a = b")
    assert changed.model_copy(update={"epochs": recipe.epochs}).data == recipe.data


def test_a_section_is_made_and_taken_away(recipe: Recipe) -> None:
    made = overridden(recipe, ["early_stopping.patience=3"])
    assert made.early_stopping is not None
    assert made.early_stopping.patience == 3
    assert overridden(made, ["early_stopping=none"]).early_stopping is None


@pytest.mark.parametrize("setting", ["epochs", "=3", "epochs=many", "epoch=3", "epochs.more=3", "epochs=0"])
def test_a_setting_that_is_none_is_refused_in_a_sentence(recipe: Recipe, setting: str) -> None:
    with pytest.raises(RecipeError, match=r"--set|setting"):
        overridden(recipe, [setting])


def test_a_hold_out_without_a_last_fit_is_one_fit(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    short = overridden(recipe, ["split.folds=4", "split.held_out_folds=1", "final_fit=false"])
    folder = new_folder(tmp_path, short)
    events = run(short, pages, folder, tmp_path)
    assert isinstance(events[0], Started)
    assert events[0].fits == ("fold 1",)
    assert isinstance(events[-1], Finished)
    card = read_card(folder.pack)
    assert "weights are those of fold 1" in card.limits[-1]
    assert card.novelty is None
    assert next(figure.n for figure in card.figures if figure.name == "Accuracy") < 20
