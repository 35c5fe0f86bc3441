"""How a page is to look."""

from dataclasses import dataclass, field
from enum import StrEnum

from ecgdesk.reading.layout import Layout
from ecgdesk.reading.render_caption import Caption
from ecgdesk.reading.render_grid import RED_LINES, FrameLine, GridStyle, Rgb
from ecgdesk.reading.render_text import Face

MM_PER_INCH = 25.4
RED_EDGE = FrameLine(RED_LINES.major_rgb, RED_LINES.major_mm)


class PulsePlace(StrEnum):
    """Where each row's calibration pulse stands."""

    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


class Separator(StrEnum):
    """What stands between the columns."""

    NONE = "none"
    LINE = "line"
    TICKS = "ticks"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and the margins around the tracing area, in mm."""

    width_mm: float
    height_mm: float
    left_mm: float = 8.5
    top_mm: float = 30.0
    right_mm: float = 8.5
    bottom_mm: float = 15.0


A4 = Paper(297.0, 210.0)
LETTER = Paper(279.4, 215.9, left_mm=7.2, top_mm=30.9, right_mm=7.2)
STRIP = Paper(270.0, 115.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """Lead names. `lift_mm` is how far their foot stands above the baseline; None finds a free place."""

    size_mm: float = 3.4
    face: Face = Face.SANS
    indent_mm: float = 1.2
    lift_mm: float | None = None
    smooth: bool = True


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Everything about a page but its signal; lengths in mm of the paper.

    `rhythm_leads` are used as far as the layout has rhythm strips. `grid_stretch` is the printed grid's
    pitch over the signal's (some recorders are 1 % off). With `sequential` each column goes on in time
    where the one before it ended; otherwise every column starts with the recording. `first_baseline_mm`
    (under the top of the tracing area) and `row_pitch_mm` are spread evenly when None. `caption` None
    leaves header and footer empty. Raises ValueError for a scale that is not positive.
    """

    layout: Layout = Layout.THREE_BY_FOUR_RHYTHM
    rhythm_leads: tuple[str, ...] = ("II", "V1", "V5")
    mm_per_s: float = 25.0
    mm_per_mv: float = 10.0
    dpi: float = 200.0
    paper: Paper = A4
    grid: GridStyle = RED_LINES
    grid_stretch: float = 1.0
    frame: FrameLine | None = RED_EDGE
    trace_mm: float = 0.30
    ink_rgb: Rgb = (22, 22, 28)
    smooth: bool = True
    pulse: PulsePlace = PulsePlace.LEFT
    pulse_mm: float = 5.0
    pulse_gap_mm: float = 2.0
    labels: LabelStyle | None = field(default_factory=LabelStyle)
    separator: Separator = Separator.NONE
    sequential: bool = True
    first_baseline_mm: float | None = None
    row_pitch_mm: float | None = None
    caption: Caption | None = field(default_factory=Caption)

    def __post_init__(self) -> None:
        scales = (self.mm_per_s, self.mm_per_mv, self.dpi, self.grid_stretch, self.trace_mm)
        if min(scales) <= 0:
            raise ValueError("speed, gain, dpi, grid stretch and line width must be positive")

    @property
    def px_per_mm(self) -> float:
        """Pixels of one millimetre of the signal's scale."""
        return self.dpi / MM_PER_INCH

    @property
    def grid_px_per_mm(self) -> float:
        """Pixels of one printed millimetre of the grid."""
        return self.px_per_mm * self.grid_stretch

    @property
    def pulse_room_mm(self) -> float:
        """Room that the pulse takes at its end of a row: gap, foot, pulse, foot, gap."""
        if self.pulse is PulsePlace.NONE:
            return self.pulse_gap_mm
        return self.pulse_mm + 2 * self.foot_mm + 2 * self.pulse_gap_mm

    @property
    def foot_mm(self) -> float:
        """Baseline drawn on either side of the pulse."""
        return min(1.2, self.pulse_mm / 2)
