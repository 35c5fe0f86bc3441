"""What the doctor is given is understood as a person would."""

from pathlib import Path

import pytest

from ecgdesk.core.errors import RecipeError
from training.checkup.sources import Columns, open_source


def put(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_per_class(tmp_path: Path) -> None:
    put(tmp_path / "a" / "1.png"), put(tmp_path / "b" / "deep" / "2.jpg"), put(tmp_path / "b" / "notes.txt")
    source = open_source(tmp_path)
    assert [(file.name, file.label) for file in source.files] == [("a/1.png", "a"), ("b/deep/2.jpg", "b")]


def test_folders_of_a_split_are_no_classes(tmp_path: Path) -> None:
    for part in ("train", "Test"):
        put(tmp_path / part / "a" / "1.png"), put(tmp_path / part / "b" / "2.png")
    source = open_source(tmp_path)
    assert source.classes == ("a", "b")
    assert {file.split for file in source.files} == {"train", "Test"}


def test_usual_columns_are_found(tmp_path: Path) -> None:
    put(tmp_path / "images" / "1.png")
    heads = "\ufefffilename,Diagnosis,patient_id,study_date,subset\n"
    text = heads + "1.png,a,p1,2020-01-01,train\n2.png,b,p2,,test\n"
    source = open_source(put(tmp_path / "list.csv", text))
    assert source.columns == Columns("filename", "Diagnosis", "patient_id", "study_date", "subset", "images")
    assert source.groups() == ["p1", "p2"]
    assert source.files[0].path == tmp_path / "images" / "1.png"


def test_named_columns_come_first(tmp_path: Path) -> None:
    text = "path,label,other\n1.png,a,x\n2.png,b,y\n"
    source = open_source(put(tmp_path / "list.csv", text), Columns(label="other"))
    assert source.classes == ("x", "y")


@pytest.mark.parametrize(
    ("text", "columns", "match"),
    [
        ("file,kind\n1.png,a\n", Columns(), "no column for the label"),
        ("path,label\n1.png,a\n", Columns(), "1 classes"),
        ("path,label\n1.png,a\n2.png,b\n", Columns(patient="who"), "no column 'who'"),
        ("path,label\n1.png,a\n,b\n", Columns(), "Line 3"),
        ("", Columns(), "no column for the path"),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path: Path, text: str, columns: Columns, match: str) -> None:
    with pytest.raises(RecipeError, match=match):
        open_source(put(tmp_path / "list.csv", text), columns)


def test_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="no folder and no file"):
        open_source(tmp_path / "absent")
