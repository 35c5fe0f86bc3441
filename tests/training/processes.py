"""Trainers in processes of their own, to be killed; torch is loaded once, in the server they fork from."""

import multiprocessing
import os
import socket
import sys
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from training.train import main


def trainer(arguments: list[str], environment: dict[str, str] | None = None) -> ForkServerProcess:
    """Start `ecgdesk train` with these arguments."""
    process = context().Process(target=_work, args=(arguments, environment or {}))
    process.start()
    return process


def crew(arguments: list[str], size: int = 2) -> list[ForkServerProcess]:
    """Start a run of several processes, as torchrun does."""
    common = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(free_port()), "WORLD_SIZE": str(size)}
    return [
        trainer(arguments, {**common, "RANK": str(rank), "LOCAL_RANK": str(rank)}) for rank in range(size)
    ]


def context() -> ForkServerContext:
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["tests.training.processes"])
    return made


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def given(data: Path, runs: Path, *more: str) -> list[str]:
    return ["--data", str(data), "--runs", str(runs), "--threads", "1", *more]


def _work(arguments: list[str], environment: dict[str, str]) -> None:
    os.environ.update(environment)
    sys.exit(main(arguments))
