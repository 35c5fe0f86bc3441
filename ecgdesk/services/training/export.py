"""A run as one archive to hand on: recipe, figures, report and model, without checkpoints."""

import zipfile
from pathlib import Path
from typing import BinaryIO, Final

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.core.whole_file import write_atomically

_LEFT_OUT: Final = ("checkpoints", "running.lock", "wizard.json", "launch.json", "process.log")
"""What only this machine can use, or what names its folders."""


def export_run(files: RunFiles, target: Path) -> Path:
    """Write a run into a zip archive and return its file; raises EcgdeskError."""
    members = [path for path in sorted(files.path.rglob("*")) if path.is_file() and _is_wanted(files, path)]

    def fill(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in members:
                archive.write(path, Path(files.path.name) / path.relative_to(files.path))

    try:
        write_atomically(target, fill)
    except OSError as error:
        raise EcgdeskError(
            f"{target.name} could not be written.", "Check the free space and the folder's rights."
        ) from error
    return target


def _is_wanted(files: RunFiles, path: Path) -> bool:
    return path.relative_to(files.path).parts[0] not in _LEFT_OUT
