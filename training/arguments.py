"""The command line of a run, and the run folder it speaks of."""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.fit_names import fit_names
from ecgdesk.core.home import home_folder
from ecgdesk.core.recipe import Recipe, read_recipe
from training.fit_state import EVERY_SECONDS
from training.overriding import overridden
from training.run_folder import RunFolder

_KEPT: Final = ("data", "cache", "weights")


def parser() -> argparse.ArgumentParser:
    """Return the parser of `ecgdesk train`."""
    runs = home_folder() / "runs"
    made = argparse.ArgumentParser(prog="ecgdesk train", description="Train a model from a recipe.")
    start = made.add_mutually_exclusive_group(required=True)
    start.add_argument("--config", type=Path, help="the recipe (TOML)")
    start.add_argument("--resume", type=Path, metavar="RUN", help="a run folder to go on with")
    start.add_argument("--list", action="store_true", help="list the runs in --runs")
    start.add_argument("--discard", type=Path, metavar="RUN", help="a run folder to end and delete")
    made.add_argument("--runs", type=Path, default=runs, help="where run folders are made")
    made.add_argument("--data", type=Path, help="the folder the recipe's paths start at (default: here)")
    made.add_argument("--cache", type=Path, help="where decoded pages are kept (default: in --runs)")
    made.add_argument("--weights", type=Path, help="the folder of public weights")
    made.add_argument(
        "--protocol",
        choices=["sound", "as published"],
        help="how figures are obtained (default: the recipe's)",
    )
    made.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE",
        help="a setting of the recipe for this run, such as epochs=2 or split.held_out_folds=1",
    )  # fmt: skip
    made.add_argument("--threads", type=int, default=0, help="processor threads (default: all)")
    made.add_argument(
        "--only", action="append", default=[], metavar="FIT", help='a fit to do now, such as "fold 1"'
    )
    made.add_argument(
        "--state-every", type=float, default=EVERY_SECONDS, metavar="SECONDS",
        help="how much work a crash may cost (default: %(default)s; 0 keeps a state at each step)",
    )  # fmt: skip
    return made


def run_folder(arguments: argparse.Namespace) -> RunFolder:
    """Return the folder to work in, made if the run is new; raises RecipeError."""
    if not arguments.resume:
        recipe = read_recipe(arguments.config)
        protocol = arguments.protocol or recipe.protocol
        recipe = overridden(recipe.model_copy(update={"protocol": protocol}), arguments.set)
        check_fits(recipe, arguments.only)
        return RunFolder.create(arguments.runs, recipe)
    folder = RunFolder(arguments.resume)
    if not folder.config.is_file():
        raise RecipeError(f"{arguments.resume.name} is not a run folder.", "Name one with a config.toml.")
    check_fits(read_recipe(folder.config), arguments.only)
    return folder


def check_fits(recipe: Recipe, only: Iterable[str]) -> None:
    """Raise RecipeError for a fit that the recipe does not have."""
    known = fit_names(recipe)
    for name in only:
        if name not in known:
            raise RecipeError(f"The recipe has no fit {name!r}.", f"Its fits are: {', '.join(known)}.")


def keep_places(arguments: argparse.Namespace, folder: RunFolder) -> dict[str, Path | None]:
    """Let a run that goes on look where it looked before, and write down where; raises RecipeError.

    What the command line names comes before what the run began with. Returns the places by their names.
    """
    known: dict[str, Any] = {}
    if folder.launch.is_file():
        known = json.loads(folder.launch.read_text(encoding="utf-8"))
    for name in _KEPT:
        given = getattr(arguments, name)
        setattr(arguments, name, given or (Path(known[name]) if known.get(name) else None))
    arguments.data = arguments.data or Path()
    arguments.cache = arguments.cache or folder.path.parent / "cache"
    kept = {name: getattr(arguments, name) for name in _KEPT}
    said = {name: str(path.resolve()) if path else "" for name, path in kept.items()}
    try:
        folder.write_json(folder.launch, said)
    except OSError as error:
        raise RecipeError(
            f"Nothing can be written in {folder.path.name!r}: {error.strerror or error}.",
            "Make the folder writable, or free some space.",
        ) from error
    return kept
