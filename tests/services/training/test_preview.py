"""What is in a folder or list is known before anything is trained on it."""

from pathlib import Path

import pytest

from ecgdesk.core.errors import RecipeError
from ecgdesk.services.training.preview import Columns, look_at
from tests.fakes.training import labelled_folder, labelled_list


def test_a_folder_is_counted_by_class(tmp_path: Path) -> None:
    found = look_at(labelled_folder(tmp_path / "data", pages=3))
    assert found.per_class == {"Few": 3, "Many": 3}
    assert (found.pages, found.groups, found.is_list) == (6, 6, False)
    assert [path.name for path in found.samples["Few"]] == ["Few-0.png", "Few-1.png", "Few-2.png"]


def test_files_that_are_no_pictures_do_not_count(tmp_path: Path) -> None:
    folder = labelled_folder(tmp_path / "data", pages=1)
    (folder / "Few" / "notes.txt").write_text("not a page")
    (folder / "empty").mkdir()
    assert look_at(folder).per_class == {"Few": 1, "Many": 1}


def test_columns_and_the_folder_of_a_list_are_guessed(tmp_path: Path) -> None:
    found = look_at(labelled_list(tmp_path / "data"))
    assert found.chosen == Columns("page", "label", "recording_day", "copies_in_dataset", "pages")
    assert (found.pages, found.groups, found.missing) == (8, 4, ())


def test_files_that_a_list_names_and_that_are_gone_are_told(tmp_path: Path) -> None:
    file = labelled_list(tmp_path / "data")
    (file.parent / "pages" / "3.png").unlink()
    assert look_at(file).missing == ("3.png",)


def test_another_column_can_be_chosen(tmp_path: Path) -> None:
    file = labelled_list(tmp_path / "data")
    found = look_at(file, Columns("page", "recording_day", pages_folder="pages"))
    assert list(found.per_class) == [f"2020-01-0{day}" for day in range(1, 5)]


@pytest.mark.parametrize(
    ("content", "words"),
    [("page,label\n", "no rows"), ("a,b\nx,y\n", "no column"), (b"\xff\xfe\xfd", "cannot be read")],
)
def test_a_list_that_is_none_is_refused(tmp_path: Path, content: str | bytes, words: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(RecipeError, match=words):
        look_at(file, Columns("page", "label") if content == "a,b\nx,y\n" else None)


def test_a_folder_without_pages_and_a_file_of_another_kind_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(RecipeError, match="no folder with pages"):
        look_at(tmp_path)
    with pytest.raises(RecipeError, match="neither a folder nor a CSV"):
        look_at(tmp_path / "a.txt")
