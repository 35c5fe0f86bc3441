"""What a paper says about a network, as data: where it is from and which figures it reports."""

from dataclasses import dataclass
from typing import Literal

PaperLetter = Literal["A", "B", "C", "D"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper whose systems are in the catalog; `crop` says what it does with the page before the network."""

    letter: PaperLetter
    citation: str
    crop: str


@dataclass(frozen=True, slots=True)
class Reported:
    """One figure as a paper prints it, a share unless it is a loss; `on` names the pages it was counted on.

    `doubt` says why the figure cannot be taken at its word, if there is a reason.
    """

    name: str
    value: float
    on: str
    doubt: str = ""
