"""A tiny labelled set drawn here: pages with few or many strokes, eight days of five pages."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from ecgdesk.core.recipe import Recipe, parse_recipe
from training.data import PageSet, load_pages

RECIPE = """
epochs = 2
batch = 4
[card]
id = "tiny"
name = "Tiny"
[data]
source = "pages.csv"
group_column = "day"
copies_column = "copies"
single_number_column = "strokes"
[split]
folds = 2
[model]
architecture = "page-resnet"
options = { width = 8, depths = [1, 1], stem_stride = 4 }
[preprocessing]
width = 64
height = 48
colour = "ink"
mean = [0.1]
std = [0.2]
crop_policy = "whole"
[degrade]
variants = 1
[augment]
"""


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def tiny_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    chance = np.random.default_rng(0)
    rows = ["path,label,day,copies,strokes"]
    for number in range(40):
        label, strokes = ("few", 3) if number % 2 else ("many", 12)
        cv2.imwrite(str(folder / f"{number}.png"), drawn_page(strokes, chance))
        rows.append(f"{number}.png,{label},day-{number // 5},{1 + number % 2},{strokes}")
    (folder / "pages.csv").write_text("\n".join(rows) + "\n")
    return folder


def drawn_page(strokes: int, chance: np.random.Generator) -> np.ndarray:
    page = np.full((96, 128, 3), 255, np.uint8)
    for stroke in range(strokes):
        x = 8 + stroke * 112 // strokes
        cv2.line(page, (x, 20), (x, 76), (0, 0, 0), 2)
    return np.clip(page.astype(int) - chance.integers(0, 20, page.shape), 0, 255).astype(np.uint8)


@pytest.fixture
def recipe() -> Recipe:
    return parse_recipe(RECIPE)


@pytest.fixture
def pages(recipe: Recipe, tiny_data: Path) -> PageSet:
    return load_pages(recipe.data, tiny_data)
