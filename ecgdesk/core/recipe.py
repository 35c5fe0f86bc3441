"""A training recipe: every choice of a run, each with a sentence, read from and written to TOML.

Lives in `core` so that the wizard can validate a recipe without importing the trainer or torch.
"""

import tomllib
from pathlib import Path
from typing import Any, Literal

import tomli_w
from pydantic import Field, ValidationError, field_validator, model_validator

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.class_lists import CLASS_LISTS
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe_learning import (
    EarlyStopping,
    ObjectiveSettings,
    OptimiserSettings,
    PartRate,
    PretrainingSettings,
    UnfreezingSettings,
    UnfreezingStage,
)
from ecgdesk.core.recipe_part import Part, Range
from ecgdesk.core.recipe_protocol import (
    CalibrationSettings,
    ComparisonSettings,
    PublishedSettings,
    SplitSettings,
)
from ecgdesk.core.recipe_views import AugmentSettings, DegradeSettings, TraceSettings, ViewSettings
from ecgdesk.core.sentence import say

__all__ = [
    "AugmentSettings", "CalibrationSettings", "CardSettings", "ClassSettings", "ComparisonSettings",
    "DataSettings", "DegradeSettings", "EarlyStopping", "ModelSettings", "ObjectiveSettings",
    "OptimiserSettings", "Part", "PartRate", "PretrainingSettings", "PublishedSettings", "Range", "Recipe",
    "SplitSettings", "UnfreezingSettings", "UnfreezingStage", "ViewSettings", "parse_recipe", "read_recipe",
    "recipe_toml",
]  # fmt: skip


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
        default=(),
        description="The classes in order, or the name of a known list; empty means all found, sorted.",
    )
    path_column: str = Field(default="path", description="CSV column with the picture's path.")
    label_column: str = Field(default="label", description="CSV column with the class, or the classes.")
    label_separator: str = Field(
        default="",
        description="What stands between the classes of a page that may have several or none; empty means "
        "that each page has one.",
    )
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

    @field_validator("classes", mode="before")
    @classmethod
    def _known_list(cls, given: object) -> object:
        if not isinstance(given, str):
            return given
        if given not in CLASS_LISTS:
            raise ValueError(f"there is no class list {given!r}; known: {', '.join(CLASS_LISTS)}")
        return [{"id": item.id, "name": item.name, "short": item.short} for item in CLASS_LISTS[given]]


class ModelSettings(Part):
    """Which network."""

    architecture: str = Field(description="An entry of the catalog.")
    options: dict[str, Any] = Field(default={}, description="Options of that entry.")
    pretrained: Literal["no", "if available", "required"] = Field(
        default="no",
        description="Whether it begins with public weights out of the weights folder; nothing is fetched.",
    )


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
    traces: TraceSettings | None = Field(
        default=None, description="Chance changes of digitised leads, for networks that read those."
    )
    views: ViewSettings | None = Field(
        default=None, description="Further chance changes of views, as papers name them; empty means none."
    )
    pretraining: PretrainingSettings | None = Field(
        default=None, description="A contrastive stage before labels are used, or none."
    )
    unfreezing: UnfreezingSettings | None = Field(
        default=None, description="Parts that begin to learn later; empty means all learn at once."
    )
    balance: Literal["no", "oversample"] = Field(
        default="no",
        description="Whether training pages of rarer classes are shown more often, with even weights.",
    )
    objective: ObjectiveSettings = Field(default=ObjectiveSettings(), description="The loss.")
    optimiser: OptimiserSettings = Field(default=OptimiserSettings(), description="How weights move.")
    epochs: int = Field(default=30, ge=1, le=10_000, description="Passes over the training pages.")
    batch: int = Field(default=16, ge=2, le=4096, description="Views a step.")
    accumulate: int = Field(
        default=1, ge=1, le=1024, description="Batches whose gradients are joined into one step."
    )
    average_decay: float = Field(
        default=0.0, ge=0, lt=1, description="Decay of a running average of the weights; 0 means none."
    )
    early_stopping: EarlyStopping | None = Field(default=None, description="Stopping early, or not.")
    precision: Literal["fp32", "bf16", "fp16"] = Field(
        default="fp32", description="Precision of training steps."
    )
    seed: int = Field(default=0, description="Seed of weights, order and augmentation.")
    device: Literal["auto", "cpu", "cuda"] = Field(default="cpu", description="Where to train.")
    calibration: CalibrationSettings = Field(
        default=CalibrationSettings(), description="Calibration of probabilities."
    )
    protocol: Literal["sound", "as published"] = Field(
        default="sound", description="How figures are obtained: soundly, or as the paper did, leaks and all."
    )
    published: PublishedSettings = Field(
        default=PublishedSettings(), description="What the paper did; used by its protocol alone."
    )
    comparison: ComparisonSettings | None = Field(
        default=None, description="A figure by the unsound split beside the honest one, or not."
    )
    final_fit: bool = Field(
        default=True,
        description="Whether a last fit on all pages gives the pack its weights; else the best fold does.",
    )
    shift_pages: int = Field(
        default=0, ge=0, description="Pages, evenly chosen, for the shift table; 0 means no table."
    )

    @property
    def is_as_published(self) -> bool:
        """Whether figures are obtained the unsound way on purpose."""
        return self.protocol == "as published"

    @property
    def fold_count(self) -> int:
        """Folds of the protocol in force, those of all repeats together; a hold-out is one."""
        return self.folds_each * (1 if self.is_as_published else self.split.repeats)

    @property
    def folds_each(self) -> int:
        """Folds of one repeat."""
        if not self.is_as_published:
            return min(self.split.held_out_folds or self.split.folds, self.split.folds)
        return self.published.folds if self.published.split == "k-fold" else 1

    @property
    def has_comparison(self) -> bool:
        """Whether a file-level figure stands beside the honest one; as published, all are file-level."""
        return self.comparison is not None and not self.is_as_published

    @property
    def is_multi_label(self) -> bool:
        """Whether a page may have several classes, or none."""
        return self.data.label_separator != ""

    @model_validator(mode="after")
    def _several_classes_have_their_loss(self) -> "Recipe":
        if self.is_multi_label and self.objective.kind != "multi-label":
            raise ValueError('pages with several classes need objective.kind = "multi-label"')
        if self.is_multi_label and (self.is_as_published or self.comparison or self.balance != "no"):
            raise ValueError("pages with several classes go without balance, comparison and as published")
        return self

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
        raise RecipeError(
            say("{file} is not valid TOML: {cause}.", file=name, cause=error), "Correct that line."
        ) from error
    except ValidationError as error:
        raise RecipeError(
            say("{file} cannot be used: {cause}.", file=name, cause=_first(error)), "Correct that field."
        ) from error


def read_recipe(path: Path) -> Recipe:
    """Return the recipe in a TOML file; raises RecipeError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError(
            say("The recipe {file} cannot be read.", file=path.name), "Check the name."
        ) from error
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
