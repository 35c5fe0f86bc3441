"""Runs of the same recipe under the other protocol, for figures side by side."""

from dataclasses import dataclass

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.recipe import Recipe, read_recipe
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.services.training.results import RunResults, read_results

_MOST = 1


@dataclass(frozen=True, slots=True)
class Twin:
    """A run with its figures."""

    name: str
    results: RunResults


def twins_of(files: RunFiles) -> tuple[Twin, ...]:
    """Return the newest run of the same recipe under the other protocol, if there is one."""
    recipe = read_recipe(files.config)
    found: list[Twin] = []
    for path in sorted(files.path.parent.iterdir(), reverse=True):
        other = RunFiles(path)
        if path != files.path and other.metrics.is_file() and _is_twin(recipe, other):
            found.append(Twin(path.name, read_results(other)))
        if len(found) == _MOST:
            break
    return tuple(found)


def _is_twin(recipe: Recipe, other: RunFiles) -> bool:
    try:
        theirs = read_recipe(other.config)
        read_results(other)
    except EcgdeskError:  # a damaged run is said in the list of runs; here it has nothing to show
        return False
    return (
        recipe.model == theirs.model
        and recipe.data == theirs.data
        and recipe.card.id == theirs.card.id
        and recipe.protocol != theirs.protocol
    )
