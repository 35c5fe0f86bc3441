"""One open page and everything chosen and found for it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from ecgdesk.core.analysis import Analysis, Explanation, Status
from ecgdesk.core.geometry import Crop, Size
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import PageRef


class EntryStatus(StrEnum):
    """Where an open page stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with a page, in two sentences for people."""

    code: str
    problem: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An open page. `crop` None means: as proposed; `layer` is what an activation map shows.

    `stale`: the result is of an older crop or model. `marks` is what was put on the page by hand.
    """

    page: PageRef
    page_count: int = 1
    size: Size | None = None
    crop: Crop | None = None
    proposed: Crop | None = None
    target: str | None = None
    status: EntryStatus = EntryStatus.WAITING
    stale: bool = False
    analysis: Analysis | None = None
    error: Problem | None = None
    layer: str = ""
    marks: Marks = field(default=Marks())

    @property
    def effective_crop(self) -> Crop | None:
        """The crop in use: the user's, else the proposed one."""
        return self.crop or self.proposed

    @property
    def has_result(self) -> bool:
        """Whether a class was found and still belongs to this crop."""
        return self.analysis is not None and self.analysis.prediction is not None and not self.stale

    @property
    def is_finished(self) -> bool:
        """Whether there is nothing left to do for this page; one that failed is tried again when asked to."""
        if self.status is EntryStatus.FAILED:
            return True
        return not self.stale and self.status in (EntryStatus.DONE, EntryStatus.REFUSED)


def status_of(analysis: Analysis) -> EntryStatus:
    """How a finished analysis is filed."""
    return {
        Status.OK: EntryStatus.DONE,
        Status.REFUSED: EntryStatus.REFUSED,
        Status.ERROR: EntryStatus.FAILED,
    }[analysis.status]


def heat_of(analysis: Analysis | None) -> Explanation | None:
    """The explanation, if its heat map is in memory."""
    if analysis is None or analysis.explanation is None or analysis.explanation.heat.size == 0:
        return None
    return analysis.explanation


def without_heat(analysis: Analysis) -> Analysis:
    """Put the heat map away (shape (0, 0)); what is known about it stays."""
    if heat_of(analysis) is None or analysis.explanation is None:
        return analysis
    import numpy as np

    nothing = np.zeros((0, 0), dtype=np.float32)
    return replace(analysis, explanation=replace(analysis.explanation, heat=nothing))
