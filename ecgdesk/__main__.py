"""One entry for everything: the window by default, and the commands."""

import multiprocessing
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or run a command; returns the exit code."""
    # In a frozen program the engine's process starts here too and never comes back from this call.
    multiprocessing.freeze_support()
    from ecgdesk.cli.dispatch import run

    return run(list(sys.argv[1:] if argv is None else argv))


if __name__ == "__main__":
    sys.exit(main())
