"""Which files in a folder are results of ecgdesk, and so no pages to analyse."""

from pathlib import Path
from typing import Final

HEATMAP_SUFFIX: Final = "-heatmap.png"
REPORT_SUFFIX: Final = "-report.pdf"

_FROM_THE_WINDOW: Final = "-heat-map.png"
_REPORT_MARK: Final = b"/Creator (ecgdesk)"
_LARGEST_REPORT_BYTES: Final = 32 << 20


def is_own(path: Path) -> bool:
    """Whether ecgdesk wrote this file: a heat map by its name, a report by its name and its PDF creator.

    Devices write reports too, and may well call them "-report.pdf"; those are pages.
    """
    if path.name.endswith((HEATMAP_SUFFIX, _FROM_THE_WINDOW)):
        return True
    return path.name.endswith(REPORT_SUFFIX) and _says_so(path)


def _says_so(path: Path) -> bool:
    try:
        if path.stat().st_size > _LARGEST_REPORT_BYTES:
            return False
        return _REPORT_MARK in path.read_bytes()
    except OSError:
        return False  # it is kept, so that opening it says what is wrong
