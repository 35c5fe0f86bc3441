"""What is usual of a class: the middle of what its training pages measure, where there are enough of them."""

from pathlib import Path

import pytest

from ecgdesk.core.analysis import Measurements
from ecgdesk.core.constants import RATIONALE_MIN_BIN_PAGES
from ecgdesk.models.container import WEIGHTS
from ecgdesk.models.pack import read_card
from tests.models.packs import members_of, small_pack
from training import usual
from training.usual import by_class, main, usual_of

DATA = {
    "source": "pages", "name": "made-up pages", "licence": "CC0-1.0",
    "classes": [{"id": i, "name": i, "short": i} for i in ("MI", "HMI", "Normal")],
}  # fmt: skip


def rates(*values: float) -> list[Measurements]:
    return [Measurements(heart_rate_bpm=value) for value in values]


def test_the_range_is_that_of_the_middle_four_fifths() -> None:
    found = usual_of({"MI": rates(*range(100, 201))}, "made-up pages")
    (span,) = found.ranges["MI"]
    assert (span.measurement, span.low, span.high, span.pages) == ("heart_rate_bpm", 110, 190, 101)
    assert "101 training pages of made-up pages" in found.protocol


def test_few_values_make_no_range() -> None:
    few = rates(*range(RATIONALE_MIN_BIN_PAGES - 1))
    assert usual_of({"MI": few, "HMI": [*few, Measurements()]}, "x").ranges == {}
    assert set(usual_of({"MI": [*few, *rates(70)]}, "x").ranges) == {"MI"}


def made_up(folder: Path) -> Path:
    for name in ("MI", "HMI", "Normal"):
        (folder / "pages" / name).mkdir(parents=True)
        for number in range(2):
            (folder / "pages" / name / f"{number}.png").write_bytes(f"{name} {number}".encode())
    return folder


def test_pages_are_those_the_card_names_by_their_class(tmp_path: Path) -> None:
    card = read_card(small_pack(tmp_path, recipe={"data": DATA}))
    root = made_up(tmp_path)
    found = by_class(card, root, lambda path: Measurements(heart_rate_bpm=len(path.parent.name)))
    assert {name: [one.heart_rate_bpm for one in pages] for name, pages in found.items()} == {
        "MI": [2, 2], "HMI": [3, 3], "Normal": [6, 6],
    }  # fmt: skip


def test_the_card_gets_the_ranges_and_the_weights_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = small_pack(tmp_path, recipe={"data": DATA})
    weights = members_of(pack)[WEIGHTS]
    monkeypatch.setattr(usual, "by_class", lambda card, root: {"MI": rates(*range(60, 100))})
    assert main(["--pack", str(pack), "--dry"]) == 0
    assert read_card(pack).usual is None
    assert main(["--pack", str(pack)]) == 0
    kept = read_card(pack).usual
    assert kept is not None
    assert kept.ranges["MI"][0].pages == 40
    assert members_of(pack)[WEIGHTS] == weights


def test_a_pack_that_names_no_pages_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--pack", str(small_pack(tmp_path))]) == 1
    assert "names no training pages" in capsys.readouterr().err
