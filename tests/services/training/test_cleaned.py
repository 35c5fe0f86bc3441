"""Remedies make another list; the files and the list they came from stay as they are."""

from pathlib import Path

from ecgdesk.core.findings import Remedy, RemedyKind
from ecgdesk.services.training.cleaned import cleaned_columns, cleaning_of, write_cleaned
from ecgdesk.services.training.preview import look_at
from tests.fakes.training import labelled_folder, labelled_list

OUT = Remedy(RemedyKind.LEAVE_OUT, "Keep one", "Leaves copies out.", leave_out=("Few/Few-1.png",))


def together(*names: str) -> Remedy:
    return Remedy(RemedyKind.GROUP, "Group", "Keeps them together.", together=(names,))


def test_files_are_left_out_of_a_folder_that_is_not_touched(tmp_path: Path) -> None:
    folder = labelled_folder(tmp_path / "data", pages=3)
    preview = look_at(folder)
    cleaning = cleaning_of([OUT])
    file = write_cleaned(preview, cleaning, tmp_path / "lists")
    found = look_at(file, cleaned_columns(preview, cleaning))
    assert found.per_class == {"Few": 2, "Many": 3}
    assert found.missing == ()
    assert len(list((folder / "Few").iterdir())) == 3


def test_pages_that_belong_together_get_one_group(tmp_path: Path) -> None:
    preview = look_at(labelled_folder(tmp_path / "data", pages=3))
    cleaning = cleaning_of([together("Few/Few-0.png", "Few/Few-2.png")])
    found = look_at(write_cleaned(preview, cleaning, tmp_path / "lists"), cleaned_columns(preview, cleaning))
    assert found.chosen.group_column == "group"
    assert found.groups == 5


def test_a_list_keeps_its_groups_and_copies(tmp_path: Path) -> None:
    file = labelled_list(tmp_path / "data")
    before, preview = file.read_text(), look_at(file)
    cleaning = cleaning_of([Remedy(RemedyKind.LEAVE_OUT, "", "", leave_out=("0.png",))])
    found = look_at(write_cleaned(preview, cleaning, tmp_path / "lists"), cleaned_columns(preview, cleaning))
    assert (found.pages, found.groups, found.missing) == (7, 4, ())
    assert found.chosen.copies_column == "copies"
    assert file.read_text() == before


def test_a_remedy_of_the_recipe_needs_no_other_list() -> None:
    remedy = Remedy(RemedyKind.RECIPE, "Oversample", "", settings={"balance": "oversample"})
    cleaning = cleaning_of([remedy])
    assert not cleaning.changes_list
    assert cleaning.settings == {"balance": "oversample"}
