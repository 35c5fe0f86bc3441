"""What an evaluation of a model on labelled pages found: `evaluation.json`, read and written by one schema.

`ecgdesk evaluate PACK DATA --json` writes `Began`, `Progress` and last `Evaluated`, `Cancelled` or
`Refused` as lines (`core.event_lines`); the `result` of `Evaluated` is for `Evaluation.model_validate`.
PACK is an installed model's id or a file. Further options: `--path-column`, `--label-column`, `--group-
column`, `--pages-folder` for a CSV, `--class THEIRS=OURS` for labels that are called otherwise than the
model's classes, `--subgroup COLUMN` for each table wanted (else all fitting columns), `--out DIR` for
evaluation.json, predictions.csv and report.html, `--recalibrate NEW.ecgmodel`.
"""

from typing import Literal

from pydantic import ConfigDict, Field

from ecgdesk.core.card import Calibration, ReliabilityBin
from ecgdesk.core.strict import Strict


class Estimate(Strict):
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


class EvaluatedModel(Strict):
    """Which model was looked at."""

    id: str
    name: str
    sha256: str
    classes: tuple[str, ...]
    multi_label: bool = False


class LeftOut(Strict):
    """A page that has no part in the figures, and why.

    `kind`: it cannot be read, the program refuses it as no ECG page, or it is a copy of another.
    """

    file: str
    kind: Literal["unreadable", "refused", "copy"]
    reason: str


class Subgroup(Strict):
    """Some of the pages: those whose `value` in `by` is this one.

    `apart` is true where the accuracy's interval does not reach the accuracy of all other pages and chance
    among this many subgroups is an unlikely reason (`p_value` corrected by Holm's method below 0.05).
    """

    by: str
    value: str
    pages: int
    accuracy: Estimate
    macro_f1: Estimate | None = None
    others: float | None = None
    p_value: float | None = None
    apart: bool = False


class Drift(Strict):
    """One thing measured here and at the training: how far these pages and their scores have moved.

    `here` has an interval where there is one; `training` is what the card says of held-out pages, None where
    it says nothing. `sentence` says what it means, `grave` whether figures or probabilities should not be
    relied on because of it.
    """

    code: Literal[
        "unlike", "distance", "top-probability", "score-stability", "unsure", "class-shares", "accuracy",
        "calibration-error", "coverage",
    ]  # fmt: skip
    name: str
    here: float
    low: float | None = None
    high: float | None = None
    training: float | None = None
    sentence: str = ""
    grave: bool = False


class Recalibration(Strict):
    """Calibration fitted on these pages, beside the model's own.

    `before` and `after` hold "ece", "log_loss", "brier", "coverage", "set_size" and "unsure"; those of
    `after` are of pages that had no part in their calibration (`folds` parts, each on the others).
    `calibration` is what was written into the new pack, `file` its name; empty where none was asked for.
    """

    pages: int
    folds: int
    before: dict[str, Estimate]
    after: dict[str, Estimate]
    calibration: Calibration
    helps: bool
    sentence: str
    file: str = ""


class Mistake(Strict):
    """A wrong answer: `file` as the data names it, the true class, what was said, and how surely."""

    file: str
    true: str
    said: str
    probability: float


class Evaluation(Strict):
    """All figures of an evaluation.

    `summary` and each class in `per_class` use the names of metrics.json; figures without a value (the AUROC
    of a class without pages) are absent. `confusion` is by true class, then by the one said; empty for
    models that may say several. `sets` holds "coverage", "mean_size" and "unsure" of prediction sets.
    `resampled_by` says what the bootstrap draws: "page", or the group's column.
    """

    schema_version: Literal[1] = Field(default=1, alias="schema")
    model: EvaluatedModel
    source: str
    files: int
    pages: int
    groups: int
    resampled_by: str
    protocol: str
    support: dict[str, int]
    summary: dict[str, Estimate]
    per_class: dict[str, dict[str, Estimate]]
    confusion: dict[str, dict[str, int]] = Field(default={})
    reliability: tuple[ReliabilityBin, ...] = ()
    sets: dict[str, Estimate] = Field(default={})
    subgroups: tuple[Subgroup, ...] = ()
    drift: tuple[Drift, ...] = ()
    recalibration: Recalibration | None = None
    mistakes: tuple[Mistake, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=(), populate_by_name=True)
