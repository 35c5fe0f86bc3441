"""What the engine process does to itself before anything else: quiet, modest, and logging without names."""

import logging
import os
import signal
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

import psutil
from threadpoolctl import threadpool_limits

LOG = logging.getLogger("ecgdesk.engine")

_LOG_BYTES: Final = 512 * 1024
_NICENESS: Final = 5
_THREAD_VARIABLES: Final = (
    "OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS",
    "OPENCV_FOR_THREADS_NUM",
)  # fmt: skip


def prepare_process(threads: int, log_file: Path | None) -> None:
    """Ignore the terminal's interrupt, be silent, be polite, use `threads` threads, write the log."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the client decides when the engine ends
    _silence()
    _step_back()
    _limit_threads(threads)
    if log_file is not None:
        _start_log(log_file)


def thread_count(wanted: int) -> int:
    """Return how many threads to use: `wanted`, but one core stays with the window."""
    cores = _cores()
    most = max(1, cores - 1)
    return min(wanted, cores) if wanted > 0 else most


class FramesOnly(logging.Formatter):
    """Writes where an error arose, never its message: messages name files, and files name patients."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Return the error's type and its frames."""
        frames = traceback.extract_tb(ei[2])
        places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        return "\n".join([ei[0].__name__ if ei[0] else "unknown error", *places])


def _limit_threads(threads: int) -> None:
    for variable in _THREAD_VARIABLES:
        os.environ[variable] = str(threads)  # for libraries that are still to be loaded
    threadpool_limits(threads)  # for numpy's, which may be there: its idle threads would spin and steal time


def _cores() -> int:
    try:
        return len(psutil.Process().cpu_affinity() or [])  # counts what containers and taskset leave to us
    except AttributeError:  # macOS
        return os.cpu_count() or 1


def _silence() -> None:
    """Send both output streams, and what libraries in C write to them, to nowhere.

    The streams are those of the client: on the command line its stdout carries JSON and nothing else; a
    windowed program has none.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process


def _step_back() -> None:
    try:
        psutil.Process().nice(getattr(psutil, "BELOW_NORMAL_PRIORITY_CLASS", _NICENESS))
    except (psutil.AccessDenied, OSError):
        LOG.info("the priority of the process could not be lowered")


def _start_log(path: Path) -> None:
    logging.raiseExceptions = False  # two programs may rotate the same file; never complain on a stream
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:  # a log that cannot be written is no reason not to work
        return
    handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(FramesOnly("%(asctime)s %(levelname)s [%(process)d] %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
