"""How long a recipe takes is said only from what was measured here."""

from pathlib import Path

from ecgdesk.services.training.estimate import pace_key, paces, seconds_for
from tests.fakes.training import made_run, record_of, small_recipe


def test_a_pace_is_known_once_the_network_was_trained_here(tmp_path: Path) -> None:
    record = record_of(made_run(tmp_path))
    found = paces([record])
    recipe = small_recipe()
    pace = found[pace_key(recipe)]
    # The second epochs of three fits: 2 s each for 4 steps of 16 views.
    assert pace.seconds_a_view == 2.0 / 64
    assert pace.run == record.name
    # Two folds and a last fit of two epochs over 8 pages: half of them, half of them, all.
    assert seconds_for(recipe, 8, pace) == 2 * (8 + 8) * pace.seconds_a_view


def test_nothing_is_claimed_of_another_network(tmp_path: Path) -> None:
    found = paces([record_of(made_run(tmp_path))])
    assert pace_key(small_recipe(model={"architecture": "resnet50"})) not in found
