"""Where results may go: never over a page or another input, and known before any work."""

from pathlib import Path

import pytest

from ecgdesk.cli.choosing import UsageError
from ecgdesk.cli.destinations import check_destinations
from ecgdesk.cli.dispatch import run
from ecgdesk.models.library import Library
from ecgdesk.output.files import OutputError

PNG = b"\x89PNG\r\n\x1a\n and so on"


def test_a_table_over_an_input_is_refused_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "page"
    page.write_text("whatever it is")
    (tmp_path / "link").symlink_to(page)
    for csv in (page, Path("page"), Path("sub/../page"), tmp_path / "link"):
        (tmp_path / "sub").mkdir(exist_ok=True)
        with pytest.raises(UsageError, match="which is read"):
            check_destinations(csv, None, [page])


def test_a_table_over_an_input_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="which is read"):
        check_destinations(tmp_path / "gone", None, [tmp_path / "gone"])


def test_a_table_over_any_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "scan").write_bytes(PNG)
    for name in ("scan", "new.PNG", "new.pdf"):
        with pytest.raises(UsageError, match="that is a page"):
            check_destinations(tmp_path / name, None, [])


def test_an_older_table_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("file,page")
    check_destinations(tmp_path / "r.csv", tmp_path / "out", [tmp_path / "a.png"])
    assert (tmp_path / "r.csv").read_text() == "file,page"
    assert (tmp_path / "out").is_dir()


@pytest.mark.parametrize("csv", ["x/r.csv", "folder"])
def test_a_place_that_cannot_be_written_to_is_known_before_the_work(tmp_path: Path, csv: str) -> None:
    (tmp_path / "x").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError):
        check_destinations(tmp_path / csv, None, [])


@pytest.mark.skipif(not Library.default().listing().models, reason="no bundled model here")
def test_the_command_leaves_the_page_as_it_is_and_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "a.png"
    page.write_bytes(PNG)
    assert run(["analyze", str(page), "--json", "--csv", str(page)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "a.png" in printed.err
    assert page.read_bytes() == PNG
