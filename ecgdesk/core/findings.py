"""What the data doctor says: findings with remedies, and the events that a scan or an evaluation yields.

`ecgdesk check-data --json` and `ecgdesk evaluate --json` write them as JSON lines (`core.event_lines`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

Setting = str | int | float | bool


class Severity(StrEnum):
    """What a finding means for training: figures would be wrong, look at it, or good to know."""

    BLOCKS = "blocks"
    WARNS = "warns"
    NOTES = "notes"


class FindingCode(StrEnum):
    """What a finding is about; stable, for programs."""

    UNREADABLE = "unreadable"
    COPIES = "copies"
    NEAR_DUPLICATES = "near-duplicates"
    COPIES_ACROSS_CLASSES = "copies-across-classes"
    CLASSES = "classes"
    IMBALANCE = "imbalance"
    FEW_GROUPS = "few-groups"
    NO_GROUPS = "no-groups"
    SPLIT_COPIES = "split-copies"
    SPLIT_GROUPS = "split-groups"
    RESOLUTION = "resolution-outliers"
    COLOUR = "colour-outliers"
    NOT_ECG = "not-ecg"
    SHORTCUT_MARGINS = "shortcut-margins"
    SHORTCUT_FILES = "shortcut-files"
    SHORTCUT_PRINTED = "shortcut-printed"


class RemedyKind(StrEnum):
    """What a remedy changes: which pages take part, which belong together, or the recipe."""

    LEAVE_OUT = "leave-out"
    GROUP = "group"
    RECIPE = "recipe"


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something to do about a finding in one click.

    `label` is the verb of a button, `sentence` what it does. `leave_out` are files that a cleaned list does
    not name; `together` are sets of files that get one group in it; `settings` are fields of the recipe by
    their dotted names ("data.group_column") with the values to put there.
    """

    kind: RemedyKind
    label: str
    sentence: str
    leave_out: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    settings: Mapping[str, Setting] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a scan or an evaluation says; `kind` names it in a JSON line."""

    kind: ClassVar[str] = "event"


@dataclass(frozen=True, slots=True)
class Finding(Event):
    """One thing the doctor found; `number` is its count or figure, `low` and `high` its 95 % interval.

    Files are named as the data names them (relative to the folder or the list). `examples` are a few to look
    at; `groups` are all sets of files that belong together (copies, near-duplicates); `files` are all files
    that a finding of single files is about; `facts` are the numbers in the sentence by name.
    """

    kind: ClassVar[str] = "finding"
    code: FindingCode
    severity: Severity
    number: float
    sentence: str
    examples: tuple[str, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    files: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    facts: Mapping[str, float | str] = field(default_factory=dict)

    @property
    def remedy(self) -> Remedy | None:
        """The remedy to offer first."""
        return self.remedies[0] if self.remedies else None


@dataclass(frozen=True, slots=True)
class Began(Event):
    """A scan or an evaluation began: what is looked at, where its files are, how many, which classes."""

    kind: ClassVar[str] = "began"
    source: str
    root: str
    files: int
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress(Event):
    """So many of so many steps of a stage are done; `remembered` of them were known from an earlier scan."""

    kind: ClassVar[str] = "progress"
    stage: str
    done: int
    total: int
    remembered: int = 0


@dataclass(frozen=True, slots=True)
class Examined(Event):
    """The scan is over: files, readable ones, distinct pages, files of each class, and what was written.

    `blocking` is how many findings would make figures wrong. `outputs` are files by what they are
    ("findings", "cleaned"); empty when nothing was to be written.
    """

    kind: ClassVar[str] = "examined"
    files: int
    readable: int
    distinct: int
    per_class: Mapping[str, int]
    blocking: int
    findings: int
    outputs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evaluated(Event):
    """An evaluation is over; `result` is the whole of evaluation.json, `outputs` the files written."""

    kind: ClassVar[str] = "evaluated"
    pages: int
    accuracy: float
    low: float
    high: float
    warnings: tuple[str, ...]
    outputs: Mapping[str, str] = field(default_factory=dict)
    result: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cancelled(Event):
    """Somebody asked the work to end; what was read is remembered."""

    kind: ClassVar[str] = "cancelled"


@dataclass(frozen=True, slots=True)
class Refused(Event):
    """The work cannot be done; what is wrong, and what to do."""

    kind: ClassVar[str] = "refused"
    code: str
    problem: str
    advice: str
