"""Measuring is a choice where there are many pages: on the command line and in the window's batches."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from ecgdesk.cli.analyze import Wishes, run
from ecgdesk.cli.console import Streams
from ecgdesk.cli.explaining import Explaining
from ecgdesk.core.analysis import Stage
from tests.engine.instant import CLASSES, InstantEngine


@pytest.mark.parametrize(
    ("measure", "examine", "until"),
    [(True, False, Stage.CHECKS), (False, False, Stage.CLASS), (False, True, Stage.CHECKS)],
)
def test_pages_go_as_far_as_was_asked(measure: bool, examine: bool, until: Stage) -> None:
    engine, quiet = InstantEngine(), Streams(Console(file=io.StringIO()), Console(file=io.StringIO()))
    files = (Path("a.png"), Path("b.png"))
    how = Explaining(examine=examine)
    run(Wishes(files, ("a", "b"), "m", CLASSES, "gradcam", explaining=how, measure=measure), engine, quiet)
    assert [asked.until for asked in engine.asked] == [until, until]
