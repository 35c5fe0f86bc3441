"""`python -m training.train --config recipe.toml`: a run from the command line, as the wizard starts it."""

import argparse
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

import torch
from rich.console import Console

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.recipe import read_recipe
from ecgdesk.core.run_events import Event, Failed
from ecgdesk.core.run_folder import RunFiles, Wish
from ecgdesk.core.run_history import list_runs
from training.arguments import keep_places, parser, run_folder
from training.crew import Crew, crew_of_environment
from training.data import load_pages
from training.ends import failed
from training.events import EventWriter
from training.listing import runs_table
from training.occupying import logging_to, only_one, stop_signals
from training.pretrained import check_weights
from training.run_folder import RunFolder
from training.saying import sentence
from training.trainer import Trainer

_LOG = logging.getLogger("training")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a recipe; exit 0 when finished or ended on request, 1 when it failed, 2 for wrong usage."""
    arguments = parser().parse_args(argv)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    with crew_of_environment() as crew:
        console = Console(stderr=True, quiet=not crew.is_first)
        try:
            if arguments.list:
                Console(quiet=not crew.is_first).print(runs_table(list_runs(arguments.runs)))
                return 0
            if arguments.discard:
                return _discarded(RunFiles(arguments.discard), console)
            folder = RunFolder(crew.told(lambda: run_folder(arguments).path))
            with ExitStack() as stack:
                if crew.is_first:
                    stack.enter_context(only_one(folder))
                places = crew.told(lambda: keep_places(arguments, folder))
                vars(arguments).update(places)  # the first process alone found out where they are
                code = _run(arguments, folder, crew, console)
        except EcgdeskError as error:
            console.print(str(error), style="red", markup=False)
            return 2
        if crew.is_first and folder.wish() is Wish.DISCARD:
            folder.delete()
            console.print(f"{folder.path.name} is discarded.", markup=False)
        return code


def _run(arguments: argparse.Namespace, folder: RunFolder, crew: Crew, console: Console) -> int:
    if crew.is_first:
        folder.forget_wishes()
    console.print(f"Run folder: {folder.path}", markup=False)
    with logging_to(folder, crew), stop_signals() as asked:
        events = _events(arguments, folder, asked, crew)
        if crew.is_first:
            return _recorded(events, folder, console)
        return int(isinstance(list(events)[-1], Failed))


def _events(
    arguments: argparse.Namespace, folder: RunFolder, asked: Callable[[], bool], crew: Crew
) -> Iterator[Event]:
    """Yield the run's events; any error becomes the last of them."""
    try:
        recipe = read_recipe(folder.config)
        check_weights(recipe, arguments.weights)
        pages = load_pages(recipe.data, arguments.data)
        yield from Trainer(
            recipe, pages, folder, arguments.cache, arguments.data, asked, arguments.only, arguments.weights,
            crew, arguments.state_every,
        ).fit()  # fmt: skip
    except Exception as error:  # noqa: BLE001 — whoever watches must learn of every end, whatever its cause
        _LOG.exception("The run failed.")
        yield failed(error, folder, crew)


def _recorded(events: Iterator[Event], folder: RunFolder, console: Console) -> int:
    code = 0
    try:
        writer = EventWriter(folder.events)
        try:
            for event in events:
                code = int(isinstance(event, Failed))
                if text := sentence(event):
                    console.print(text, markup=False, highlight=False, style="red" if code else None)
                    _LOG.info(text)
                writer.write(event)
        finally:
            writer.close()
    except OSError as error:  # the disk is full for the event itself: the console is all that is left
        console.print(f"{folder.path.name} cannot be written to: {error.strerror or error}.", style="red")
        return 1
    return code


def _discarded(files: RunFiles, console: Console) -> int:
    """Delete a run, or ask the process at work on it to do so."""
    if files.is_running():
        files.ask(Wish.DISCARD)
        console.print(f"{files.path.name} will be discarded by the process at work on it.", markup=False)
    else:
        files.delete()
        console.print(f"{files.path.name} is discarded.", markup=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
