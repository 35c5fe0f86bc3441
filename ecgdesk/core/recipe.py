"""A training recipe: every choice of a run, each with a sentence, read from and written to TOML.

Lives in `core` so that the wizard can validate a recipe without importing the trainer or torch.
"""

import tomllib
from pathlib import Path
from typing import Any, Literal

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.errors import RecipeError

Range = tuple[float, float]


class Part(BaseModel):
    """A section of a recipe that refuses unknown fields and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=())


class ClassSettings(Part):
    """One class of the data."""

    id: str = Field(min_length=1, description="The label as it stands in the data.")
    name: str = Field(description="The name people read.")
    short: str = Field(default="", description="A short name for lists; empty means the id.")


class DataSettings(Part):
    """Which pages, and what they are called."""

    source: str = Field(description="A folder with a folder per class, or a CSV; relative to --data.")
    name: str = Field(default="", description="The data set's name and citation, for the card.")
    licence: str = Field(default="unknown", description="The data set's licence, for the card.")
    classes: tuple[ClassSettings, ...] = Field(
        default=(), description="The classes in order; empty means all labels found, sorted."
    )
    path_column: str = Field(default="path", description="CSV column with the picture's path.")
    label_column: str = Field(default="label", description="CSV column with the class.")
    group_column: str = Field(
        default="", description="CSV column to split by (patient or recording day); empty means none."
    )
    copies_column: str = Field(
        default="", description="CSV column with how often a page occurs in the published set."
    )
    single_number_column: str = Field(
        default="", description="CSV column with a number printed on the page, used as a baseline alone."
    )
    pages_folder: str = Field(default="", description="Folder of the CSV's paths, relative to the CSV.")
    full_size_folder: str = Field(
        default="", description="Folder with larger originals of some pages, for the shift table."
    )


class SplitSettings(Part):
    """How pages are held out."""

    method: Literal["grouped", "file-level"] = Field(
        default="grouped", description="By group, or by file (unsound where files are copies or repeats)."
    )
    folds: int = Field(default=5, ge=2, le=50, description="Folds of the cross-validation.")
    seed: int = Field(default=7, description="Seed of the split alone.")
    override: str = Field(
        default="", description="The reason for training on a leaky split; it is written into the card."
    )


class ModelSettings(Part):
    """Which network."""

    architecture: str = Field(description="An entry of the catalog.")
    options: dict[str, Any] = Field(default={}, description="Options of that entry.")


class DegradeSettings(Part):
    """Copies of each page made worse before it is cropped, kept in the cache beside the clean page."""

    variants: int = Field(default=0, ge=0, le=64, description="Worsened copies of each page.")
    clean_share: float = Field(default=0.4, ge=0, le=1, description="Share of views of the clean page.")
    tilt_deg: float = Field(default=0.5, ge=0, le=15, description="SD of a turn left in the crop.")
    crop_jitter: float = Field(default=0.012, ge=0, le=0.1, description="SD of each crop edge, as a share.")
    brightness: Range = Field(default=(0.7, 1.25), description="Factor on the page's brightness.")
    shadow: float = Field(default=0.4, ge=0, lt=1, description="Deepest shadow across the page.")
    jpeg_quality: tuple[int, int] = Field(default=(25, 90), description="Quality of a saved copy.")
    smallest_scale: float = Field(default=0.5, gt=0, le=1, description="Smallest resolution kept.")


class AugmentSettings(Part):
    """Chance changes of a view as it is shown to the network."""

    rotation_deg: float = Field(default=2.0, ge=0, le=45, description="Largest turn of a view.")
    scale_x: Range = Field(default=(0.94, 1.06), description="Stretch in time.")
    scale_y: Range = Field(default=(0.92, 1.08), description="Stretch in amplitude.")
    shift: float = Field(default=0.04, ge=0, le=0.5, description="Largest shift, as a share of the side.")
    gain: Range = Field(default=(0.6, 1.3), description="Factor on the picture's contrast.")
    noise: float = Field(default=0.06, ge=0, le=1, description="Largest SD of pixel noise.")
    erase_chance: float = Field(default=0.4, ge=0, le=1, description="Chance that a view loses two patches.")
    erase_share: float = Field(default=0.3, gt=0, le=1, description="Largest side of a lost patch.")


class ObjectiveSettings(Part):
    """What is minimised."""

    kind: Literal["cross-entropy"] = Field(default="cross-entropy", description="The loss.")
    label_smoothing: float = Field(default=0.05, ge=0, lt=1, description="Share given to all classes.")
    class_weight_power: float = Field(
        default=1.0, ge=0, le=1, description="1 weighs classes by inverse frequency, 0 not at all."
    )


class OptimiserSettings(Part):
    """How weights move."""

    kind: Literal["adamw", "adam"] = Field(default="adamw", description="The optimiser.")
    rate: float = Field(default=1e-3, gt=0, description="Highest learning rate.")
    weight_decay: float = Field(default=0.05, ge=0, description="Decay of weights.")
    gradient_clip: float = Field(default=5.0, gt=0, description="Largest norm of the gradient.")
    schedule: Literal["one-cycle", "cosine", "constant"] = Field(
        default="one-cycle", description="How the rate goes over the run."
    )
    warm_up_share: float = Field(default=0.2, gt=0, lt=1, description="Share of steps in which it rises.")


class EarlyStopping(Part):
    """Stopping by pages kept apart inside the training part; test pages never decide."""

    patience: int = Field(default=10, ge=1, description="Epochs without a better loss before stopping.")
    share: float = Field(default=0.15, gt=0, lt=0.5, description="Share of training pages kept apart.")


class CalibrationSettings(Part):
    """How probabilities are made honest, on out-of-fold predictions only."""

    coverage: float = Field(default=0.9, gt=0, lt=1, description="Coverage of the prediction set.")


class ComparisonSettings(Part):
    """A second figure from a split by file of the set as published, copies on both sides."""

    share: float = Field(default=0.2, gt=0, lt=1, description="Share of files held out.")
    epochs: int = Field(default=15, ge=1, description="Epochs over the larger number of files.")


class CardSettings(Part):
    """What the model pack says of itself."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$", description="The pack's id.")
    name: str = Field(description="The model's name.")
    description: str = Field(default="", description="What the model does.")
    licence: str = Field(default="unknown", description="Licence and attribution of the weights.")
    limits: tuple[str, ...] = Field(default=(), description="What the model was not shown or cannot do.")


