"""A training run as a process of its own, which goes on when the window is closed."""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_folder import RunFiles, write_text
from ecgdesk.services.training.commands import SOURCE_ROOT, Command, is_frozen, trainer

RECORD: Final = "wizard.json"
OUTPUT: Final = "process.log"
"""What the process itself says, such as why Python could not start; the trainer's own log is train.log."""


@dataclass(frozen=True, slots=True)
class Launch:
    """How the window starts a run: where the recipe's paths begin, and the process once there is one.

    `pid` 0 means that it was not started yet; `born` is the process's own time of birth, because numbers of
    processes are used again.
    """

    data: str
    cache: str = ""
    pid: int = 0
    born: float = 0.0


def keep_launch(files: RunFiles, launch: Launch) -> None:
    """Write down how a run is started; raises OSError."""
    write_text(files.path / RECORD, json.dumps(asdict(launch), indent=1) + "\n")


def launch_of(files: RunFiles) -> Launch | None:
    """Return how the window starts a run; None for a run from the command line."""
    try:
        values = json.loads((files.path / RECORD).read_text(encoding="utf-8"))
        return Launch(**{name: values[name] for name in Launch.__dataclass_fields__ if name in values})
    except (OSError, ValueError, TypeError):
        return None


def data_root_of(files: RunFiles) -> Path | None:
    """Return where the paths of a run's recipe begin, as the window or the command line began it."""
    launch = launch_of(files)
    if launch is not None:
        return Path(launch.data)
    try:
        return Path(json.loads(files.launch.read_text(encoding="utf-8"))["data"])
    except (OSError, ValueError, TypeError, KeyError):  # a run that was copied here without it
        return None


def arguments_for(files: RunFiles, launch: Launch) -> list[str]:
    """Return the trainer's arguments for a run whose folder is there."""
    arguments = ["--resume", str(files.path), "--runs", str(files.path.parent), "--data", launch.data]
    return [*arguments, "--cache", launch.cache] if launch.cache else arguments


def start(files: RunFiles, launch: Launch, command: Command | None = None) -> Launch:
    """Start a run in the background and return its record with the process; raises EcgdeskError."""
    command = command or trainer(arguments_for(files, launch))
    try:
        with (files.path / OUTPUT).open("ab") as output:
            process = subprocess.Popen(
                [command.program, *command.arguments], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                cwd=files.path, env=environment(), **_apart(),
            )  # fmt: skip
    except OSError as error:
        raise EcgdeskError(
            "The training could not be started.", "Check the free space, or install the program again."
        ) from error
    begun = replace(launch, pid=process.pid, born=_born(process.pid))
    keep_launch(files, begun)
    return begun


def is_alive(launch: Launch | None) -> bool:
    """Return whether the process of a run is still there."""
    if launch is None or not launch.pid:
        return False
    born = _born(launch.pid)
    return born > 0 and abs(born - launch.born) < 1.0


def end_now(launch: Launch | None) -> None:
    """End a run's process at once, with what it started; for runs that are discarded."""
    if launch is None or not is_alive(launch):
        return
    import psutil

    try:
        family = psutil.Process(launch.pid)
        members = [*family.children(recursive=True), family]
    except psutil.NoSuchProcess:  # it ended between the two looks
        return
    for member in members:
        try:
            member.kill()
        except psutil.NoSuchProcess:  # a worker goes with its parent
            continue
    psutil.wait_procs(members, timeout=5)


def environment() -> dict[str, str]:
    """Return the environment of a process that has to find this program's modules from source."""
    values = dict(os.environ)
    if not is_frozen():
        known = values.get("PYTHONPATH")
        values["PYTHONPATH"] = os.pathsep.join([str(SOURCE_ROOT), known] if known else [str(SOURCE_ROOT)])
    return values | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


def _apart() -> dict[str, Any]:
    """Return what lets a process outlive the window, and its signals pass it by."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _born(pid: int) -> float:
    import psutil

    try:
        process = psutil.Process(pid)
        return 0.0 if process.status() == psutil.STATUS_ZOMBIE else float(process.create_time())
    except psutil.Error:
        return 0.0
