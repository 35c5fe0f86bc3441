"""A run's report shows the figures of the other protocol beside its own."""

from pathlib import Path

from tests.fakes.training import made_run, metrics
from training.gap import gap_html


def test_both_protocols_stand_side_by_side(tmp_path: Path) -> None:
    sound = made_run(tmp_path, figures=metrics(0.75))
    other = made_run(tmp_path, figures=metrics(0.99, "as_published"), protocol="as published")
    for files, own, theirs in ((sound, "0.750", "0.990"), (other, "0.990", "0.750")):
        text = gap_html(files)
        assert text.index(own) < text.index(theirs)
        assert "as published, not an honest figure" in text


def test_a_run_alone_shows_no_gap(tmp_path: Path) -> None:
    alone = made_run(tmp_path, figures=metrics(0.75))
    made_run(tmp_path, "Another", figures=metrics(0.99, "as_published"), protocol="as published")
    assert gap_html(alone) == ""


def test_a_damaged_twin_gives_way_to_a_whole_one(tmp_path: Path) -> None:
    sound = made_run(tmp_path, figures=metrics(0.75))
    made_run(tmp_path, figures=metrics(0.98, "as_published"), protocol="as published")
    newest = made_run(tmp_path, figures=metrics(0.99, "as_published"), protocol="as published")
    newest.metrics.write_text("{")
    assert "0.980" in gap_html(sound)
