"""Long paths in a table lose folders from their middle; a name stays whole while it fits."""

import pytest
from rich.console import Console
from rich.table import Table

from ecgdesk.cli.path_cell import PathCell, shortened

LONG = "/home/somebody/scans/2026/ward/simulated-observation-chart.png"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (len(LONG), LONG),
        (50, "/home/somebody/…/simulated-observation-chart.png"),
        (40, "/home/…/simulated-observation-chart.png"),
        (33, "…/simulated-observation-chart.png"),
        (20, "simula…ion-chart.png"),
    ],
)
def test_folders_go_first_and_the_end_of_the_name_stays(width: int, said: str) -> None:
    short = shortened(LONG, width)
    assert len(short) <= width
    assert short.endswith("chart.png")
    assert short == said


def test_a_path_takes_one_line_of_a_table() -> None:
    table = Table(box=None)
    table.add_column("Page")
    table.add_column("Remarks")
    table.add_row(PathCell(LONG), "word " * 30)
    console = Console(width=80, record=True)
    with console.capture() as heard:
        console.print(table)
    lines = heard.get().splitlines()
    assert "chart.png" in lines[1]
    assert all("/" not in line for line in lines[2:])
