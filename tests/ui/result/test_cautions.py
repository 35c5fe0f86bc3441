"""The first of several warnings is said at once, the others on demand, so that the class stays in sight."""

from pytestqt.qtbot import QtBot

from ecgdesk.core.analysis import Caution
from ecgdesk.ui.result.cautions import CautionBox

FOUR = [Caution(str(n), f"Something is amiss, number {n}.", "Scan it again.") for n in range(4)]


def box(qtbot: QtBot, cautions: list[Caution]) -> CautionBox:
    made = CautionBox()
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show_cautions(cautions)
    return made


def shown(made: CautionBox) -> int:
    rows = [made._column.itemAt(i).widget() for i in range(made._column.count())]
    return sum(row is not None and row.isVisible() for row in rows)


def test_the_others_fold_out_and_back(qtbot: QtBot) -> None:
    made = box(qtbot, FOUR)
    assert (shown(made), made.more.text()) == (1, "and 3 more")
    assert "number 3" in made.more.toolTip()
    made.more.click()
    assert (shown(made), made.more.text()) == (4, "Show fewer")
    made.more.click()
    assert shown(made) == 1


def test_one_warning_stands_alone(qtbot: QtBot) -> None:
    made = box(qtbot, FOUR[:1])
    assert shown(made) == 1
    assert not made.more.isVisible()


def test_other_warnings_are_folded_anew(qtbot: QtBot) -> None:
    made = box(qtbot, FOUR)
    made.more.click()
    made.show_cautions(FOUR[1:])
    qtbot.wait(1)
    assert (shown(made), made.more.text()) == (1, "and 2 more")
