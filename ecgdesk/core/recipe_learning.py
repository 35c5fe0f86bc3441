"""The sections of a recipe about learning: the loss, the optimiser, what learns when, pretraining."""

from typing import Literal

from pydantic import Field, field_validator

from ecgdesk.core.recipe_part import Part
from ecgdesk.core.recipe_views import ViewSettings


class ObjectiveSettings(Part):
    """What is minimised."""

    kind: Literal["cross-entropy", "focal", "contrastive", "multi-label"] = Field(
        default="cross-entropy",
        description="The loss: of one class a page, the same with hard pages first, of pictures against "
        "class sentences (needs a network with a text tower), or of each class for itself.",
    )
    label_smoothing: float = Field(default=0.05, ge=0, lt=1, description="Share given to all classes.")
    class_weight_power: float = Field(
        default=1.0, ge=0, le=1, description="1 weighs classes by inverse frequency, 0 not at all."
    )
    focal_gamma: float = Field(
        default=2.0, ge=0, le=10, description="How little easy pages count in the focal loss; 0: as others."
    )


class PartRate(Part):
    """The rate and decay of one part of the network."""

    part: str = Field(min_length=1, description="A part of the network by its name.")
    rate: float | None = Field(
        default=None, gt=0, description="Its highest rate; empty means the common one."
    )
    weight_decay: float | None = Field(
        default=None, ge=0, description="Its decay; empty means the common one."
    )


class OptimiserSettings(Part):
    """How weights move."""

    kind: Literal["adamw", "adam"] = Field(default="adamw", description="The optimiser.")
    rate: float = Field(default=1e-3, gt=0, description="Highest learning rate.")
    weight_decay: float = Field(default=0.05, ge=0, description="Decay of weights.")
    decay_all: bool = Field(
        default=False, description="Whether biases and norms decay too, as they do when nobody asks."
    )
    parts: tuple[PartRate, ...] = Field(default=(), description="Parts with rates or decays of their own.")
    gradient_clip: float = Field(
        default=5.0, ge=0, description="Largest norm of the gradient; 0 means no limit."
    )
    schedule: Literal["one-cycle", "cosine", "constant"] = Field(
        default="one-cycle", description="How the rate goes over the run."
    )
    warm_up_share: float = Field(default=0.2, gt=0, lt=1, description="Share of steps in which it rises.")
    warm_up_epochs: float = Field(
        default=0.0, ge=0, description="Epochs of a linear rise before a cosine or constant course; 0: none."
    )
    cosine_epochs: int = Field(
        default=0, ge=0, description="Epochs of the cosine's fall (T_max); 0 means the whole run."
    )
    lowest_rate: float = Field(default=0.0, ge=0, description="Where the cosine ends (its minimum).")


class EarlyStopping(Part):
    """Stopping by pages kept apart inside the training part; test pages never decide."""

    patience: int = Field(default=10, ge=1, description="Epochs without a better figure before stopping.")
    share: float = Field(default=0.15, gt=0, lt=0.5, description="Share of training pages kept apart.")
    measure: Literal["loss", "accuracy"] = Field(default="loss", description="The figure that decides.")


class UnfreezingStage(Part):
    """Parts of the network that begin to learn with an epoch."""

    from_epoch: int = Field(ge=1, description="The first epoch in which they learn, counted from 1.")
    parts: tuple[str, ...] = Field(min_length=1, description='Names of parts; "*" means all of them.')


class UnfreezingSettings(Part):
    """Which part learns from when on; a part that is in no stage never learns."""

    stages: tuple[UnfreezingStage, ...] = Field(min_length=1, description="Stages, the first from epoch 1.")
    frozen_statistics: Literal["fixed", "moving"] = Field(
        default="fixed", description="Whether running statistics of batch norms in frozen parts stand still."
    )

    @field_validator("stages")
    @classmethod
    def _something_learns_at_first(cls, stages: tuple[UnfreezingStage, ...]) -> tuple[UnfreezingStage, ...]:
        if all(stage.from_epoch > 1 for stage in stages):
            raise ValueError("nothing would learn in epoch 1")
        return stages


class PretrainingSettings(Part):
    """SimCLR on the training pages alone, before their labels are looked at."""

    epochs: int = Field(default=50, ge=1, le=10_000, description="Passes over the training pages.")
    batch: int = Field(default=16, ge=2, le=4096, description="Pages a step, each in two views.")
    temperature: float = Field(default=0.1, gt=0, description="Temperature of InfoNCE.")
    alignment_weight: float = Field(
        default=0.1, ge=0, description="Weight of 1 − cosine of the two views of a page."
    )
    triplet_weight: float = Field(default=0.0, ge=0, description="Weight of the triplet loss; 0 means none.")
    triplet_margin: float = Field(default=0.1, ge=0, description="Margin of the triplet loss.")
    optimiser: OptimiserSettings = Field(default=OptimiserSettings(), description="How weights move in it.")
    strong: ViewSettings = Field(default=ViewSettings(), description="Changes of the first view.")
    moderate: ViewSettings = Field(default=ViewSettings(), description="Changes of the second view.")
