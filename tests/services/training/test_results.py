"""Figures, mistakes and twins are read back from a run's folder."""

from pathlib import Path

import pytest

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.training.mistakes import worst_mistakes
from ecgdesk.services.training.results import read_results
from ecgdesk.services.training.twins import twins_of
from tests.fakes.training import labelled_folder, labelled_list, made_run, metrics


def test_figures_come_with_their_intervals(tmp_path: Path) -> None:
    found = read_results(made_run(tmp_path, figures=metrics(0.75)))
    accuracy = found.summary["accuracy"]
    assert (accuracy.value, accuracy.low, accuracy.high) == (0.75, 0.65, 0.85)
    assert found.is_honest
    assert [one.name for one in found.main.per_class] == ["Few", "Many"]
    assert found.file_level["accuracy"].value == 0.99
    assert found.reliability[1].correct == 4


def test_a_run_as_published_says_so(tmp_path: Path) -> None:
    assert not read_results(made_run(tmp_path, figures=metrics(0.99, "as_published"))).is_honest


def test_a_run_without_figures_and_a_damaged_one_are_sentences(tmp_path: Path) -> None:
    files = made_run(tmp_path)
    with pytest.raises(EcgdeskError, match="no figures yet"):
        read_results(files)
    files.metrics.write_text('{"honest": {')
    with pytest.raises(EcgdeskError, match="cannot be read"):
        read_results(files)


def test_the_most_confident_mistake_comes_first_with_its_page(tmp_path: Path) -> None:
    data = labelled_folder(tmp_path / "data" / "pages")
    found = worst_mistakes(made_run(tmp_path / "runs", pages_at=data.parent, figures=metrics()))
    assert [(m.page, m.label, m.predicted) for m in found] == [
        ("Few-0.png", "Few", "Many"), ("Many-0.png", "Many", "Few"),
    ]  # fmt: skip
    assert found[0].probability > found[1].probability > 0.5
    assert found[0].picture == data / "Few" / "Few-0.png"


def test_a_page_of_a_list_is_found_below_its_folder(tmp_path: Path) -> None:
    file = labelled_list(tmp_path / "data")
    text = file.read_text().replace("0.png,Few", "deep/Few-0.png,Few")
    (file.parent / "pages" / "deep").mkdir()
    (file.parent / "pages" / "0.png").rename(file.parent / "pages" / "deep" / "Few-0.png")
    file.write_text(text)
    listed = {"source": "pages.csv", "path_column": "page", "pages_folder": "pages"}
    run = made_run(tmp_path / "runs", pages_at=file.parent, figures=metrics(), data=listed)
    assert worst_mistakes(run)[0].picture == file.parent / "pages" / "deep" / "Few-0.png"


def test_a_mistake_has_the_heat_map_that_the_run_left(tmp_path: Path) -> None:
    files = made_run(tmp_path, figures=metrics())
    drawn = files.mistake_map("Few", "Few-0.png")
    drawn.parent.mkdir(parents=True)
    drawn.write_bytes(b"a picture")
    first, second = worst_mistakes(files)
    assert (first.heat_map, second.heat_map) == (drawn, None)
    assert first.picture is None  # its pages are not known here


def test_names_of_heat_maps_stay_in_the_run(tmp_path: Path) -> None:
    files = made_run(tmp_path)
    assert files.mistake_map("../a/b", "c d.png").parent == files.figures / "mistakes"


def test_the_other_protocol_of_the_same_recipe_stands_beside(tmp_path: Path) -> None:
    sound = made_run(tmp_path, figures=metrics(0.75))
    other = made_run(tmp_path, figures=metrics(0.99, "as_published"), protocol="as published")
    made_run(tmp_path, "Another", figures=metrics(0.5), protocol="as published")
    (twin,) = twins_of(sound)
    assert twin.name == other.path.name
    assert not twin.results.is_honest
    assert [one.name for one in twins_of(other)] == [sound.path.name]
