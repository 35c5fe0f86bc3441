"""What is asked of the engine and what comes back, in three stages, each whole or absent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.core.sentence import Sentence, joined
from ecgdesk.core.tracing import Given, LevelST, PageReading

if TYPE_CHECKING:  # the window shows before numpy is imported
    import numpy as np
    from numpy.typing import NDArray


class Trust(StrEnum):
    """May this page be trusted?"""

    GREEN = "green"
    AMBER = "amber"
    REFUSED = "refused"


class Status(StrEnum):
    """How an analysis ended."""

    OK = "ok"
    REFUSED = "refused"
    ERROR = "error"


class DeviceChoice(StrEnum):
    """Where the user wants the model to run."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class Stage(StrEnum):
    """How far an analysis should go."""

    PAGE = "page"
    CLASS = "class"
    CHECKS = "checks"


@dataclass(frozen=True, slots=True)
class AnalysisRequest:
    """One page to analyse. `crop` None asks for a proposed one; `target` None explains the top class.

    `model` is the id of an installed pack or the path of a pack file. `layer` is what an activation map
    shows, "" for the explained layer. `examine` puts the heat map to the test in stage 3, which takes about
    forty further passes. `given` is what a person has set by hand of what is read from the page.
    """

    page: PageRef
    model: str
    crop: Crop | None = None
    device: DeviceChoice = DeviceChoice.AUTO
    method: str | None = "gradcam"
    target: str | None = None
    until: Stage = Stage.CHECKS
    layer: str = ""
    examine: bool = False
    given: Given = field(default=Given())


@dataclass(frozen=True, slots=True)
class Caution:
    """A plain warning: a stable code, what is wrong, and what to do."""

    code: str
    problem: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.problem} {self.advice}".strip()

    @property
    def sentence(self) -> Sentence:
        """Problem and advice as one text that can be translated."""
        return joined((self.problem, self.advice))


@dataclass(frozen=True, slots=True)
class Quality:
    """Can this page be trusted: the verdict, why, and the figures it rests on."""

    trust: Trust
    cautions: tuple[Caution, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model answered: id, display name, hash of the pack, and its classes (id → name).

    `methods` are the ids of the attribution methods that fit its network.
    """

    id: str
    name: str
    sha256: str
    classes: Mapping[str, str]
    multi_label: bool = False
    methods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prediction:
    """Calibrated probabilities and what may be said from them.

    `label` is None when the model is not sure, or is multi-label; `labels` are the classes over their
    threshold (multi-label); `prediction_set` is the split-conformal set at the model's coverage. `novelty` is
    how far the page lies from the training pages, in units of the model's limit; None when not known.
    `unread` says why the leads that the model was given were not read well enough, "" where they were or none
    were given. `thresholds` is from which probability on each class is named (multi-label; empty otherwise).
    """

    probabilities: Mapping[str, float]
    label: str | None
    prediction_set: tuple[str, ...]
    uncertain: bool
    labels: tuple[str, ...] = ()
    coverage: float | None = None
    novelty: float | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)
    unread: str = ""

    @property
    def unlike_training(self) -> bool:
        """Whether the page, as it was read, is unlike all that the model was trained on."""
        return bool(self.unread) or (self.novelty is not None and self.novelty > 1)

    @property
    def ranked(self) -> list[tuple[str, float]]:
        """Classes with their probabilities, most probable first."""
        return sorted(self.probabilities.items(), key=lambda item: -item[1])


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """A heat map on the page.

    `heat` is float32 in [0, 1] of shape (h, w), covering `placement` (pixels of the straightened page);
    h:w follows the crop at page resolution, up to the shared longest side. `peak` is the evidence where it is
    hottest, in the method's own unit, so that two maps can be compared. `cost` is what it took: "passes" of
    the network beside the one for the class, and "ms". `layers` are those an activation map can show.

    `outside_trace_share`, `lead_shares` and `checks` come with stage 3, as does the light: "green", "amber",
    "red", "" where nothing was examined; `verdict` says it in words.
    """

    method: str
    layer: str
    target: str
    heat: "NDArray[np.float32]"
    placement: Rect
    outside_trace_share: float | None = None
    lead_shares: Mapping[str, float] | None = None
    checks: Mapping[str, float | str | bool | None] = field(default_factory=dict)
    peak: float = 1.0
    cost: Mapping[str, float] = field(default_factory=dict)
    layers: tuple[str, ...] = ()
    light: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Measurements:
    """Measured rate and intervals; None where not measurable, with the reason under the field's name.

    `heart_rate_bpm` and `rr_ms` are of the usual RR interval, as recorders print them: the mean of those
    within a tenth of the median one, so that single early beats and pauses do not count.
    `heart_rate_mean_bpm` is over all of them, lowest and highest are of the longest and the shortest.
    `qtc_ms` is by `qtc_formula`, with Fridericia's beside it. `regular` is whether RR intervals vary little.
    `axis_deg` is the QRS axis in the frontal plane, in (-180, 180], by net amplitudes. `st` is the ST level
    of each lead, `beats` how many beats were found, and `beats_used` how many each field rests on.
    """

    heart_rate_bpm: float | None = None
    pr_ms: float | None = None
    qrs_ms: float | None = None
    qt_ms: float | None = None
    qtc_ms: float | None = None
    qtc_formula: str | None = None
    heart_rate_mean_bpm: float | None = None
    heart_rate_low_bpm: float | None = None
    heart_rate_high_bpm: float | None = None
    rr_ms: float | None = None
    regular: bool | None = None
    p_ms: float | None = None
    qtc_fridericia_ms: float | None = None
    axis_deg: float | None = None
    st: Mapping[str, LevelST] = field(default_factory=dict)
    beats: int = 0
    beats_used: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known of one crop of one page so far; later stages replace it whole.

    `file_sha256` is of the bytes of the page's file; empty where they were not read.
    """

    page: PageRef
    status: Status
    stage: Stage
    reason: str = ""
    crop: Crop | None = None
    quality: Quality | None = None
    model: ModelInfo | None = None
    device: str | None = None
    prediction: Prediction | None = None
    explanation: Explanation | None = None
    measurements: Measurements | None = None
    rationale: str = ""
    cautions: tuple[Caution, ...] = ()
    timing_ms: Mapping[str, float] = field(default_factory=dict)
    file_sha256: str = ""
    reading: PageReading | None = None

    @property
    def trust(self) -> Trust:
        """The page's trust; a page that could not be read is refused."""
        return self.quality.trust if self.quality else Trust.REFUSED
