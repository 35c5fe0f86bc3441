"""What is read from a page: its scale, its layout, the leads and their traces. No Qt, no torch, no OpenCV."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from ecgdesk.core.geometry import Rect

if TYPE_CHECKING:  # the window shows before numpy is imported
    import numpy as np
    from numpy.typing import NDArray

LEAD_NAMES: Final = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
UNKNOWN_LAYOUT: Final = "unknown"
PARTIAL_LAYOUT: Final = "partial"
USUAL_MM_PER_S: Final = 25.0
USUAL_MM_PER_MV: Final = 10.0
LEAST_AGREEMENT: Final = 0.85
"""So well must the limb leads agree with each other: 98 of 100 drawn pages do as medium photographs. On heavy
ones, answers of pages below it differed from those of the same page unspoilt in 62 of 100, above it in 8."""

ScaleSource = Literal["grid", "grid and pulse", "pulse", "user"]


@dataclass(frozen=True, slots=True)
class Pulse:
    """A calibration pulse, in pixels of the straightened page: flanks at x0 and x1, top at y0, foot at y1."""

    box: Rect
    confidence: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Pixels of one millimetre of the printed grid along x and y, on the straightened page.

    `rotation_deg` is how far the lines of the grid are still turned there, clockwise. `confidence` is in
    [0, 1]. `mm_per_s` and `mm_per_mv` are the usual 25 and 10 unless something on the page says otherwise.
    Some recorders print a grid that is a per cent or two off: `drawn_x` and `drawn_y` are millimetres as the
    traces were drawn to them over those of the grid.
    """

    px_per_mm_x: float
    px_per_mm_y: float
    confidence: float
    source: ScaleSource
    rotation_deg: float = 0.0
    mm_per_s: float = USUAL_MM_PER_S
    mm_per_mv: float = USUAL_MM_PER_MV
    drawn_x: float = 1.0
    drawn_y: float = 1.0

    @property
    def px_per_s(self) -> float:
        """Pixels of one second."""
        return self.px_per_mm_x * self.drawn_x * self.mm_per_s

    @property
    def px_per_mv(self) -> float:
        """Pixels of one millivolt."""
        return self.px_per_mm_y * self.drawn_y * self.mm_per_mv


@dataclass(frozen=True, slots=True)
class LeadBox:
    """Where a lead stands: its share of the straightened page in pixels, and of the time on the page.

    `start_s` counts from the left end of the traces. `rhythm` marks a strip over the whole width that
    repeats a lead. `name` is empty where the lead is not known; `confidence` is in [0, 1].
    """

    name: str
    box: Rect
    start_s: float
    duration_s: float
    confidence: float
    rhythm: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class LeadTrace:
    """The digitised trace of one lead box.

    `millivolts` (n,) float32 at `hz` samples a second from the box's `start_s`, NaN where no trace was found;
    `line` (m, 2) float32 is what was followed, x and y in pixels of the straightened page, NaN in gaps.
    `covered` is the share of the box's time in which a trace was found, `hidden` that in which masks hide it.
    """

    lead: LeadBox
    millivolts: "NDArray[np.float32]"
    hz: float
    line: "NDArray[np.float32]"
    covered: float
    hidden: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """How the leads are arranged: "3x4", "3x4+1", "3x4+3", "6x2", "6x2+1", "12x1", "partial" or "unknown"."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class PageReading:
    """Everything read from one crop of a page; what could not be read is None or empty, with `reasons`.

    `einthoven` is the correlation of what limb leads should sum to with what was read, None where it cannot
    be tested. `reasons` says for "scale", "layout" and "traces" why there is none, for "speed" and "gain"
    that the usual one was assumed, and for "masks" that parts of the traces are hidden. `printed_mm_per_s`
    and `printed_mm_per_mv` are what stands on the paper, None where that cannot be read.
    """

    scale: Scale | None = None
    pulses: tuple[Pulse, ...] = ()
    layout: Layout = field(default=Layout(UNKNOWN_LAYOUT, 0.0))
    leads: tuple[LeadBox, ...] = ()
    traces: tuple[LeadTrace, ...] = ()
    einthoven: float | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    printed_mm_per_s: float | None = None
    printed_mm_per_mv: float | None = None

    @property
    def contradicts_itself(self) -> bool:
        """Whether the limb leads agree so badly that something of what was read is wrong."""
        return self.einthoven is not None and self.einthoven < LEAST_AGREEMENT


@dataclass(frozen=True, slots=True)
class Given:
    """What a person set by hand, on the straightened page, for reading to take as it is; None: read it."""

    scale: Scale | None = None
    leads: tuple[LeadBox, ...] | None = None

    def __bool__(self) -> bool:
        return self.scale is not None or self.leads is not None


@dataclass(frozen=True, slots=True)
class LevelST:
    """The ST level of one lead, 60 ms after the J point against the level before the QRS complex.

    `millivolts` is None where it is not measurable; `beats` is how many beats it rests on.
    """

    millivolts: float | None
    beats: int
