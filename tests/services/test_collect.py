from pathlib import Path

from ecgdesk.reading.find import find_files
from ecgdesk.services.collect import collect


def _touch(path: Path, content: bytes = b"") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_folders_give_their_pages_in_the_order_people_count(tmp_path: Path) -> None:
    names = ["page10.png", "page2.png", "deeper/page1.PDF", "notes.txt", ".hidden.png"]
    for name in names:
        _touch(tmp_path / name)
    found = collect([tmp_path])
    assert [p.relative_to(tmp_path).as_posix() for p in found.files] == [
        "deeper/page1.PDF", "page2.png", "page10.png",
    ]  # fmt: skip
    assert found.wrong == ()


def test_wrong_missing_and_empty_ones_are_told_apart(tmp_path: Path) -> None:
    text = _touch(tmp_path / "notes.txt", b"hello")
    empty = tmp_path / "empty"
    empty.mkdir()
    found = collect([text, tmp_path / "gone.png", empty])
    assert (found.files, found.wrong) == ((), (text,))
    assert (found.missing, found.empty) == ((tmp_path / "gone.png",), (empty,))


def test_a_picture_under_another_name_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    scan = _touch(tmp_path / "scan.dat", b"\x89PNG\r\n\x1a\n")
    assert collect([scan]).files == (scan,)


def test_a_file_given_twice_is_opened_once(tmp_path: Path) -> None:
    page = _touch(tmp_path / "a.png")
    assert collect([page, tmp_path, page]).files == (page,)


def test_our_own_heat_maps_in_a_folder_are_no_pages_unless_they_are_named(tmp_path: Path) -> None:
    page, own = _touch(tmp_path / "a.png"), _touch(tmp_path / "a-heatmap.png")
    assert collect([tmp_path]).files == (page,)
    assert collect([own]).files == (own,)


def test_a_folder_gives_the_window_and_the_command_line_the_same_pages(tmp_path: Path) -> None:
    for name in (
        "b/page10.png",
        "b/page2.JPG",
        "IM_0001",
        "notes.txt",
        ".old/a.png",
        "a-heatmap.png",
        "a.png",
    ):
        _touch(tmp_path / name, b"%PDF-1.7 " if name == "IM_0001" else b"hello there, no page at all")
    found = collect([tmp_path]).files
    assert found == find_files([tmp_path]).files
    assert [path.name for path in found] == ["a.png", "page2.JPG", "page10.png", "IM_0001"]