class Recipe(Part):
    """Everything that decides a run."""

    card: CardSettings = Field(description="The pack's name, licence and limits.")
    data: DataSettings = Field(description="Which pages.")
    split: SplitSettings = Field(default=SplitSettings(), description="How pages are held out.")
    model: ModelSettings = Field(description="Which network.")
    preprocessing: Preprocessing | None = Field(
        default=None, description="How a crop becomes input; empty means the architecture's own."
    )
    degrade: DegradeSettings = Field(default=DegradeSettings(), description="Worsened copies of pages.")
    augment: AugmentSettings | None = Field(
        default=None, description="Chance changes of views; empty means none."
    )
    objective: ObjectiveSettings = Field(default=ObjectiveSettings(), description="The loss.")
    optimiser: OptimiserSettings = Field(default=OptimiserSettings(), description="How weights move.")
    epochs: int = Field(default=30, ge=1, le=10_000, description="Passes over the training pages.")
    batch: int = Field(default=16, ge=2, le=4096, description="Views a step.")
    average_decay: float = Field(
        default=0.0, ge=0, lt=1, description="Decay of a running average of the weights; 0 means none."
    )
    early_stopping: EarlyStopping | None = Field(default=None, description="Stopping early, or not.")
    precision: Literal["fp32", "bf16"] = Field(default="fp32", description="Precision of training steps.")
    seed: int = Field(default=0, description="Seed of weights, order and augmentation.")
    device: Literal["auto", "cpu", "cuda"] = Field(default="cpu", description="Where to train.")
    calibration: CalibrationSettings = Field(
        default=CalibrationSettings(), description="Calibration of probabilities."
    )
    comparison: ComparisonSettings | None = Field(
        default=None, description="A figure by the unsound split beside the honest one, or not."
    )
    shift_pages: int = Field(
        default=0, ge=0, description="Pages, evenly chosen, for the shift table; 0 means no table."
    )

    @model_validator(mode="after")
    def _a_leaky_split_is_meant(self) -> "Recipe":
        if self.split.method == "file-level" and not self.split.override:
            raise ValueError("a file-level split needs split.override with the reason")
        return self


def parse_recipe(text: str, name: str = "The recipe") -> Recipe:
    """Return the recipe in a TOML text; raises RecipeError naming the first wrong field."""
    try:
        return Recipe.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(f"{name} is not valid TOML: {error}.", "Correct that line.") from error
    except ValidationError as error:
        raise RecipeError(f"{name} cannot be used: {_first(error)}.", "Correct that field.") from error


def read_recipe(path: Path) -> Recipe:
    """Return the recipe in a TOML file; raises RecipeError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError(f"The recipe {path.name} cannot be read.", "Check the name.") from error
    return parse_recipe(text, f"The recipe {path.name}")


def recipe_toml(recipe: Recipe) -> str:
    """Return the recipe as TOML; fields that are empty are left out."""
    return tomli_w.dumps(recipe.model_dump(mode="json", exclude_none=True, exclude_defaults=False))


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"there is no field {where!r}"
    if first["type"] == "missing":
        return f"the field {where!r} is missing"
    return f"{where}: {first['msg']}" if where else str(first["msg"])
