import csv
from pathlib import Path

from pytestqt.qtbot import QtBot

from ecgdesk.core.page import PageRef
from ecgdesk.services.saving import save_table
from tests.fakes.pages import write_page
from tests.fakes.services import Desk


def test_the_table_has_a_row_for_every_page_with_the_reason(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    pages = [PageRef(write_page(tmp_path / f"{name}.png")) for name in ("a", "broken", "refused")]
    late = PageRef(write_page(tmp_path / "late.png"))
    desk.services.session.add([*pages, late])
    with qtbot.waitSignal(desk.services.batch.ended):
        desk.services.batch.start(pages)
    file = save_table(tmp_path / "table.csv", list(desk.services.session))
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["file"], row["status"]) for row in rows] == [
        ("a.png", "ok"),
        ("broken.png", "error"),
        ("refused.png", "refused"),
        ("late.png", "waiting"),
    ]
    assert "broken.png is cut short" in rows[1]["reason"]
    assert rows[2]["reason"]
    assert rows[3]["reason"] == "Not analysed yet."
