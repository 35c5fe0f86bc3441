"""The model card inside a pack: everything needed to feed the model and to judge it."""

from datetime import datetime
from typing import Any, Literal

from pydantic import ConfigDict, Field, model_validator

from ecgdesk.core.card_charts import MeanMaps, RocCurve
from ecgdesk.core.strict import Strict

CropPolicy = Literal["tracing", "paper-c", "whole"]
Colour = Literal["rgb", "grey", "ink", "traces"]
Resize = Literal["area", "bicubic"]
Fit = Literal["stretch", "pad"]

_FLAT_TRACE = 128 / 255
_TRACE_ROWS = 16


class Preprocessing(Strict):
    """How a cropped page becomes the network's input; training and inference share it.

    `colour`: "ink" is the darkness left when any coloured grid is taken away (255 minus the brightest
    channel); "grey" is luminance; "traces" are the digitised leads (`models.trace_picture`), of which `width`
    is the number of values in 2.5 s. `contrast_stretch` maps the 1st and 99th percentile to 0 and 255 first.
    `mean` and `std` apply to values in [0, 1], one per channel.
    """

    width: int = Field(gt=0, le=4096)
    height: int = Field(gt=0, le=4096)
    colour: Colour = "rgb"
    contrast_stretch: bool = False
    resize: Resize = "area"
    fit: Fit = "stretch"
    mean: tuple[float, ...] = (0.485, 0.456, 0.406)
    std: tuple[float, ...] = (0.229, 0.224, 0.225)
    crop_policy: CropPolicy = "tracing"

    @property
    def reads_leads(self) -> bool:
        """Whether the network is given the digitised leads in place of the picture."""
        return self.colour == "traces"

    @property
    def blank(self) -> float:
        """Blank paper, or a flat trace, as a value in [0, 1]."""
        return {"ink": 0.0, "traces": _FLAT_TRACE}.get(self.colour, 1.0)

    @property
    def channels(self) -> int:
        """Input channels of the network."""
        return 3 if self.colour == "rgb" else 1

    @model_validator(mode="after")
    def _one_statistic_a_channel(self) -> "Preprocessing":
        if not len(self.mean) == len(self.std) == self.channels:
            raise ValueError(f"mean and std need {self.channels} values each for colour {self.colour!r}")
        if min(self.std) <= 0:
            raise ValueError("std must be positive")
        if self.reads_leads and self.height != _TRACE_ROWS:
            raise ValueError(f"traces take a height of {_TRACE_ROWS} rows")
        return self


class ClassInfo(Strict):
    """A diagnostic label: stable id (as in data folders), name for people, short name for lists."""

    id: str = Field(min_length=1)
    name: str
    short: str


class ReliabilityBin(Strict):
    """Calibration pages whose top probability fell in [low, high): how many, and how many were right."""

    low: float
    high: float
    pages: int
    correct: int


class Calibration(Strict):
    """Temperature, split-conformal threshold and what they were fitted on.

    A class is in the prediction set when 1 − p ≤ `conformal_threshold` (at `coverage`). Multi-label
    models use `class_thresholds` instead. `class_reliability` holds the pages given each class, or, of a
    multi-label model, all pages by its probability. `protocol` says on which predictions this was fitted.
    """

    temperature: float = Field(default=1.0, gt=0)
    conformal_threshold: float | None = Field(default=None, ge=0, le=1)
    coverage: float | None = Field(default=None, gt=0, lt=1)
    class_thresholds: dict[str, float] = Field(default_factory=dict)
    reliability: tuple[ReliabilityBin, ...] = ()
    class_reliability: dict[str, tuple[ReliabilityBin, ...]] = Field(default_factory=dict)
    protocol: str = "not calibrated"


class Figure(Strict):
    """One number with its 95 % interval and the protocol it was obtained by."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None
    protocol: str


class Novelty(Strict):
    """When a page is unlike the pages the model was trained on: its distance is over `threshold`.

    The distance is taken in what `layer` gives (for a linear layer: gets), to the cloud of training pages
    in the pack's `novelty.safetensors`. With `places` the layer's rows and columns count too: where on the
    page things stand. `protocol` says how the threshold was found and what it misses.
    """

    layer: str = Field(min_length=1)
    places: bool = False
    threshold: float = Field(gt=0, allow_inf_nan=False)
    protocol: str


class UsualRange(Strict):
    """Where the middle four fifths of a class's training pages lie in a measurement, by its field's name."""

    measurement: str
    low: float
    high: float
    pages: int


class Usual(Strict):
    """What was measured on the training pages, class by class; `protocol` says how and on how many."""

    ranges: dict[str, tuple[UsualRange, ...]]
    protocol: str


class TrainingData(Strict):
    """What the weights were fitted on: name, licence, distinct pages, and a hash over all page hashes."""

    name: str
    licence: str
    pages: int
    pages_per_class: dict[str, int] = Field(default_factory=dict)
    grouped_by: str
    sha256: str


class Card(Strict):
    """The card of a model pack."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")
    name: str
    description: str
    architecture: str
    options: dict[str, Any] = Field(default_factory=dict)
    classes: tuple[ClassInfo, ...] = Field(min_length=2)
    multi_label: bool = False
    preprocessing: Preprocessing
    calibration: Calibration = Calibration()
    novelty: Novelty | None = None
    usual: Usual | None = None
    figures: tuple[Figure, ...] = ()
    confusion: dict[str, dict[str, int]] = Field(default_factory=dict)
    roc: tuple[RocCurve, ...] = ()
    mean_maps: MeanMaps | None = None
    training_data: tuple[TrainingData, ...] = ()
    recipe: dict[str, Any] = Field(default_factory=dict)
    overrides: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    licence: str
    created: datetime

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=(), populate_by_name=True)

    @model_validator(mode="after")
    def _classes_are_distinct(self) -> "Card":
        ids = [c.id for c in self.classes]
        if len(set(ids)) != len(ids):
            raise ValueError("class ids must be distinct")
        return self

    @model_validator(mode="after")
    def _charts_are_of_these_classes(self) -> "Card":
        maps = () if self.mean_maps is None else self.mean_maps.maps
        kinds = [(curve.name, "roc") for curve in self.roc] + [(one.name, str(one.right)) for one in maps]
        if len(set(kinds)) != len(kinds) or not {name for name, _ in kinds} <= {c.id for c in self.classes}:
            raise ValueError("curves and maps must be of the card's classes, one of a kind each")
        return self
