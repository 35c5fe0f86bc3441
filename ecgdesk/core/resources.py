"""Where the files are that come with the program: models, samples, icons, licences."""

import sys
from pathlib import Path
from typing import Final

_FOLDER: Final = "resources"
_SHARED: Final = Path("share") / "ecgdesk" / _FOLDER


def resources_folder() -> Path:
    """Return the folder of resources: of the frozen program, of the source tree, or of an installed wheel.

    The folder may be missing, in an installation without resources; what looks for files there finds none.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / _FOLDER
    beside = Path(__file__).resolve().parents[2] / _FOLDER
    return beside if beside.is_dir() else Path(sys.prefix) / _SHARED
