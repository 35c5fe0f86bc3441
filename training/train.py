"""`python -m training.train --config recipe.toml`: a run from the command line, as the wizard starts it."""

import argparse
import logging
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

import torch
from rich.console import Console

from ecgdesk.core.errors import EcgdeskError, RecipeError
from ecgdesk.core.home import home_folder
from ecgdesk.core.recipe import read_recipe
from training.data import load_pages
from training.events import Event, EventWriter, Failed
from training.overriding import overridden
from training.run_folder import RunFolder
from training.saying import sentence
from training.trainer import Trainer

_LOG = logging.getLogger("training")
_STOP_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a recipe; exit 0 when finished or stopped on request, 1 when it failed, 2 for wrong usage."""
    arguments = _parser().parse_args(argv)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    console = Console(stderr=True)
    try:
        folder = _run_folder(arguments)
    except EcgdeskError as error:
        console.print(str(error), style="red", markup=False)
        return 2
    console.print(f"Run folder: {folder.path}", markup=False)
    with _logging_to(folder), _stop_signals() as asked:
        return _recorded(_events(arguments, folder, asked), folder, console)


def _events(arguments: argparse.Namespace, folder: RunFolder, asked: Callable[[], bool]) -> Iterator[Event]:
    """Yield the run's events; any error becomes the last of them."""
    try:
        recipe = read_recipe(folder.config)
        pages = load_pages(recipe.data, arguments.data)
        cache = arguments.cache or arguments.runs / "cache"
        yield from Trainer(
            recipe, pages, folder, cache, arguments.data, asked, arguments.only, arguments.weights
        ).fit()
    except EcgdeskError as error:
        _LOG.exception("The run failed.")
        yield Failed(error.problem, error.advice)
    except Exception as error:  # noqa: BLE001 — whoever watches must learn of every end, whatever its cause
        _LOG.exception("The run failed.")
        yield Failed(f"Training failed: {error}.", f"See {folder.log.name} in the run folder.")


def _recorded(events: Iterator[Event], folder: RunFolder, console: Console) -> int:
    failed = False
    writer = EventWriter(folder.events)
    try:
        for event in events:
            writer.write(event)
            failed = isinstance(event, Failed)
            if text := sentence(event):
                _LOG.info(text)
                console.print(text, markup=False, highlight=False, style="red" if failed else None)
    finally:
        writer.close()
    return int(failed)


@contextmanager
def _logging_to(folder: RunFolder) -> Iterator[None]:
    handler = logging.FileHandler(folder.log, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    try:
        yield
    finally:
        _LOG.removeHandler(handler)
        handler.close()


@contextmanager
def _stop_signals() -> Iterator[Callable[[], bool]]:
    """Turn a request to end the process into a wish that the run reads between two steps."""
    received: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        received.append(number)

    before = {number: signal.signal(number, remember) for number in _STOP_SIGNALS}
    try:
        yield lambda: bool(received)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _run_folder(arguments: argparse.Namespace) -> RunFolder:
    if not arguments.resume:
        recipe = read_recipe(arguments.config)
        protocol = arguments.protocol or recipe.protocol
        recipe = overridden(recipe.model_copy(update={"protocol": protocol}), arguments.set)
        return RunFolder.create(arguments.runs, recipe)
    folder = RunFolder(arguments.resume)
    if not folder.config.is_file():
        raise RecipeError(f"{arguments.resume.name} is not a run folder.", "Name one with a config.toml.")
    folder.forget_stop()
    return folder


def _parser() -> argparse.ArgumentParser:
    runs = home_folder() / "runs"
    parser = argparse.ArgumentParser(prog="ecgdesk train", description="Train a model from a recipe.")
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument("--config", type=Path, help="the recipe (TOML)")
    start.add_argument("--resume", type=Path, help="a run folder to go on with")
    parser.add_argument("--runs", type=Path, default=runs, help="where run folders are made")
    parser.add_argument("--data", type=Path, default=Path(), help="the folder the recipe's paths start at")
    parser.add_argument("--cache", type=Path, help="where decoded pages are kept (default: in --runs)")
    parser.add_argument("--weights", type=Path, help="the folder of public weights")
    parser.add_argument(
        "--protocol",
        choices=["sound", "as published"],
        help="how figures are obtained (default: the recipe's)",
    )
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE",
        help="a setting of the recipe for this run, such as epochs=2 or split.held_out_folds=1",
    )  # fmt: skip
    parser.add_argument("--threads", type=int, default=0, help="processor threads (default: all)")
    parser.add_argument(
        "--only", action="append", default=[], metavar="FIT", help='a fit to do now, such as "fold 1"'
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
