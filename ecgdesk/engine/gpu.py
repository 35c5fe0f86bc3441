"""Which NVIDIA graphics cards the driver sees, whether torch can use them or not."""

import csv
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import Final

_TIMEOUT_S: Final = 10
_QUERY: Final = "name,driver_version,memory.total,memory.free"


@dataclass(frozen=True, slots=True)
class Gpu:
    """A card as the driver describes it; memory in MiB."""

    name: str
    driver: str
    memory_mib: int
    free_mib: int


def nvidia_gpus() -> tuple[Gpu, ...]:
    """Return the cards that `nvidia-smi` lists; empty without a driver."""
    program = shutil.which("nvidia-smi")
    if program is None:
        return ()
    command = [program, f"--query-gpu={_QUERY}", "--format=csv,noheader,nounits"]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_TIMEOUT_S, check=True, creationflags=hidden
        )
    except (OSError, subprocess.SubprocessError):  # a driver that does not answer has no usable card
        return ()
    return parse(done.stdout)


def parse(listing: str) -> tuple[Gpu, ...]:
    """Return the cards in `nvidia-smi`'s comma-separated listing; lines of another shape are passed over."""
    rows = [[cell.strip() for cell in row] for row in csv.reader(listing.splitlines())]
    return tuple(Gpu(r[0], r[1], _whole(r[2]), _whole(r[3])) for r in rows if len(r) == 4)


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else 0
