"""The fonts of everything written out: DejaVu Sans, which comes with matplotlib and knows most scripts."""

import importlib.util
from pathlib import Path

from PIL import ImageFont


def font_file(*, bold: bool = False) -> Path:
    """Return the TrueType file; matplotlib itself is not imported."""
    spec = importlib.util.find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("matplotlib, whose fonts are used, is not installed")
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf" / name


def picture_font(size: float, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return the font for drawing on a picture, `size` in pixels."""
    return ImageFont.truetype(str(font_file(bold=bold)), size)
