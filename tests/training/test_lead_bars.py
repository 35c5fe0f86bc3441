"""Mean maps of networks that read leads: a bar for each lead, of classes named rightly and wrongly."""

from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.recipe import parse_recipe
from ecgdesk.core.tracing import LEAD_NAMES
from ecgdesk.models.loaded import load_network
from tests.training.test_multilabel import SEVERAL
from tests.training.whole_runs import finished_run
from training.data import load_pages
from training.lead_bars import ROW_NAMES, bars, by_lead, named_rows
from training.mean_maps import FEWEST_IN_A_MAP

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
    assert by_lead(np.repeat(grid, 2, axis=0)).tolist() == pytest.approx(shares.tolist())


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
