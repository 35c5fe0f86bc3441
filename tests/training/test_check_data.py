"""`ecgdesk check-data`: what it says to a program, what it writes, how it ends."""

import csv
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from ecgdesk.__main__ import main
from ecgdesk.core.event_lines import from_line
from ecgdesk.core.findings import (
    Began,
    Cancelled,
    Event,
    Examined,
    Finding,
    FindingCode,
    Progress,
    Refused,
)
from ecgdesk.core.recipe import DataSettings
from tests.training.checkup.conftest import Pixels, drawn_pages, folder, save  # noqa: F401 — fixtures
from training.data import load_pages
from training.splits import refuse_copies


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECGDESK_HOME", str(tmp_path / "home"))


def told(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[Event]]:
    code = main(["check-data", *arguments, "--json"])
    return code, [from_line(line) for line in capsys.readouterr().out.splitlines()]


def test_sound_pages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    code, events = told([str(folder)], capsys)
    assert isinstance(events[0], Began)
    assert Path(events[0].root) == folder
    last = events[-1]
    assert isinstance(last, Examined)
    assert (code, last.blocking, last.files, last.distinct) == (0, 0, 10, 10)
    assert last.per_class == {"one": 5, "two": 5}
    assert any(isinstance(event, Progress) for event in events)
    examples = [name for event in events if isinstance(event, Finding) for name in event.examples]
    assert all((folder / name).is_file() for name in examples)


def test_copies_are_said_and_the_cleaned_list_can_be_trained_on(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]  # noqa: F811
) -> None:  # fmt: skip
    shutil.copy(folder / "one" / "0.png", folder / "one" / "copy.png")
    (folder / "two" / "broken.png").write_bytes(b"broken")
    code, events = told([str(folder), "--out", str(tmp_path / "out")], capsys)
    last = events[-1]
    assert isinstance(last, Examined)
    assert (code, last.files, last.readable, last.distinct) == (1, 12, 11, 10)
    found = {event.code: event for event in events if isinstance(event, Finding)}
    assert found[FindingCode.COPIES].groups == (("one/0.png", "one/copy.png"),)
    assert found[FindingCode.UNREADABLE].files == ("two/broken.png",)
    pages = load_pages(
        DataSettings(source="cleaned.csv", group_column="group", copies_column="copies"), tmp_path / "out"
    )
    assert len(pages.pages) == 10
    assert sorted(page.copies for page in pages.pages) == [1] * 9 + [2]
    refuse_copies(pages.pages)


def test_people_read_what_was_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    shutil.copy(folder / "one" / "0.png", folder / "one" / "copy.png")
    assert main(["check-data", str(folder)]) == 1
    said = capsys.readouterr().out
    assert "one/0.png = one/copy.png" in said
    assert "Keep one of each" in said
    assert "10 distinct pages in 11 files" in said


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, events = told([str(tmp_path / "absent")], capsys)
    assert code == 2
    assert isinstance(events[-1], Refused)


def test_a_place_that_cannot_be_written_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]  # noqa: F811
) -> None:  # fmt: skip
    (tmp_path / "file").write_text("in the way")
    code, events = told([str(folder), "--out", str(tmp_path / "file" / "out")], capsys)
    assert code == 2
    assert isinstance(events[-1], Refused)


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_it_ends_when_asked_and_says_so(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    command = [sys.executable, "-m", "ecgdesk", "check-data", str(folder), "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, "OMP_NUM_THREADS": "1"}
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        rest = process.stdout.read().splitlines()
        assert process.wait(60) == 1
    assert isinstance(from_line(first.decode()), Began)
    assert isinstance(from_line(rest[-1].decode()), Cancelled)


@pytest.mark.real_data
@pytest.mark.slow
def test_the_published_cardiac_set_holds_387_pages_in_714_files(
    data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The copies are told exactly: every file under its published name."""
    source, published, copies = data_folder / "ecg-cardiac", tmp_path / "published", set()
    with (source / "pages.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = [f"{row['label']}/{name}" for name in row["original_names"].split(";")]
            for name in names:
                (published / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source / "pages" / row["page"], published / name)
            copies |= {frozenset(names)} if len(names) > 1 else set()
    code, events = told([str(published)], capsys)
    last = events[-1]
    assert isinstance(last, Examined)
    assert (code, last.files, last.readable, last.distinct) == (1, 714, 714, 387)
    found = {event.code: event for event in events if isinstance(event, Finding)}
    assert {frozenset(group) for group in found[FindingCode.COPIES].groups} == copies
    assert found[FindingCode.COPIES].number == 327
    assert FindingCode.NEAR_DUPLICATES not in found
    assert FindingCode.COPIES_ACROSS_CLASSES not in found
    left = set(found[FindingCode.COPIES].remedies[0].leave_out)
    assert all(len(group - left) == 1 for group in copies)
