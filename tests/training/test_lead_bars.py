"""Mean maps of networks that read leads: a bar for each lead, of classes named rightly and wrongly."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from ecgdesk.core.recipe import parse_recipe
from ecgdesk.core.tracing import LEAD_NAMES
from ecgdesk.models.loaded import load_network
from tests.training.test_multilabel import SEVERAL
from tests.training.whole_runs import finished_run
from training.data import load_pages
from training.lead_bars import ROW_NAMES, bars, by_lead, named_rows
from training.mean_maps import FEWEST_IN_A_MAP, _chosen

OF_LEADS = (
    SEVERAL[: SEVERAL.index("[model]")]
    + '[model]\narchitecture = "lead-resnet"\noptions = { members = 1 }\n[augment]\n'
    + '[objective]\nkind = "multi-label"\nclass_weight_power = 0.0\n'
).replace("epochs = 2", "epochs = 6")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """40 records of 20 patients: tall in V3 or not, deep in aVF or not."""
    folder = tmp_path_factory.mktemp("records")
    chance, rows = np.random.default_rng(0), ["path,labels,patient"]
    for number in range(40):
        tall, deep = number % 2 == 0, number % 4 < 2
        microvolts = chance.normal(0, 20, (12, 2500))
        microvolts[:, 100::250] += 800
        microvolts[LEAD_NAMES.index("V3"), 110::250] += 1500 * tall
        microvolts[LEAD_NAMES.index("aVF"), 130::250] -= 1500 * deep
        np.savez(
            folder / f"{number}.npz",
            microvolts=microvolts.astype(np.int16),
            hz=250.0,
            leads=np.array(LEAD_NAMES),
        )
        names = [name for name, there in (("tall", tall), ("deep", deep)) if there]
        rows.append(f"{number}.npz,{';'.join(names)},patient-{number // 2}")
    (folder / "pages.csv").write_text("\n".join(rows) + "\n")
    return folder


def test_the_strips_quarters_count_as_one_row_beside_twelve_leads() -> None:
    grid = np.zeros((16, 5))
    grid[3], grid[12] = 1.0, 0.8
    shares = by_lead(grid)
    assert len(shares) == len(ROW_NAMES) == 13
    assert shares[3] == 1.0
    assert shares[12] == pytest.approx(0.2)
    finer = np.repeat(grid, 2, axis=0)
    finer[6] = 0.0  # half of aVR's
    assert by_lead(finer)[3] == pytest.approx(0.5)
    assert by_lead(finer)[12] == pytest.approx(0.2)


def test_a_bar_is_as_long_as_its_share_and_stands_beside_its_name() -> None:
    shares = np.linspace(0, 1, len(ROW_NAMES))
    drawn, names = bars(shares), named_rows()
    assert drawn.shape[0] * names.shape[1] == drawn.shape[1] * names.shape[0]
    rows = np.array_split(drawn, len(ROW_NAMES))
    lengths = np.array([row.any(axis=0).sum() for row in rows])
    assert np.allclose(lengths / lengths.max(), shares, atol=0.02)
    first_of_bars = drawn.any(axis=0).argmax() / drawn.shape[1]
    assert np.flatnonzero((names < 255).any(axis=0)).max() / names.shape[1] < first_of_bars, (
        "no bar covers a name"
    )
    assert all((row < 255).any() for row in np.array_split(names, len(ROW_NAMES)))


def test_a_map_is_filed_under_the_class_that_was_named_and_whether_the_page_has_it() -> None:
    said = np.array([[1, 0], [1, 1], [0, 1], [0, 0]], dtype=bool)
    labels = np.array([[1, 1], [0, 1], [0, 0], [1, 0]])
    found = SimpleNamespace(
        said=said, labels=labels, probabilities=np.zeros((4, 2)), positions=np.arange(4), folds=np.zeros(4)
    )
    assert set(_chosen(found)) == {  # type: ignore[arg-type]
        (0, 0, (0, True)), (1, 0, (0, False)), (1, 1, (1, True)), (2, 1, (1, False)),
    }  # fmt: skip


def test_where_a_page_has_one_class_its_map_is_of_the_answer_and_filed_under_the_truth() -> None:
    probabilities = np.array([[0.9, 0.1], [0.8, 0.2], [0.3, 0.7]])
    found = SimpleNamespace(
        said=None, labels=np.array([0, 1, 1]), probabilities=probabilities, positions=np.arange(3),
        folds=np.zeros(3),
    )  # fmt: skip
    chosen = set(_chosen(found))  # type: ignore[arg-type]
    assert chosen == {(0, 0, (0, True)), (1, 0, (1, False)), (2, 1, (1, True))}


def test_no_more_maps_are_made_of_a_kind_than_are_said() -> None:
    for rows, made in ((40, 40), (61, 60), (200, 60)):
        found = SimpleNamespace(
            said=None, labels=np.zeros(rows, int), probabilities=np.eye(2)[np.zeros(rows, int)],
            positions=np.arange(rows), folds=np.zeros(rows),
        )  # fmt: skip
        chosen = [one.row for one in _chosen(found)]  # type: ignore[arg-type]
        assert len(chosen) == len(set(chosen)) == made
        assert (min(chosen), max(chosen)) == (0, rows - 1)


def test_a_run_of_leads_with_several_classes_has_bars_of_classes_named(records: Path, tmp_path: Path) -> None:
    recipe = parse_recipe(OF_LEADS)
    pages = load_pages(recipe.data, records)
    card = load_network(finished_run(recipe, pages, tmp_path).pack).card
    maps = card.mean_maps
    assert maps is not None
    assert maps.method == "layercam"
    assert "a class that was named" in maps.protocol
    assert np.array_equal(maps.paper.array(), named_rows())
    assert max(int(one.heat.array().max()) for one in maps.maps) == 255
    assert {one.name for one in maps.maps} <= {"tall", "deep"}
    assert all(FEWEST_IN_A_MAP <= one.pages <= 40 for one in maps.maps)
