"""Runs of the same recipe under the other protocol, found by their recipes."""

from collections.abc import Iterator

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe, read_recipe
from ecgdesk.core.run_folder import RunFiles


def runs_of_other_protocol(files: RunFiles) -> Iterator[RunFiles]:
    """Yield the runs beside one that have figures and its recipe but for the protocol, the newest first.

    Raises RecipeError where the run's own recipe cannot be read.
    """
    recipe = read_recipe(files.config)
    for path in sorted(files.path.parent.iterdir(), reverse=True):
        other = RunFiles(path)
        if path != files.path and other.metrics.is_file() and _is_twin(recipe, other):
            yield other


def _is_twin(recipe: Recipe, other: RunFiles) -> bool:
    try:
        theirs = read_recipe(other.config)
    except RecipeError:  # a damaged run is said in the list of runs; it is nobody's twin
        return False
    return recipe.protocol != theirs.protocol and theirs == recipe.model_copy(
        update={"protocol": theirs.protocol}
    )
