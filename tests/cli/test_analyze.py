"""`ecgdesk analyze`: what goes to which stream, in which order, with which exit code."""

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from rich.console import Console

from ecgdesk.cli import analyze
from ecgdesk.cli.analyze import Wishes, run
from ecgdesk.cli.choosing import UsageError
from ecgdesk.cli.console import Streams
from ecgdesk.cli.signals import Signals, check_signals
from ecgdesk.cli.writing import Folder, Record
from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.errors import EngineError
from ecgdesk.core.geometry import Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.core.tracing import LeadBox, LeadTrace, PageReading
from ecgdesk.engine.batch import Outcome
from ecgdesk.output.files import OutputError
from ecgdesk.reading.find import find_files
from tests.engine.instant import CLASSES, InstantEngine
from tests.output.results import page_pixels, result


class Result:
    """What a run printed and returned."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def objects(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


def analysed(*names: str, method: str | None = "gradcam", **wishes: object) -> Result:
    out, err = io.StringIO(), io.StringIO()
    streams = Streams(Console(file=out, width=200), Console(file=err, width=200))
    files = tuple(Path(name) for name in names)
    code = run(Wishes(files, names, "m-1", CLASSES, method, **wishes), InstantEngine(), streams)
    return Result(code, out.getvalue(), err.getvalue())


def test_one_object_a_line_in_input_order_and_nothing_else() -> None:
    done = analysed("b.png", "pages.pdf", "in/a.png", as_json=True)
    assert [(o["file"], o["page"]) for o in done.objects] == [
        ("b.png", 1), ("pages.pdf", 1), ("pages.pdf", 2), ("pages.pdf", 3), ("in/a.png", 1),
    ]  # fmt: skip
    assert done.code == 0


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["a.png"], 0),
        (["a.png", "bad.png"], 1),
        (["refused.png"], 1),
        (["unsure.png"], 0),
        (["late.png"], 0),
        ([], 1),
    ],
)
def test_the_exit_code_says_whether_all_were_analysed(names: list[str], code: int) -> None:
    assert analysed(*names).code == analysed(*names, as_json=True).code == code


@pytest.mark.parametrize("as_json", [True, False])
def test_each_page_that_was_not_analysed_is_named_with_its_reason(as_json: bool) -> None:
    done = analysed("a.png", "bad.png", "refused.png", as_json=as_json)
    assert "2 of 3 pages were not analysed" in done.err
    assert "bad.png: bad.png is empty. Scan it again." in done.err
    assert "refused.png: No ECG was found on this page." in done.err


def test_one_page_was_and_several_were_not_analysed() -> None:
    assert "1 of 2 pages was not analysed:" in analysed("a.png", "bad.png").err
    assert "1 of 1 page was not analysed:" in analysed("bad.png").err


def test_errors_and_refusals_are_objects_too() -> None:
    ok, bad, refused = analysed("a.png", "bad.png", "refused.png", as_json=True).objects
    assert [o["status"] for o in (ok, bad, refused)] == ["ok", "error", "refused"]
    assert bad["reason"] == "bad.png is empty. Scan it again."
    assert refused["trust"] == "refused"
    assert refused["label"] is None


def test_the_table_says_what_how_sure_and_what_is_amiss() -> None:
    done = analysed("a.png", "unsure.png", "bad.png", "late.png")
    lines = {line.split()[0]: line for line in done.out.splitlines()}
    assert "Myocardial infarction" in lines["a.png"]
    assert "0.90" in lines["a.png"]
    assert "not sure: Myocardial infarction, Normal ECG" in lines["unsure.png"]
    assert "bad.png is empty." in lines["bad.png"]
    assert "The checks failed." in lines["late.png"]


def test_names_are_shown_as_they_are_and_never_as_markup() -> None:
    assert "[bold]x[/bold].png" in analysed("[bold]x[/bold].png").out


def test_a_name_that_would_steer_the_terminal_or_is_no_text_is_shown_harmless(tmp_path: Path) -> None:
    name = "bad\x1b[2J\udcff\n.png"
    for as_json in (True, False):
        done = analysed(name, as_json=as_json, csv=tmp_path / "r.csv")
        assert "\x1b" not in done.out + done.err
    assert analysed(name, as_json=True).objects[0]["file"] == name


def test_pictures_and_reports_are_written_and_named_in_the_objects(tmp_path: Path) -> None:
    done = analysed("a.png", "sub/a.png", "bad.png", "pages.pdf", as_json=True, out=tmp_path / "out")
    maps = [o["explanation"]["heatmap"] for o in done.objects]  # type: ignore[index]
    assert maps == [
        "a-heatmap.png", "a-2-heatmap.png", None,
        "pages-p1-heatmap.png", "pages-p2-heatmap.png", "pages-p3-heatmap.png",
    ]  # fmt: skip
    written = {path.name for path in (tmp_path / "out").iterdir()}
    stems = {name.removesuffix("-heatmap.png") for name in maps if name}
    assert written == {f"{stem}{suffix}" for stem in stems for suffix in ("-heatmap.png", "-report.pdf")}
    with Image.open(tmp_path / "out" / "a-heatmap.png") as picture:
        assert picture.width == 180


def test_without_out_nothing_is_written_and_no_picture_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (item,) = analysed("a.png", as_json=True).objects
    assert item["explanation"]["heatmap"] is None  # type: ignore[index]
    assert list(tmp_path.iterdir()) == []


def test_without_explanation_there_is_a_report_and_no_picture(tmp_path: Path) -> None:
    (item,) = analysed("a.png", method=None, as_json=True, out=tmp_path).objects
    assert item["explanation"]["method"] is None  # type: ignore[index]
    assert [path.name for path in tmp_path.iterdir()] == ["a-report.pdf"]


def test_a_folder_that_cannot_be_made_ends_it_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match="file where the folder"):
        analysed("a.png", out=tmp_path / "out")


def test_a_file_is_called_as_it_was_given_also_its_further_pages_and_when_given_twice() -> None:
    done = analysed("./a.png", ".//pages.pdf", "./a.png", as_json=True)
    assert [(o["file"], o["page"]) for o in done.objects] == [
        ("./a.png", 1), (".//pages.pdf", 1), (".//pages.pdf", 2), (".//pages.pdf", 3), ("./a.png", 1),
    ]  # fmt: skip


def test_a_line_break_in_a_name_stays_out_of_the_names_of_written_files(tmp_path: Path) -> None:
    (item,) = analysed("a\nb\x1b.png", as_json=True, out=tmp_path).objects
    assert item["explanation"]["heatmap"] == "a_b_-heatmap.png"  # type: ignore[index]
    assert {path.name for path in tmp_path.iterdir()} == {"a_b_-heatmap.png", "a_b_-report.pdf"}


def test_what_was_written_into_the_folder_of_the_pages_is_no_page_of_the_next_run(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    analysed("a.png", out=tmp_path)
    found = find_files([tmp_path])
    assert found.files == (tmp_path / "a.png",)
    assert found.sentence == "Skipped 2 files that ecgdesk wrote."


@pytest.mark.parametrize(
    ("error", "code"), [(EngineError("The engine went away."), 1), (BrokenPipeError(), 1)]
)
def test_a_failure_while_it_runs_is_no_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: Exception, code: int
) -> None:
    def fails(*_: object) -> int:
        raise error

    monkeypatch.setenv("ECGDESK_HOME", str(tmp_path))
    monkeypatch.setattr(analyze, "run", fails)
    monkeypatch.setattr(analyze.os, "dup2", lambda *_: None)
    err = io.StringIO()
    streams = Streams(Console(file=io.StringIO()), Console(file=err))
    assert analyze._with_engine(Wishes((), (), "m-1", CLASSES, None), streams) == code
    assert str(error) in err.getvalue()


def test_the_csv_holds_the_same_as_a_flat_table(tmp_path: Path) -> None:
    done = analysed("a.png", "bad.png", as_json=True, csv=tmp_path / "r.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "r.csv").read_text(encoding="utf-8"), newline="")))
    assert [row["file"] for row in rows] == ["a.png", "bad.png"]
    assert [row["probabilities.MI"] for row in rows] == ["0.9", ""]
    assert len(done.objects) == 2


def test_a_csv_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    done = analysed("a.png", csv=tmp_path / "x" / "r.csv")
    assert done.code == 1
    assert "r.csv was not written" in done.err


def traced(*names: str) -> list[Outcome]:
    lead = LeadBox("II", Rect(0, 0, 50, 20), 0.0, 0.2, 1.0)
    line = np.zeros((2, 2), np.float32)
    reading = PageReading(leads=(lead,), traces=(LeadTrace(lead, np.zeros(100, np.float32), 500, line, 1.0),))
    page = PageRef(Path(names[0]))
    return [
        Outcome(
            AnalysisRequest(PageRef(Path(name)), "m-1"),
            result(page=PageRef(Path(name)), reading=reading),
            Page(page, page_pixels(), 1, "sha"),
        )
        for name in names
    ]


@pytest.mark.parametrize(
    ("form", "names"),
    [
        (Signals.CSV, ["ö 1-signals.csv", "ö_1-signals.csv"]),
        (Signals.WFDB, ["1-signals.hea", "1-2-signals.hea"]),
        (Signals.NONE, [None, None]),
    ],
)
def test_signals_are_written_beside_the_report_and_named_in_the_object(
    tmp_path: Path, form: Signals, names: list[str | None]
) -> None:
    record = Record(Folder.at(tmp_path, signals=form), lambda _: None, False, ("ö 1.png", "ö_1.png"))
    objects = [record.add(outcome) for outcome in traced("ö 1.png", "ö_1.png")]
    assert [item["reading"]["signals"] for item in objects] == names
    assert all((tmp_path / name).is_file() for name in names if name)
    assert len(list(tmp_path.glob("*.dat"))) == (2 if form is Signals.WFDB else 0)
    assert find_files([tmp_path]).files == ()


def test_a_page_without_traces_has_no_signals_and_that_is_no_failure(tmp_path: Path) -> None:
    done = analysed("a.png", as_json=True, out=tmp_path, signals=Signals.CSV)
    assert done.code == 0
    assert done.objects[0]["reading"]["signals"] is None  # type: ignore[index]


def test_signals_need_a_folder_and_a_reading(tmp_path: Path) -> None:
    check_signals(Signals.NONE, None, measure=False)
    check_signals(Signals.CSV, tmp_path, measure=True)
    with pytest.raises(UsageError, match="need a folder"):
        check_signals(Signals.CSV, None, measure=True)
    with pytest.raises(UsageError, match="no signals are read"):
        check_signals(Signals.WFDB, tmp_path, measure=False)
