"""Where memory runs out, batches are computed in parts, and the effective batch stays the same."""

from pathlib import Path

import numpy as np
import pytest
import torch

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_events import Batch, Event, Finished, Notice
from ecgdesk.models.pack import read_card
from tests.training.small_fits import Flat, finished, material, recipe_with, started
from tests.training.test_trainer import new_folder, run
from training import predicting, stepping
from training.data import PageSet
from training.feeding import Drawn
from training.memory import is_out_of_memory
from training.stepping import Stepper

SAID = "CUDA out of memory. Tried to allocate 2.00 GiB"
PROCESSOR = "[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: can't allocate memory"


class Narrow:
    """Stands in for a device that holds only so many pages."""

    def __init__(self, pages: int, error: Exception) -> None:
        self.pages, self._error, self.largest = pages, error, 0
        self._loss = Stepper._loss

    def __call__(self, stepper: Stepper, batch: Drawn) -> torch.Tensor:
        if len(batch) > self.pages:
            raise self._error
        self.largest = max(self.largest, len(batch))
        return self._loss(stepper, batch)


@pytest.mark.parametrize("error", [torch.OutOfMemoryError(SAID), RuntimeError(PROCESSOR), MemoryError()])
@pytest.mark.parametrize("kind", ["cross-entropy", "focal"])
def test_parts_give_the_weights_of_the_whole_batch(
    kind: str, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = material()
    given.labels[:] = np.array([0] * 11 + [1] * 5)
    recipe = recipe_with(batch=8, epochs=3, objective={"kind": kind})
    wide = finished(started(recipe, Flat(), given)).network.state_dict()
    narrow = Narrow(3, error)
    monkeypatch.setattr(stepping.Stepper, "_loss", lambda *given: narrow(*given))
    events: list[Event] = []
    running = started(recipe, Flat(), given)
    while True:
        try:
            events.append(next(running))
        except StopIteration as end:
            state = end.value.network.state_dict()
            break
    assert narrow.largest == 2
    assert sum(isinstance(event, Batch) for event in events) == 6
    notices = [event.sentence for event in events if isinstance(event, Notice)]
    assert len(notices) == 2
    assert any("8 pages" in said and "4 parts" in said for said in notices)
    for name, value in wide.items():
        assert torch.allclose(value, state[name], atol=1e-6), name


def test_when_even_two_pages_are_too_many_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = Narrow(1, torch.OutOfMemoryError(SAID))
    monkeypatch.setattr(stepping.Stepper, "_loss", lambda *given: narrow(*given))
    with pytest.raises(RecipeError, match="not enough memory"):
        list(started(recipe_with(batch=8, epochs=1), Flat(), material()))


def test_other_errors_are_not_taken_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = Narrow(1, RuntimeError("shapes do not fit"))
    monkeypatch.setattr(stepping.Stepper, "_loss", lambda *given: narrow(*given))
    with pytest.raises(RuntimeError, match="shapes"):
        list(started(recipe_with(batch=8, epochs=1), Flat(), material()))
    assert not is_out_of_memory(RuntimeError("shapes do not fit"))


def test_prediction_takes_fewer_pages_at_a_time() -> None:
    given, sizes = material(), []

    class Network(Flat):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            if len(x) > 5:
                raise torch.OutOfMemoryError(SAID)
            sizes.append(len(x))
            return super().forward(x)

    network = Network()
    found = predicting.predict(network, given.pictures[:, 0], given.preprocessing, torch.device("cpu"))
    expected = predicting.predict(Flat(), given.pictures[:, 0], given.preprocessing, torch.device("cpu"))
    assert np.allclose(found, expected, atol=1e-6)
    assert set(sizes) == {4}


def test_the_card_says_that_batches_were_computed_in_parts(
    recipe: Recipe, pages: PageSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = Narrow(2, torch.OutOfMemoryError(SAID))
    monkeypatch.setattr(stepping.Stepper, "_loss", lambda *given: narrow(*given))
    folder = new_folder(tmp_path, recipe)
    events = run(recipe, pages, folder, tmp_path)
    assert isinstance(events[-1], Finished)
    limits = read_card(folder.pack).limits
    assert sum("computed in 2 parts" in limit for limit in limits) == 1
