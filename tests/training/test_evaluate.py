"""`ecgdesk evaluate`: a pack on labelled pages, from the files to the report."""

import csv
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import torch

from ecgdesk.__main__ import main
from ecgdesk.core.evaluation import Evaluation
from ecgdesk.core.event_lines import from_line
from ecgdesk.core.findings import Began, Evaluated, Event, Progress, Refused
from ecgdesk.models.networks.build import build_for_card
from ecgdesk.models.pack import read_card
from ecgdesk.models.pack_write import write_pack
from tests.training.checkup.conftest import drawn_pages, folder  # noqa: F401 — fixtures
from tests.training.evaluating.conftest import card


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ECGDESK_HOME", str(tmp_path / "home"))
    torch.manual_seed(0)
    path = tmp_path / "tiny.ecgmodel"
    write_pack(path, card(), build_for_card(card()).state_dict())
    return path


def told(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[Event]]:
    code = main(["evaluate", *arguments, "--json"])
    return code, [from_line(line) for line in capsys.readouterr().out.splitlines()]


def test_a_pack_is_measured_and_everything_is_written(
    pack: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]  # noqa: F811
) -> None:  # fmt: skip
    shutil.copy(folder / "one" / "0.png", folder / "one" / "copy.png")
    (folder / "two" / "broken.png").write_bytes(b"broken")
    code, events = told([str(pack), str(folder), "--out", str(tmp_path / "out")], capsys)
    assert code == 0
    assert isinstance(events[0], Began)
    assert any(isinstance(event, Progress) for event in events)
    last = events[-1]
    assert isinstance(last, Evaluated)
    result = Evaluation.model_validate(last.result)
    assert (result.files, result.pages, last.pages) == (12, 10, 10)
    assert {(item.file, item.kind) for item in result.left_out} == {
        ("one/copy.png", "copy"),
        ("two/broken.png", "unreadable"),
    }
    assert sum(sum(row.values()) for row in result.confusion.values()) == 10
    right = result.confusion["one"]["one"] + result.confusion["two"]["two"]
    assert result.summary["accuracy"].value == last.accuracy == right / 10
    assert len(result.mistakes) == 10 - right
    written = json.loads((tmp_path / "out" / "evaluation.json").read_text())
    assert Evaluation.model_validate(written) == result
    with (tmp_path / "out" / "predictions.csv").open() as file:
        assert len(list(csv.DictReader(file))) == 10
    report = (tmp_path / "out" / "report.html").read_text()
    assert 'src="data:image/png;base64,' in report
    assert "http" not in report


def test_people_read_the_figures(
    pack: Path, folder: Path, capsys: pytest.CaptureFixture[str]  # noqa: F811
) -> None:  # fmt: skip
    assert main(["evaluate", str(pack), str(folder)]) == 0
    assert "Accuracy:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (["--recalibrate", "new.ecgmodel"], "too few to calibrate"),
        (["--class", "one=nothing"], "no class 'nothing'"),
        (["--subgroup", "site"], "no column 'site'"),
    ],
)
def test_what_cannot_be_done_is_refused(
    pack: Path, folder: Path, capsys: pytest.CaptureFixture[str],  # noqa: F811
    change: list[str], match: str,
) -> None:  # fmt: skip
    code, events = told([str(pack), str(folder), *change], capsys)
    assert code == 2
    assert isinstance(events[-1], Refused)
    assert match in events[-1].problem


def test_a_label_without_a_class_is_told_before_pages_are_read(
    pack: Path, folder: Path, capsys: pytest.CaptureFixture[str]  # noqa: F811
) -> None:  # fmt: skip
    (folder / "two").rename(folder / "three")
    code, events = told([str(pack), str(folder)], capsys)
    assert code == 2
    assert [type(event) for event in events] == [Refused]
    code, _ = told([str(pack), str(folder), "--class", "three=two"], capsys)
    assert code == 0


def test_a_recalibrated_pack_has_the_same_weights(pack: Path, tmp_path: Path) -> None:
    from tests.training.evaluating.conftest import outcome
    from training.evaluating.recalibrating import recalibration, write_recalibrated

    found = recalibration(outcome([n % 5 != 0 for n in range(100)], sure=8.0), "made up")
    assert found is not None
    made = write_recalibrated(pack, tmp_path / "new.ecgmodel", card(), found, "clinic.csv")
    assert read_card(tmp_path / "new.ecgmodel") == made
    assert main(["models", "verify", str(tmp_path / "new.ecgmodel")]) == 0
