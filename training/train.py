"""`python -m training.train --config recipe.toml`: a run from the command line, as the wizard starts it."""

import argparse
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import platformdirs
import torch
from rich.console import Console

from ecgdesk.core.errors import EcgdeskError, RecipeError
from ecgdesk.core.recipe import read_recipe
from training.data import load_pages
from training.events import Epoch, Event, EventWriter, Failed, Finished, Fold, Started, Stopped
from training.run_folder import RunFolder
from training.trainer import Trainer

_LOG = logging.getLogger("training")
_STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Interrupt:
    """Remembers that the system asked the process to end, so that the run stops between two steps."""

    def __init__(self) -> None:
        self._asked = False
        for number in _STOP_SIGNALS:
            signal.signal(number, self._on_signal)

    def asked(self) -> bool:
        """Return whether a signal came."""
        return self._asked

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True


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
        return 1
    console.print(f"Run folder: {folder.path}", markup=False)
    return _run(arguments, folder, console)


def _run(arguments: argparse.Namespace, folder: RunFolder, console: Console) -> int:
    handler = logging.FileHandler(folder.log, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    writer = EventWriter(folder.events)
    failed = False
    try:
        recipe = read_recipe(folder.config)
        pages = load_pages(recipe.data, arguments.data)
        trainer = Trainer(
            recipe, pages, folder, arguments.cache or arguments.runs / "cache", arguments.data,
            Interrupt().asked, arguments.only,
        )  # fmt: skip
        for event in trainer.fit():
            writer.write(event)
            _say(event, console)
    except EcgdeskError as error:
        failed = True
        writer.write(Failed(error.problem, error.advice))
        _LOG.exception("The run failed.")
        console.print(str(error), style="red", markup=False)
    except Exception as error:  # the watcher must learn of every end, whatever its cause
        writer.write(Failed(f"Training failed: {error}", "See train.log in the run folder."))
        _LOG.exception("The run failed.")
        raise
    finally:
        writer.close()
        handler.close()
    return int(failed)


def _say(event: Event, console: Console) -> None:
    text = _sentence(event)
    if text:
        _LOG.info(text)
        console.print(text, markup=False, highlight=False)


def _sentence(event: Event) -> str:
    if isinstance(event, Started):
        return f"{event.name}: {event.pages} pages, classes {', '.join(event.classes)}."
    if isinstance(event, Epoch):
        held_out = "" if event.held_out_accuracy is None else f", held out {event.held_out_accuracy:.3f}"
        return (
            f"{event.fit} epoch {event.epoch}/{event.epochs}: loss {event.train_loss:.3f}{held_out} "
            f"({event.seconds:.1f} s)"
        )
    if isinstance(event, Fold):
        return (
            f"{event.fit}: accuracy {event.accuracy:.3f}, macro F1 {event.macro_f1:.3f} ({event.pages} pages)"
        )
    if isinstance(event, Finished):
        return (
            f"Finished: accuracy {event.accuracy:.3f}, macro F1 {event.macro_f1:.3f}; {event.pack} written."
        )
    return event.reason if isinstance(event, Stopped) else ""


def _run_folder(arguments: argparse.Namespace) -> RunFolder:
    if arguments.resume:
        folder = RunFolder(arguments.resume)
        if not folder.config.is_file():
            raise RecipeError(f"{arguments.resume.name} is not a run folder.", "Name one with a config.toml.")
        folder.forget_stop()
        return folder
    return RunFolder.create(arguments.runs, read_recipe(arguments.config))


def _parser() -> argparse.ArgumentParser:
    runs = Path(platformdirs.user_data_dir("ecgdesk")) / "runs"
    parser = argparse.ArgumentParser(prog="ecgdesk train", description="Train a model from a recipe.")
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument("--config", type=Path, help="the recipe (TOML)")
    start.add_argument("--resume", type=Path, help="a run folder to go on with")
    parser.add_argument("--runs", type=Path, default=runs, help="where run folders are made")
    parser.add_argument("--data", type=Path, default=Path(), help="the folder the recipe's paths start at")
    parser.add_argument("--cache", type=Path, help="where decoded pages are kept (default: in --runs)")
    parser.add_argument("--threads", type=int, default=0, help="processor threads (default: all)")
    parser.add_argument(
        "--only", action="append", default=[], metavar="FIT", help='a fit to do now, such as "fold 1"'
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
