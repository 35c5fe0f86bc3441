"""Whether the command line names a command or pages for the window. Imports nothing heavy."""

import sys
from pathlib import Path
from typing import Final

COMMANDS: Final = ("analyze", "models", "networks", "doctor", "train", "check-data", "evaluate")

_EXIT_USAGE: Final = 2
_HELP: Final = ("-h", "--help")
_TYPERS_OWN: Final = ("--version", "--install-completion", "--show-completion")


def run(arguments: list[str]) -> int:
    """Run a command, or open the window with the files that are named."""
    first = arguments[0] if arguments else ""
    if first == "train":
        # The trainer parses its own arguments, exactly as `python -m training.train` does.
        from training.train import main as train

        return train(arguments[1:])
    if first == "check-data":
        from training.check_data import main as check_data

        return check_data(arguments[1:])
    if first == "evaluate":
        from training.evaluate import main as evaluate

        return evaluate(arguments[1:])
    if first in COMMANDS or first in _HELP or first in _TYPERS_OWN:
        from ecgdesk.cli.main import run as run_command

        return run_command(arguments)
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    try:
        files, quit_after = parse(arguments)
    except ValueError as error:
        sys.stderr.write(f"{error}\nTry “ecgdesk --help”.\n")
        return _EXIT_USAGE
    from ecgdesk.cli.system_libraries import has_display

    if not has_display():
        sys.stderr.write(
            "There is no display here, so the window cannot be opened. “ecgdesk analyze” works without one.\n"
        )
        return 1
    from ecgdesk.app import run_window

    return run_window(files, quit_after)


def parse(arguments: list[str]) -> tuple[list[Path], float | None]:
    """Return the files, and after how many seconds the window closes itself (a smoke test).

    Raises ValueError, with a sentence, for anything that is neither an option nor there.
    """
    files: list[Path] = []
    quit_after: float | None = None
    rest = iter(arguments)
    for argument in rest:
        if argument == "--quit-after":
            quit_after = _seconds(next(rest, ""))
        elif argument.startswith("-") and not Path(argument).exists():
            raise ValueError(f"There is no option {argument}.")
        elif not Path(argument).exists():
            raise ValueError(f"There is no command and no file {argument!r}.")
        else:
            files.append(Path(argument))
    return files, quit_after


def _seconds(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError("--quit-after needs a number of seconds.") from None
