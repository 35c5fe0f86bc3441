"""What a run is about: its recipe, its pages, its network, and where things are."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import torch
from torch import nn

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.recipe import Recipe
from ecgdesk.models.architectures import architecture
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.networks.build import build
from ecgdesk.models.public_weights import weights_folder
from training.crew import Crew
from training.data import PageSet
from training.material import Shifted, load_material, load_shifted
from training.predicting import Material
from training.pretrained import PublicWeights, find_weights, plant, weights_notes
from training.published import PublishedFiles, published_files, published_material
from training.shape import shape_of


@dataclass(frozen=True)
class Task:
    """`distinct` are the pages as loaded; under the protocol as published, `pages` are its files instead."""

    recipe: Recipe
    distinct: PageSet
    pages: PageSet
    files: PublishedFiles | None
    architecture: Architecture
    preprocessing: Preprocessing
    public: tuple[PublicWeights, ...]
    device: torch.device
    cache: Path
    data_root: Path

    @property
    def notes(self) -> tuple[str, ...]:
        """What the networks begin with, in sentences."""
        return weights_notes(self.architecture, self.recipe.model, self.public)

    def network(self, seed: int) -> nn.Module:
        """Return a new network as this run begins with it, and seed everything drawn from then on."""
        torch.manual_seed(seed)
        options, classes = self.recipe.model.options, self.pages.class_ids
        network = build(self.architecture, len(classes), options, self.preprocessing, classes)
        plant(network, self.public)
        return network

    def material(self) -> Material:
        """Return the pictures and labels of all pages (or files), from the cache."""
        material = load_material(self.distinct, self.recipe, self.preprocessing, self.cache)
        return material if self.files is None else published_material(material, self.files, self.recipe)

    @cached_property
    def shape(self) -> float:
        """Width over height of what is seen, on the page; raises EcgdeskError where pages are gone."""
        return shape_of(self.distinct.pages, self.preprocessing)

    @cached_property
    def shifted(self) -> Shifted | None:
        """Pages under the changes of the shift table; None where the recipe wants no table."""
        if not self.recipe.shift_pages:
            return None
        return load_shifted(self.pages, self.recipe, self.preprocessing, self.cache, self.data_root)


def make_task(
    recipe: Recipe, pages: PageSet, cache: Path, data_root: Path, weights: Path | None, crew: Crew
) -> Task:
    """Return the task of a recipe on pages; raises RecipeError when required public weights are absent."""
    files = published_files(pages, recipe.published, recipe.split.seed) if recipe.is_as_published else None
    entry = architecture(recipe.model.architecture)
    return Task(
        recipe, pages, pages if files is None else files.pages, files, entry,
        recipe.preprocessing or entry.preprocessing,
        find_weights(entry, recipe.model, weights or weights_folder()),
        chosen_device(recipe.device, crew), cache, data_root,
    )  # fmt: skip


def chosen_device(wanted: str, crew: Crew) -> torch.device:
    """Return the device for "auto", "cpu" or "cuda"; each process of a crew has a card of its own."""
    if wanted == "auto":
        wanted = "cuda" if torch.cuda.is_available() else "cpu"
    if wanted == "cpu":
        return torch.device("cpu")
    device = torch.device(wanted, crew.local_rank)
    torch.cuda.set_device(device)
    return device


def device_name(device: torch.device) -> str:
    """Return what people call a device."""
    return torch.cuda.get_device_name(device) if device.type == "cuda" else "processor"
