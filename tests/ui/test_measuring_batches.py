"""In a batch measuring is a choice; a page opened alone is always measured."""

from pathlib import Path

import pytest

from ecgdesk.core.analysis import Stage
from tests.fakes.pages import write_page
from tests.fakes.window import Rig


@pytest.mark.parametrize(("wish", "in_batch"), [(True, Stage.CHECKS), (False, Stage.CLASS)])
def test_pages_of_a_batch_are_measured_where_that_is_wanted(
    rig: Rig, tmp_path: Path, wish: bool, in_batch: Stage
) -> None:
    rig.services.settings.update(measure_batches=wish)
    rig.open(write_page(tmp_path / "a.png"), write_page(tmp_path / "b.png"))
    rig.qtbot.waitUntil(lambda: not rig.services.current.is_busy)
    asked = {request.page.path.name: request.until for request in rig.engine.requests}
    assert asked == {"a.png": Stage.CHECKS, "b.png": in_batch}
