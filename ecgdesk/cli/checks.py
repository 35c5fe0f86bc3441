"""What `ecgdesk doctor` looks at: each check says what it found and, where that is wrong, the fix."""

import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psutil

from ecgdesk import __version__
from ecgdesk.cli import system_libraries
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.engine.device import Probe, TorchProbe
from ecgdesk.engine.gpu import Gpu, nvidia_gpus
from ecgdesk.output.files import OutputError, make_folder

GIB: Final = 1024**3
MIN_MEMORY_GIB: Final = 4
MIN_DISK_GIB: Final = 1
MIN_SHARED_MIB: Final = 256
LIBRARIES: Final = ("torch", "torchvision", "timm", "opencv-python-headless", "PySide6-Essentials", "numpy")


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `fix` is empty when all is well, and may be a hint when it is not quite."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Machine:
    """What is asked about this machine; replaced in tests."""

    folders: tuple[tuple[str, Path], ...]
    models: Callable[[], Iterator[Check]]
    gpus: Callable[[], tuple[Gpu, ...]] = nvidia_gpus
    probe: Probe = field(default_factory=TorchProbe)


def all_checks(machine: Machine) -> Iterator[Check]:
    """Yield every finding; the slow ones last."""
    yield Check("program", True, f"ecgdesk {__version__}, Python {platform.python_version()}")
    yield Check("system", True, f"{platform.platform()}, {os.cpu_count()} processor cores")
    yield memory()
    yield shared_memory()
    for name, folder in machine.folders:
        yield writable(name, folder)
    yield display()
    yield from libraries()
    yield from machine.models()
    yield graphics_card(machine.gpus(), machine.probe)


def memory() -> Check:
    """Enough memory for large pages and a model."""
    facts = psutil.virtual_memory()
    detail = f"{facts.total / GIB:.1f} GiB, {facts.available / GIB:.1f} GiB free"
    enough = facts.total >= MIN_MEMORY_GIB * GIB
    return Check(
        "memory", enough, detail, "" if enough else f"Use a machine with {MIN_MEMORY_GIB} GiB or more."
    )


def shared_memory(folder: Path = Path("/dev/shm")) -> Check:
    """Room for pages on their way from the engine to the window."""
    if not sys.platform.startswith("linux") or not folder.is_dir():
        return Check("shared memory", True, "managed by the system")
    free = shutil.disk_usage(folder).free
    enough = free >= MIN_SHARED_MIB * 1024**2
    fix = "" if enough else f"Mount {folder} with more room (in a container: --shm-size=1g)."
    return Check("shared memory", enough, f"{free / 1024**2:.0f} MiB free", fix)


def writable(name: str, folder: Path) -> Check:
    """A folder that can be written to and has room."""
    try:
        make_folder(folder)
        free = shutil.disk_usage(folder).free
    except (OutputError, OSError) as error:
        fix = f"Give this user write access to {folder}, or set ECGDESK_HOME to another folder."
        return Check(name, False, str(error), fix)
    enough = free >= MIN_DISK_GIB * GIB
    return Check(
        name, enough, f"{folder}, {free / GIB:.1f} GiB free", "" if enough else "Free some space there."
    )


def display() -> Check:
    """What a window needs on Linux."""
    missing = system_libraries.missing_packages()
    if missing:
        fix = f"sudo apt-get install -y {' '.join(missing)}"
        return Check("window", False, f"system libraries are missing: {', '.join(missing)}", fix)
    if not system_libraries.has_display():
        return Check("window", True, "no display here: the command line works, a window cannot be opened")
    return Check("window", True, "the system libraries are there")


def libraries() -> Iterator[Check]:
    """The versions of what does the work."""
    for name in LIBRARIES:
        try:
            yield Check(name, True, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            if not getattr(sys, "frozen", False):  # a frozen program carries no such records
                yield Check(
                    name,
                    False,
                    "not installed",
                    "Install ecgdesk again: pip install --force-reinstall ecgdesk",
                )


def graphics_card(gpus: tuple[Gpu, ...], probe: Probe) -> Check:
    """Whether models can run on a graphics card; none is no fault."""
    try:
        name = probe.trial()
    except Exception as error:  # noqa: BLE001 - drivers and builds fail in ways nobody lists
        return _without_card(gpus, error)
    memory_said = f", {gpus[0].memory_mib} MiB, driver {gpus[0].driver}" if gpus else ""
    return Check("graphics card", True, f"{name}{memory_said}: models run there")


def _without_card(gpus: tuple[Gpu, ...], error: Exception) -> Check:
    if isinstance(error, ImportError):
        return Check("graphics card", False, f"torch cannot be imported: {error}", "Install ecgdesk again.")
    if not gpus:
        return Check("graphics card", True, "none; models run on the processor")
    found = f"{gpus[0].name} with driver {gpus[0].driver} is there but cannot be used: {error}"
    fix = "Update the NVIDIA driver and restart; until then models run on the processor."
    return Check("graphics card", False, found, fix)


def model_packs(packs: Callable[[], list[Path]], verify: Callable[[Path], object]) -> Iterator[Check]:
    """Verify every installed pack; there must be at least one."""
    found = packs()
    if not found:
        yield Check("models", False, "no model is installed", "ecgdesk models import FILE.ecgmodel")
    for path in found:
        try:
            verify(path)
            yield Check(f"model {path.stem}", True, "verified")
        except EcgdeskError as error:
            yield Check(f"model {path.stem}", False, error.problem, error.advice)
