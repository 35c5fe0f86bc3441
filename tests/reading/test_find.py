"""Dropped files and folders become an ordered list, and what is left out is named."""

import os
from pathlib import Path

import pytest

from ecgdesk.reading.find import find_files, natural_key
from tests.reading.pictures import ecg_like_page, encoded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("page 10.png", "page 2.PNG", "Page 1.jpg", "sub/a.tif", ".hidden.png", ".git/b.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "scan without a suffix").write_bytes(encoded(ecg_like_page(), "PNG"))
    (tmp_path / "notes.txt").write_text("notes")
    (tmp_path / "more.TXT").write_text("notes")
    (tmp_path / "README").write_text("read me")
    return tmp_path


def test_a_folder_gives_its_pictures_in_natural_order(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in find_files([folder]).files]
    assert names == ["Page 1.jpg", "page 2.PNG", "page 10.png", "scan without a suffix", "sub/a.tif"]


def test_what_is_skipped_is_named_by_type(folder: Path) -> None:
    found = find_files([folder])
    assert {path.name for path in found.skipped} == {"notes.txt", "more.TXT", "README"}
    assert found.sentence == "Skipped 3 files of other types: 2 .txt, 1 without a suffix."


def test_a_file_named_directly_is_kept_whatever_it_is(folder: Path) -> None:
    found = find_files([folder / "notes.txt", folder / "gone.png"])
    assert found.files == (folder / "notes.txt", folder / "gone.png")
    assert found.sentence == ""


def test_what_is_given_twice_comes_twice_in_the_order_given(folder: Path) -> None:
    late = folder / "page 10.png"
    files = find_files([late, folder, late]).files
    assert files[0] == files[-1] == late
    assert len(files) == 7
    assert len(set(files[1:-1])) == 5


def test_names_are_kept_as_given_to_the_letter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found = find_files(["./notes.txt", ".//sub", "sub/../gone.png", "./sub/"])
    assert found.given == ("./notes.txt", ".//sub/a.tif", "sub/../gone.png", "./sub/a.tif")
    assert found.files == (Path("notes.txt"), Path("sub/a.tif"), Path("sub/../gone.png"), Path("sub/a.tif"))


def test_what_ecgdesk_wrote_is_left_out_of_folders_and_said(tmp_path: Path) -> None:
    ours = [tmp_path / name for name in ("a-heatmap.png", "a-heat-map.png", "a-report.pdf")]
    for path in ours:
        path.write_bytes(b"%PDF-1.4 /Creator (ecgdesk) %%EOF")
    (tmp_path / "cart-report.pdf").write_bytes(b"%PDF-1.4 /Creator (An ECG cart) %%EOF")
    found = find_files([tmp_path])
    assert found.files == (tmp_path / "cart-report.pdf",)
    assert found.sentence == "Skipped 3 files that ecgdesk wrote."
    assert find_files(ours).files == tuple(ours)


def test_links_that_go_round_and_pipes_do_no_harm(folder: Path) -> None:
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "self.png").symlink_to(folder / "self.png")
    os.mkfifo(folder / "pipe.png")
    assert len(find_files([folder]).files) == 5


def test_a_folder_that_may_not_be_opened_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = os.scandir

    def refuse(path: object) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_files([folder])
    assert found.closed == (folder / "sub",)
    assert found.sentence.endswith("1 folder may not be opened by this user.")


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert find_files([tmp_path]).files == ()


def test_numbers_sort_by_value_and_odd_digits_do_no_harm() -> None:
    names = ["b²", "a10", "A9", "a", "10", "9x"]
    assert sorted(names, key=lambda name: natural_key(Path(name))) == ["9x", "10", "a", "A9", "a10", "b²"]
