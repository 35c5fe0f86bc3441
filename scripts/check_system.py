"""Name the system libraries that are missing, with the one command that installs them.

Runs on the bare system Python (3.11 or newer) before anything is installed; the standard library only.
"""

import ctypes
import importlib.util
import shutil
import sys

# What Qt's xcb and offscreen platforms load at run time, and the Debian package of each.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def missing_packages() -> list[str]:
    """Return the Debian packages whose library does not load here."""
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def main() -> int:
    """Return 0 when all is there; 1 with the command that mends it."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python may well be what runs this
        print(f"ecgdesk needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    if not sys.platform.startswith("linux"):
        return 0
    missing = missing_packages()
    if not missing:
        return 0
    names = " ".join(missing)
    print(f"System libraries are missing: {names}", file=sys.stderr)
    if shutil.which("apt-get"):
        print(
            f"Install them with:\n  sudo apt-get update && sudo apt-get install -y {names}", file=sys.stderr
        )
    else:
        print("Install the packages of these names (Debian's) with your package manager.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
