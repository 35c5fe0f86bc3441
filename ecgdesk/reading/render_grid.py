"""The printed paper: colour, millimetre grid and frame."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect, Size

Rgb = tuple[int, int, int]
Pixels = NDArray[np.uint8]
Coverage = NDArray[np.float32]
"""Share of each pixel of an axis that ink covers, in [0, 1]."""

BOX_MM = 5


class GridKind(StrEnum):
    """How the grid is printed."""

    LINES = "lines"
    DOTS = "dots"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class GridStyle:
    """Paper and grid. `phase_mm` is how far right of and below the frame's corner the first 5 mm line lies.

    With `everywhere` the grid covers the whole sheet, as on thermal paper, not only the frame.
    """

    kind: GridKind
    minor_rgb: Rgb = (255, 255, 255)
    major_rgb: Rgb = (255, 255, 255)
    minor_mm: float = 0.10
    major_mm: float = 0.20
    paper_rgb: Rgb = (255, 255, 255)
    phase_mm: float = 0.0
    everywhere: bool = False


# Dots of one pixel at 200 dpi in plain red: after JPEG they turn into the dull pink of the scanned pages.
PINK_DOTTED = GridStyle(
    GridKind.DOTS, (225, 25, 35), (225, 25, 35), minor_mm=0.125, major_mm=0.125, phase_mm=4.6
)
RED_LINES = GridStyle(GridKind.LINES, (250, 205, 205), (226, 120, 120), 0.12, 0.20, (255, 252, 251))
ORANGE_LINES = GridStyle(GridKind.LINES, (252, 222, 196), (238, 160, 104), 0.12, 0.20, (255, 253, 249))
GREEN_LINES = GridStyle(GridKind.LINES, (205, 231, 212), (122, 186, 142), 0.12, 0.20, (252, 255, 252))
BLUE_LINES = GridStyle(GridKind.LINES, (208, 222, 243), (130, 164, 214), 0.12, 0.20, (252, 253, 255))
GREY_LINES = GridStyle(GridKind.LINES, (226, 226, 226), (176, 176, 176), 0.12, 0.20)
FADED_LINES = GridStyle(GridKind.LINES, (250, 236, 234), (243, 214, 211), 0.12, 0.20, (252, 249, 244))
NO_GRID = GridStyle(GridKind.NONE)


@dataclass(frozen=True, slots=True)
class FrameLine:
    """The line around the tracing area."""

    rgb: Rgb = (248, 166, 172)
    width_mm: float = 0.42


@lru_cache(maxsize=4)
def background(
    size: Size, style: GridStyle, pitch_px: float, area: Rect, frame: FrameLine | None, px_per_mm: float
) -> Pixels:
    """Return the empty sheet, RGB (height, width, 3), read-only; `pitch_px` is one printed millimetre.

    Pixel centres are at whole numbers. Kept for the last few settings: a series of pages shares it.
    """
    width, height = size
    sheet = np.empty((height, width, 3), dtype=np.uint8)
    sheet[:] = style.paper_rgb
    if style.kind is not GridKind.NONE:
        x0, y0, x1, y1 = (0, 0, width, height) if style.everywhere else area.clipped(size).rounded()
        first = style.phase_mm * pitch_px
        origin = (area.x0 + first - x0, area.y0 + first - y0)
        sheet[y0:y1, x0:x1] = _grid((x1 - x0, y1 - y0), style, origin, pitch_px, px_per_mm)
    if frame is not None:
        _draw_frame(sheet, area, frame, px_per_mm)
    sheet.setflags(write=False)
    return sheet


def _grid(
    size: Size, style: GridStyle, origin: tuple[float, float], pitch: float, px_per_mm: float
) -> Pixels:
    if style.kind is GridKind.DOTS:
        return _dots(size, style, origin, pitch, px_per_mm)
    minor, major = style.minor_mm * px_per_mm, style.major_mm * px_per_mm
    x_minor, y_minor = (_comb(n, o, pitch, minor) for n, o in zip(size, origin, strict=True))
    x_major, y_major = (_comb(n, o, BOX_MM * pitch, major) for n, o in zip(size, origin, strict=True))
    paper = np.broadcast_to(np.array(style.paper_rgb, dtype=np.float32), (size[0], 3))
    across = _blend(_blend(paper, style.minor_rgb, x_minor), style.major_rgb, x_major)
    page = np.empty((size[1], size[0], 3), dtype=np.uint8)
    page[:] = across.round()
    rows = np.flatnonzero(y_minor + y_major)
    block = _blend(paper, style.minor_rgb, np.maximum(x_minor, y_minor[rows, None]))
    block = _blend(block, style.major_rgb, np.maximum(x_major, y_major[rows, None]))
    page[rows] = block.round()
    return page


def _dots(
    size: Size, style: GridStyle, origin: tuple[float, float], pitch: float, px_per_mm: float
) -> Pixels:
    """Draw whole-pixel dots: one a millimetre, two a millimetre along the 5 mm lines.

    The row and the column behind each 5 mm line stay open but for their common pattern; the printer that
    is imitated here leaves these gaps, and they make the boxes visible.
    """
    dot = max(1, round(style.minor_mm * px_per_mm))
    x, y = (_ticks(n, o, pitch, dot) for n, o in zip(size, origin, strict=True))
    page = np.empty((size[1], size[0], 3), dtype=np.uint8)
    page[:] = style.paper_rgb
    for rows, columns in ((y.minor & ~y.behind, x.minor & ~x.behind), (y.behind, x.minor)):
        page[np.ix_(rows, columns)] = style.minor_rgb
    for rows, columns in ((y.half & ~y.behind, x.major), (y.major, x.half & ~x.behind)):
        page[np.ix_(rows, columns)] = style.major_rgb
    return page


@dataclass(frozen=True, slots=True, eq=False)
class _Ticks:
    """Where along an axis whole, half and fifth millimetres fall, and the first one behind each fifth."""

    minor: NDArray[np.bool_]
    half: NDArray[np.bool_]
    major: NDArray[np.bool_]
    behind: NDArray[np.bool_]


def _ticks(length: int, origin: float, pitch: float, dot: int) -> _Ticks:
    number = np.arange(int(-origin / pitch) - 2, int((length - origin) / pitch) + 2)

    def marked(numbers: NDArray[np.float64]) -> NDArray[np.bool_]:
        start = np.floor(origin + numbers * pitch + 0.5).astype(int)
        places = (start[:, None] + np.arange(dot)).ravel()
        axis = np.zeros(length, dtype=bool)
        axis[places[(places >= 0) & (places < length)]] = True
        return axis

    whole = number.astype(np.float64)
    half = np.concatenate([whole, whole + 0.5])
    return _Ticks(
        marked(whole), marked(half), marked(whole[number % BOX_MM == 0]), marked(whole[number % BOX_MM == 1])
    )


def _comb(length: int, origin: float, period: float, width: float) -> Coverage:
    place = np.arange(length, dtype=np.float64) - origin
    away = np.abs((place + period / 2) % period - period / 2)
    covered: Coverage = np.clip(width / 2 + 0.5 - away, 0, min(1.0, width)).astype(np.float32)
    return covered


def _blend(under: NDArray[np.float32], rgb: Rgb, coverage: Coverage) -> NDArray[np.float32]:
    mixed: NDArray[np.float32] = under + (np.array(rgb, dtype=np.float32) - under) * coverage[..., None]
    return mixed


def _draw_frame(sheet: Pixels, area: Rect, frame: FrameLine, px_per_mm: float) -> None:
    half = frame.width_mm * px_per_mm / 2
    outer = Rect(area.x0 - half, area.y0 - half, area.x1 + half, area.y1 + half)
    inner = Rect(area.x0 + half, area.y0 + half, area.x1 - half, area.y1 - half)
    x0, y0, x1, y1 = outer.clipped((sheet.shape[1], sheet.shape[0])).rounded()
    left, top, right, bottom = inner.rounded()
    for rows, columns in (
        (slice(y0, top), slice(x0, x1)),
        (slice(bottom, y1), slice(x0, x1)),
        (slice(y0, y1), slice(x0, left)),
        (slice(y0, y1), slice(right, x1)),
    ):
        sheet[rows, columns] = frame.rgb
