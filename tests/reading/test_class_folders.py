"""The doctor, the wizard and the trainer count the same pages of a folder."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ecgdesk.core.constants import IMAGE_SUFFIXES
from ecgdesk.core.recipe import DataSettings
from ecgdesk.reading.class_folders import filed
from ecgdesk.services.training.preview import look_at
from training.checkup.sources import open_source
from training.data import load_pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = ("MI/a.png", "MI/2024/b.png", "MI/2024/ward 3/c.PNG", "Normal/d.png", "Normal/._d.png",
             "Normal/.cache/e.png", "Normal/notes.txt", ".trash/f.png")  # fmt: skip
    for number, name in enumerate(names):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".txt":
            path.write_text("no page", encoding="utf-8")
        else:
            Image.fromarray(np.full((8, 8), number * 20, np.uint8)).save(path, "PNG")
    return tmp_path / "pages"


def names(paths: list[Path], root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in paths)


def test_nested_pages_belong_to_the_class_above_them_and_hidden_ones_to_none(folder: Path) -> None:
    found = filed(folder, IMAGE_SUFFIXES)
    assert [(one.path.name, one.label) for one in found] == [
        ("b.png", "MI"), ("c.PNG", "MI"), ("a.png", "MI"), ("d.png", "Normal"),
    ]  # fmt: skip


def test_doctor_wizard_and_trainer_see_the_same(folder: Path) -> None:
    doctor = [(file.path, file.label) for file in open_source(folder).files]
    trained = load_pages(DataSettings(source=folder.name), folder.parent)
    assert sorted(doctor) == sorted((page.path, page.label) for page in trained.pages)
    assert look_at(folder).per_class == trained.per_class() == {"MI": 3, "Normal": 1}


def test_folders_of_a_split_are_no_classes_for_any_of_them(folder: Path) -> None:
    whole = folder.parent / "whole"
    for part in ("train", "test"):
        (whole / part).parent.mkdir(exist_ok=True)
    (folder).rename(whole / "train")
    (whole / "test" / "MI").mkdir(parents=True)
    Image.fromarray(np.full((8, 8), 250, np.uint8)).save(whole / "test" / "MI" / "g.png")
    trained = load_pages(DataSettings(source="whole"), whole.parent)
    assert trained.per_class() == look_at(whole).per_class == {"MI": 4, "Normal": 1}
    assert {file.split for file in open_source(whole).files} == {"train", "test"}
