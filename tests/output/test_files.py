"""Whole files or none, never over another, with a sentence when it cannot be."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ecgdesk.output.files import FreeNames, OutputError, check_place, make_folder, write_file


def test_a_file_is_written_whole_with_its_folders(tmp_path: Path) -> None:
    path = write_file(tmp_path / "new" / "a.bin", b"data")
    assert path.read_bytes() == b"data"
    assert [p.name for p in path.parent.iterdir()] == ["a.bin"]


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_file(tmp_path / "a.bin", b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        write_file(path, b"new")
    assert "the disk is full" in caught.value.problem
    assert "a.bin" in caught.value.problem
    assert caught.value.advice
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.bin"]


@pytest.mark.parametrize("make", [make_folder, lambda folder: write_file(folder / "a", b"")])
def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path, make: Callable[[Path], object]) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match="there is a file where the folder should be"):
        make(tmp_path / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_access_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="not writable"):
        make_folder(tmp_path)


def test_two_inputs_of_one_name_get_two_names(tmp_path: Path) -> None:
    names = FreeNames(tmp_path)
    assert [names.stem(n, (".png", ".pdf")) for n in ("a", "A", "a", "b")] == ["a", "A-2", "a-3", "b"]


def test_a_very_long_name_is_cut_so_that_its_files_can_be_written(tmp_path: Path) -> None:
    names = FreeNames(tmp_path)
    for stem in (names.stem("ü" * 250, ("-report.pdf",)), names.stem("心" * 80, ("-report.pdf",))):
        write_file(tmp_path / f"{stem}-report.pdf", b"x")
        assert (tmp_path / f"{stem}-report.pdf").read_bytes() == b"x"


def test_what_lies_in_the_folder_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    assert FreeNames(tmp_path).stem("a", (".png", ".pdf")) == "a-2"


def test_what_cannot_be_printed_is_replaced_in_names(tmp_path: Path) -> None:
    names = FreeNames(tmp_path)
    assert [names.stem(n, (".png",)) for n in ("a\nb", "a\x1bb", "a\udcffb")] == ["a_b", "a_b-2", "a_b-3"]


def test_a_folder_that_cannot_be_used_is_named_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(OutputError) as caught:
        make_folder(tmp_path / "out")
    assert caught.value.problem.startswith(f"Nothing can be written to {tmp_path / 'out'}: ")


def test_a_place_for_a_file_is_checked_without_leaving_anything(tmp_path: Path) -> None:
    check_place(tmp_path / "new" / "r.csv")
    assert list((tmp_path / "new").iterdir()) == []
    with pytest.raises(OutputError, match="is a folder"):
        check_place(tmp_path / "new")
