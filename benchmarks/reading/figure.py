"""One line of a table: what was measured, on how many, and what was aimed at."""

from dataclasses import dataclass
from typing import Final, Literal

_WIDTHS: Final = (58, 6)

Side = Literal["least", "most"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value; `aim` None where there is none, `at` says on which side of it the value must lie.

    `n` counts what it was measured on; `form` formats value and aim; `note` is anything else worth saying.
    """

    what: str
    value: float
    n: int
    aim: float | None = None
    at: Side = "least"
    form: str = ".3f"
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None without one. What could not be measured (NaN) meets no aim."""
        if self.aim is None:
            return None
        return bool(self.value >= self.aim if self.at == "least" else self.value <= self.aim)

    def __str__(self) -> str:
        """Return the line of a table on a screen."""
        sign = "≥" if self.at == "least" else "≤"
        aim = "" if self.aim is None else f"{sign} {format(self.aim, self.form)}"
        verdict = {None: "", True: "met", False: "MISSED"}[self.met]
        value = format(self.value, self.form)
        what, n = f"{self.what:{_WIDTHS[0]}}", f"n {self.n:<{_WIDTHS[1]}}"
        return f"  {what} {n} {value:>10}  {aim:10} {verdict:7}{self.note}".rstrip()


def share(what: str, held: list[bool], aim: float | None = None, note: str = "") -> Figure:
    """Return the share of a list that is true as a figure; not a number for an empty list."""
    return Figure(what, sum(held) / len(held) if held else float("nan"), len(held), aim, note=note)
