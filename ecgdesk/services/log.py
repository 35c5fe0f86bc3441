"""The log file, and what happens to an error nobody caught."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("ecgdesk")
_LOG_BYTES = 512 * 1024


def start_log(path: Path) -> None:
    """Write the package's log to a rotating file; a folder that cannot be written leaves it on stderr."""
    _LOG.setLevel(logging.INFO)
    # Late: it pulls in sockets and pickling, which the window's start need not wait for.
    from logging.handlers import RotatingFileHandler

    if any(getattr(h, "baseFilename", "") == str(path.absolute()) for h in _LOG.handlers):
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError as error:
        _LOG.warning("No log file: %s", error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    _LOG.addHandler(handler)


def log_uncaught(notify: Callable[[], None]) -> None:
    """Send errors that nobody caught to the log and call `notify`, so that a sentence can be shown."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.critical("Uncaught error", exc_info=(kind, error, trace))
        notify()

    sys.excepthook = hook
