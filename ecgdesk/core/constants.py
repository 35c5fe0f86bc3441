"""Numbers that several parts share. Each says its unit in its name or beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ecgdesk.core.sentence import say

# Reading
MAX_FILE_BYTES: Final = 200 * 1024 * 1024
MAX_PAGE_PIXELS: Final = 120_000_000
PDF_DPI: Final = 200
IMAGE_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".jfif", ".tif", ".tiff", ".bmp", ".webp", ".pdf")
SIGNAL_SUFFIXES: Final = (".dcm", ".hea", ".edf")
PAGE_SUFFIXES: Final = (*IMAGE_SUFFIXES, *SIGNAL_SUFFIXES)
"""Files that are opened as pages; of tables of signals the first line tells."""

# Paper C's crop, the fall-back when nothing is found on the page: shares of the height cut off.
FALLBACK_CROP_TOP: Final = 0.20
FALLBACK_CROP_BOTTOM: Final = 0.07

# Explanations
ATTRIBUTION_OUTSIDE_TRACE_WARN: Final = 0.10
ATTRIBUTION_OUTSIDE_TRACE_GRAVE: Final = 0.50
"""From here on most of the evidence is not of the tracing."""
RANDOMISED_CORRELATION_WARN: Final = 0.90
"""Spearman's correlation with the map of a copy whose weights are drawn by lot. On pages of the bundled
model's kind Grad-CAM and its kin reach 0.71 at most, Integrated Gradients, which can only mark ink, 0.86; a
map that does not ask the network has 1."""
ERASING_GAIN_LEAST: Final = 0.0
"""Mean of how much smaller the area under the deletion curve, and larger that under the insertion curve, is
than for orders drawn by lot. Of 20 Grad-CAM maps none was under 0.02; smooth maps drawn by lot scatter about
0 with a standard deviation of 0.09, so one page proves little and nothing above 0 is asked for."""
JITTER_CORRELATION_WARN: Final = 0.70
"""Spearman's correlation with the maps of crops moved by 1 %. The least of 20 Grad-CAM maps was 0.76."""
JITTER_PROBABILITY_WARN: Final = 0.20
"""From a change of the explained class's probability above this on, when the crop is moved by 1 %, the answer
hangs on the crop and not on the page alone: a step of that size carries most answers across a threshold."""
JITTER_SHARE: Final = 0.01
HEATMAP_LONGEST_SIDE_PX: Final = 1024
"""A map of a picture has at most some hundred cells across: more pixels hold nothing, and cost a quarter of
the time to a result, most of it for fresh memory on both sides of the engine's pipe."""
TRACE_HEATMAP_LONGEST_SIDE_PX: Final = 2048
"""Heat that is painted along traces is as fine as they are."""
HEAT_STOPS: Final = ("#ffe27a", "#f2703f", "#9c0f5f")
"""Colours of heat from cold to hot; chosen for white paper."""

# Near-duplicates: perceptual hash distance in bits of 256, and correlation; both of the aligned trace ink.
NEAR_DUPLICATE_HASH_BITS: Final = 10
NEAR_DUPLICATE_CORRELATION: Final = 0.97

# Rationale: a "9 of 10 pages like this" sentence needs at least so many calibration pages in its bin.
RATIONALE_MIN_BIN_PAGES: Final = 30
RATIONALE_MIN_CALLED_PAGES: Final = 10
"""So many test pages must have been called a class before it is said how many of them were right. The
sentence gives both numbers, so that a reader sees how few they are."""

# Two training processes against one with the same effective batch: largest difference of a metric.
DISTRIBUTED_METRIC_TOLERANCE: Final = 0.02

# The wording of the disclaimer: About box, report foot, result panel foot.
DISCLAIMER: Final = say("Research and education. Not for diagnosis.")


@dataclass(frozen=True, slots=True)
class PhotoLevel:
    """How strongly a rendered page is degraded into a photograph.

    `perspective` is the share of the page's width by which one edge is shortened; `blur_px` is the σ of a
    Gaussian at 200 dpi; `shadow` is the brightness left in the darkest place, as a share.
    """

    rotation_deg: float
    perspective: float
    blur_px: float
    jpeg_quality: int
    shadow: float


PHOTO_LEVELS: Final[Mapping[str, PhotoLevel]] = MappingProxyType(
    {
        "light": PhotoLevel(rotation_deg=2, perspective=0.02, blur_px=0.5, jpeg_quality=80, shadow=0.9),
        "medium": PhotoLevel(rotation_deg=5, perspective=0.05, blur_px=1.0, jpeg_quality=50, shadow=0.7),
        "heavy": PhotoLevel(rotation_deg=10, perspective=0.10, blur_px=2.0, jpeg_quality=30, shadow=0.5),
    }
)
