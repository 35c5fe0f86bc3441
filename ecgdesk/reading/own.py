"""Which files in a folder are results of ecgdesk, and so no pages to analyse."""

from pathlib import Path
from typing import Final

HEATMAP_SUFFIX: Final = "-heatmap.png"
REPORT_SUFFIX: Final = "-report.pdf"
SIGNALS_NAME: Final = "-signals"
"""What the names of files of digitised leads end in, before .csv or .hea."""

_FROM_THE_WINDOW: Final = "-heat-map.png"
_REPORT_MARK: Final = b"/Creator (ecgdesk)"
_LARGEST_REPORT_BYTES: Final = 32 << 20


def is_own(path: Path) -> bool:
    """Whether ecgdesk wrote this file: heat maps and signals by name, reports also by their PDF creator.

    Devices write reports too, and may well call them "-report.pdf"; those are pages.
    """
    if path.name.endswith((HEATMAP_SUFFIX, _FROM_THE_WINDOW)) or path.stem.endswith(SIGNALS_NAME):
        return True
    return path.name.endswith(REPORT_SUFFIX) and _says_so(path)


def _says_so(path: Path) -> bool:
    try:
        if path.stat().st_size > _LARGEST_REPORT_BYTES:
            return False
        return _REPORT_MARK in path.read_bytes()
    except OSError:
        return False  # it is kept, so that opening it says what is wrong
