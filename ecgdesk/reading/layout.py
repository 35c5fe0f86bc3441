"""Which lead stands where and when on a page: the usual arrangements of twelve leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ecgdesk.reading.render_signal import LEADS


class Layout(StrEnum):
    """Rows × columns, and after the plus sign how many rhythm strips."""

    THREE_BY_FOUR = "3x4"
    THREE_BY_FOUR_RHYTHM = "3x4+1"
    THREE_BY_FOUR_THREE_RHYTHMS = "3x4+3"
    SIX_BY_TWO = "6x2"
    SIX_BY_TWO_RHYTHM = "6x2+1"
    TWELVE_BY_ONE = "12x1"

    @property
    def columns(self) -> int:
        """Columns of short strips."""
        return len(_COLUMNS[self])

    @property
    def short_rows(self) -> int:
        """Rows of short strips."""
        return len(_COLUMNS[self][0])

    @property
    def rhythm_rows(self) -> int:
        """Rhythm strips under them, each over the whole width."""
        return int(self.value.partition("+")[2] or 0)

    @property
    def rows(self) -> int:
        """All rows."""
        return self.short_rows + self.rhythm_rows


_FOUR = (LEADS[0:3], LEADS[3:6], LEADS[6:9], LEADS[9:12])
_TWO = (LEADS[0:6], LEADS[6:12])
_COLUMNS: Mapping[Layout, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        Layout.THREE_BY_FOUR: _FOUR,
        Layout.THREE_BY_FOUR_RHYTHM: _FOUR,
        Layout.THREE_BY_FOUR_THREE_RHYTHMS: _FOUR,
        Layout.SIX_BY_TWO: _TWO,
        Layout.SIX_BY_TWO_RHYTHM: _TWO,
        Layout.TWELVE_BY_ONE: (LEADS,),
    }
)


@dataclass(frozen=True, slots=True)
class Strip:
    """One lead's place: its row from 0, and the seconds after the page's left end that it covers."""

    lead: str
    row: int
    start_s: float
    stop_s: float
    rhythm: bool = False


def strips(layout: Layout, seconds: float, rhythm_leads: tuple[str, ...]) -> tuple[Strip, ...]:
    """Return every strip of a page that shows `seconds`; the first of `rhythm_leads` are used.

    Raises ValueError when there are fewer rhythm leads than the layout has rhythm strips.
    """
    if len(rhythm_leads) < layout.rhythm_rows:
        raise ValueError(f"{layout} needs {layout.rhythm_rows} rhythm leads, not {len(rhythm_leads)}")
    each = seconds / layout.columns
    short = [
        Strip(lead, row, column * each, (column + 1) * each)
        for column, leads in enumerate(_COLUMNS[layout])
        for row, lead in enumerate(leads)
    ]
    names = rhythm_leads[: layout.rhythm_rows]
    long = [Strip(lead, layout.short_rows + i, 0.0, seconds, rhythm=True) for i, lead in enumerate(names)]
    return (*short, *long)
