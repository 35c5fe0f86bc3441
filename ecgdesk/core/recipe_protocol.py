"""The sections of a recipe about how figures are obtained: splits, calibration, what papers do instead."""

from typing import Literal

from pydantic import Field

from ecgdesk.core.recipe_part import Part


class SplitSettings(Part):
    """How pages are held out."""

    method: Literal["grouped", "file-level"] = Field(
        default="grouped", description="By group, or by file (unsound where files are copies or repeats)."
    )
    folds: int = Field(default=5, ge=2, le=50, description="Folds of the cross-validation.")
    held_out_folds: int = Field(
        default=0, ge=0, le=50, description="Folds that are held out in turn; 0 means all, 1 is a hold-out."
    )
    repeats: int = Field(
        default=1, ge=1, le=50, description="How often the split is drawn, each time with the next seed."
    )
    seed: int = Field(default=7, description="Seed of the split alone.")
    override: str = Field(
        default="", description="The reason for training on a leaky split; it is written into the card."
    )


class CalibrationSettings(Part):
    """How probabilities are made honest, on out-of-fold predictions only."""

    coverage: float = Field(default=0.9, gt=0, lt=1, description="Coverage of the prediction set.")
    sensitivity: float = Field(
        default=0.9, gt=0, le=1, description="Share of a class's pages that its threshold is to find."
    )


class ComparisonSettings(Part):
    """A second figure from a split by file of the set as published, copies on both sides."""

    share: float = Field(default=0.2, gt=0, lt=1, description="Share of files held out.")
    epochs: int = Field(default=15, ge=1, description="Epochs over the larger number of files.")


class PublishedSettings(Part):
    """What `protocol = "as published"` does instead of the sound split; each of it makes figures too good."""

    split: Literal["hold-out", "k-fold", "tested on training files"] = Field(
        default="hold-out", description="How files of the published set are divided, copies and all."
    )
    share: float = Field(default=0.2, gt=0, lt=1, description="Share of files held out by a hold-out.")
    folds: int = Field(default=3, ge=2, le=50, description="Folds of a k-fold.")
    copies: dict[str, int] = Field(
        default={}, description="How often the training files of a class are copied further; others once."
    )
    balance_to: int = Field(
        default=0, ge=0, description="Files a class is brought to by augmented copies before the split."
    )
    test_selects: bool = Field(
        default=False, description="Whether test files decide when training stops and which epoch is kept."
    )
    validation_changed: bool = Field(
        default=False, description="Whether pages that decide are augmented like training pages."
    )
    reason: str = Field(default="as published", description="What is unsound, in words for the card.")
