"""The commands, put together. Nothing here or imported at the top knows torch or Qt."""

import sys
from typing import Annotated

import typer

from ecgdesk import __version__
from ecgdesk.cli.analyze import analyze
from ecgdesk.cli.doctor import doctor
from ecgdesk.cli.models import models
from ecgdesk.cli.networks import networks
from ecgdesk.core.constants import DISCLAIMER


def run(arguments: list[str]) -> int:
    """Run a command and return its exit code: 0, 1, or 2 for wrong usage."""
    try:
        _application()(arguments, prog_name="ecgdesk")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    return 0


def _application() -> typer.Typer:
    app = typer.Typer(
        name="ecgdesk", no_args_is_help=False, add_completion=False, rich_markup_mode=None, help=_help()
    )
    app.callback(invoke_without_command=True)(_options)
    app.command()(analyze)
    app.add_typer(models, name="models")
    app.command()(doctor)
    app.command()(networks)
    app.command("train", add_help_option=False)(_train)
    app.command("check-data", add_help_option=False)(_check_data)
    app.command("evaluate", add_help_option=False)(_evaluate)
    return app


def _help() -> str:
    return (
        "Read scanned or photographed ECG pages.\n\n"
        "Without a command the window opens: ecgdesk [FILE…]\n\n"
        f"{DISCLAIMER}"
    )


def _options(
    version: Annotated[bool, typer.Option("--version", help="Say the version.")] = False,
) -> None:
    if version:
        sys.stdout.write(f"ecgdesk {__version__}\n")
        raise typer.Exit


def _train() -> None:
    """Train a model from a recipe: ecgdesk train --config FILE (or --help)."""
    raise AssertionError("train is dispatched before the commands are put together")


def _check_data() -> None:
    """Look for copies, leaks and shortcuts in labelled pages: ecgdesk check-data DIR|CSV (or --help)."""
    raise AssertionError("check-data is dispatched before the commands are put together")


def _evaluate() -> None:
    """Measure a model on labelled pages: ecgdesk evaluate PACK DIR|CSV (or --help)."""
    raise AssertionError("evaluate is dispatched before the commands are put together")
