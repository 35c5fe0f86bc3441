"""How long a recipe will take, said only where this machine has trained the same network before."""

from collections.abc import Iterable
from dataclasses import dataclass

from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_events import Batch, Epoch
from ecgdesk.core.run_history import RunRecord, read_events

_LEAST_EPOCHS = 2


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds a view of one network took here, and the run that it was measured in."""

    key: str
    seconds_a_view: float
    run: str


def pace_key(recipe: Recipe) -> str:
    """Return what two recipes must share so that the pace of one tells that of the other."""
    page = recipe.preprocessing
    size = "" if page is None else f"{page.width}x{page.height}"
    return f"{recipe.model.architecture} {sorted(recipe.model.options.items())} {size} {recipe.device}"


def paces(records: Iterable[RunRecord]) -> dict[str, Pace]:
    """Return the newest pace of each network; records come the newest first."""
    found: dict[str, Pace] = {}
    for record in records:
        if record.recipe is not None and pace_key(record.recipe) not in found:
            measured = _measured(record, record.recipe)
            if measured is not None:
                found[measured.key] = measured
    return found


def seconds_for(recipe: Recipe, pages: int, pace: Pace) -> float:
    """Return how long the fits of a recipe take at a pace; evaluation and the first reading come on top."""
    kept_apart = recipe.early_stopping.share if recipe.early_stopping is not None else 0.0
    folds = recipe.split.folds if not recipe.is_as_published else recipe.published.folds
    views = recipe.fold_count * recipe.epochs * pages * (1 - 1 / folds)
    if recipe.final_fit:
        views += recipe.epochs * pages
    if recipe.comparison is not None and recipe.has_comparison:
        views += recipe.comparison.epochs * pages
    before = 0 if recipe.pretraining is None else 2 * recipe.pretraining.epochs * pages * recipe.fold_count
    return (views * (1 - kept_apart) + before) * pace.seconds_a_view


def _measured(record: RunRecord, recipe: Recipe) -> Pace | None:
    steps: dict[str, int] = {}
    seconds, views, epochs = 0.0, 0, 0
    for event in read_events(record.files.events):
        if isinstance(event, Batch):
            steps[event.fit] = event.steps
        elif isinstance(event, Epoch) and event.epoch > 1 and event.fit in steps:
            seconds, epochs = seconds + event.seconds, epochs + 1
            views += steps[event.fit] * recipe.batch
    if epochs < _LEAST_EPOCHS or not views:
        return None
    return Pace(pace_key(recipe), seconds / views, record.name)
