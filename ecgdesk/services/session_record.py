"""The session as JSON: pages, crops, masks, choices and results without pixels or heat maps.

Imported in a background job only: pydantic takes a while to load.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from ecgdesk.core.analysis import (
    Analysis,
    Caution,
    Measurements,
    ModelInfo,
    Prediction,
    Quality,
    Stage,
    Status,
)
from ecgdesk.core.geometry import Crop, Size
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import PageRef
from ecgdesk.services.entry import Entry, EntryStatus


class ResultRecord(BaseModel):
    """An analysis without its heat map."""

    model_config = ConfigDict(extra="ignore", protected_namespaces=())

    status: Status
    stage: Stage
    reason: str = ""
    crop: Crop | None = None
    quality: Quality | None = None
    model: ModelInfo | None = None
    device: str | None = None
    prediction: Prediction | None = None
    measurements: Measurements | None = None
    rationale: str = ""
    cautions: tuple[Caution, ...] = ()
    timing_ms: dict[str, float] = {}
    file_sha256: str = ""

    @classmethod
    def of(cls, analysis: Analysis) -> "ResultRecord":
        """Return the record of an analysis."""
        return cls(**{name: getattr(analysis, name) for name in cls.model_fields})

    def analysis(self, page: PageRef) -> Analysis:
        """Return the analysis of the record."""
        return Analysis(page=page, **{name: getattr(self, name) for name in type(self).model_fields})


class EntryRecord(BaseModel):
    """One open page."""

    model_config = ConfigDict(extra="ignore")

    page: PageRef
    page_count: int = 1
    size: Size | None = None
    crop: Crop | None = None
    proposed: Crop | None = None
    target: str | None = None
    stale: bool = False
    marks: Marks | None = None
    result: ResultRecord | None = None

    @classmethod
    def of(cls, entry: Entry) -> "EntryRecord":
        """Return the record of an entry; unfinished results are left out."""
        finished = entry.analysis if entry.status in (EntryStatus.DONE, EntryStatus.REFUSED) else None
        return cls(
            page=entry.page, page_count=entry.page_count, size=entry.size, crop=entry.crop,
            proposed=entry.proposed, target=entry.target, stale=entry.stale and finished is not None,
            marks=None if entry.marks.empty else entry.marks,
            result=ResultRecord.of(finished) if finished else None,
        )  # fmt: skip

    def entry(self) -> Entry:
        """Return the entry of the record; what was running waits again."""
        analysis = self.result.analysis(self.page) if self.result else None
        refused = analysis is not None and analysis.status is Status.REFUSED
        done = EntryStatus.REFUSED if refused else EntryStatus.DONE
        return Entry(
            page=self.page, page_count=self.page_count, size=self.size, crop=self.crop,
            proposed=self.proposed, target=self.target, stale=self.stale, analysis=analysis,
            status=done if analysis else EntryStatus.WAITING, marks=self.marks or Marks(),
        )  # fmt: skip


class SessionRecord(BaseModel):
    """The whole session; `current` is the place of the shown page in `entries`."""

    model_config = ConfigDict(extra="ignore")

    version: Literal[1] = 1
    current: int | None = None
    entries: tuple[EntryRecord, ...] = ()
