"""Header and footer of a page. The words are plainly fictitious: no page drawn here shows a patient."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ecgdesk.reading.render_text import Face, TextItem

SIMULATED = "SIMULATED"


class CaptionStyle(StrEnum):
    """How header and footer are set."""

    REPORT = "report"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Caption:
    """What header and footer say. `title` and `note` stand out; no heart rate is printed for None."""

    style: CaptionStyle = CaptionStyle.COMPACT
    title: str = "ECG, 12 leads"
    ident: str = "SIM-0000"
    name: str = "No patient"
    date: str = "2001-01-01  00:00:00"
    band: str = "0.05~150Hz"
    heart_rate_bpm: int | None = None
    note: str = SIMULATED
    recorder: str = "ecgdesk simulator"


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line in mm from the sheet's top left corner; `y_mm` is its middle."""

    x0_mm: float
    x1_mm: float
    y_mm: float
    width_mm: float


class Sheet(Protocol):
    """The part of a paper that is read here, in mm."""

    @property
    def width_mm(self) -> float:
        """Width of the sheet."""

    @property
    def height_mm(self) -> float:
        """Height of the sheet."""

    @property
    def left_mm(self) -> float:
        """Left margin."""

    @property
    def right_mm(self) -> float:
        """Right margin."""

    @property
    def top_mm(self) -> float:
        """Height of the header."""

    @property
    def bottom_mm(self) -> float:
        """Height of the footer."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Speed, gain and arrangement, as the footer states them."""

    mm_per_s: float
    mm_per_mv: float
    arrangement: str

    def __str__(self) -> str:
        return f"{self.mm_per_s:g}mm/s  {self.mm_per_mv:g}mm/mV  {self.arrangement}"


def caption_items(caption: Caption, sheet: Sheet, scale: Scale) -> tuple[list[TextItem], list[Rule]]:
    """Return the lines of text and the rules of header and footer; a margin too narrow stays empty."""
    if caption.style is CaptionStyle.REPORT:
        return list(_report(caption, sheet, scale)), _report_rules(sheet)
    return list(_compact(caption, sheet, scale)), []


def _report(caption: Caption, sheet: Sheet, scale: Scale) -> Iterator[TextItem]:
    """Set a report form: a title, two lines of empty fields, a rule, an empty diagnosis."""

    def line(text: str, x_mm: float, y_mm: float, size: float = 3.45) -> TextItem:
        return TextItem(text, x_mm, y_mm, size, Face.SERIF, tracking=0.06, smooth=False)

    left, middle, right = sheet.left_mm, sheet.width_mm / 2, sheet.width_mm - sheet.right_mm
    yield line(caption.title, middle - 14.2, 7.85, 5.55)
    yield line(f"ID : {caption.ident}", left, 11.95)
    fields = ("Years", "cm", "kg", "/     mmHg", "Room No.:", "Department:")
    for field, x in zip(fields, (32.3, 57.5, 74, 93, 130, 154), strict=True):
        yield line(field, left + x, 11.95)
    yield line(f"Name: {caption.name}", left, 16.1)
    yield line("Medication:", left + 40, 16.1)
    yield line("Diagnosis Information:", left, 21.7)
    yield TextItem(f"{caption.note}, NO PATIENT", left, 29.4, 5.0, Face.SANS_BOLD, tracking=0.1)
    for row, field in enumerate(("Technician :", "Ref-Phys. :", "Report Confirmed by:")):
        yield line(field, right - 78.6, 25.9 + 4.2 * row)
    foot = sheet.height_mm - sheet.bottom_mm + 4.75
    rate = "" if caption.heart_rate_bpm is None else f"  HR {caption.heart_rate_bpm}"
    yield line(f"{caption.band}  AC50  {scale}{rate}  {caption.recorder}  {caption.note}", left, foot, 2.9)
    yield line(caption.date, right - 48.7, foot, 2.9)


def _report_rules(sheet: Sheet) -> list[Rule]:
    x0, x1 = sheet.left_mm, sheet.width_mm - sheet.right_mm - 2.7
    return [Rule(x0, x1, 17.46, 0.5), Rule(x0, x1, 18.22, 0.5)]


def _compact(caption: Caption, sheet: Sheet, scale: Scale) -> Iterator[TextItem]:
    """Set three short lines above the tracing on the left, the note on the right, one line below."""
    left, right = sheet.left_mm, sheet.width_mm - sheet.right_mm
    if sheet.top_mm >= 20:
        yield TextItem(caption.title, left, 11.0, 4.4, Face.SANS_BOLD)
        yield TextItem(f"ID {caption.ident}   {caption.name}", left, 17.0, 3.3)
        yield TextItem(caption.date, left, 22.2, 3.3)
        yield TextItem(caption.note, right, 12.4, 6.2, Face.SANS_BOLD, tracking=0.1, to_the_left=True)
        if caption.heart_rate_bpm is not None:
            yield TextItem(f"Ventricular rate   {caption.heart_rate_bpm} bpm", left + 95, 11.0, 3.3)
    if sheet.bottom_mm >= 6:
        foot = sheet.height_mm - sheet.bottom_mm + 5.0
        yield TextItem(f"{scale}  {caption.band}", left, foot, 2.9)
        yield TextItem(f"{caption.recorder}   {caption.note}", right, foot, 2.9, to_the_left=True)
