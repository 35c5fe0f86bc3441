"""The systems of four papers as catalog entries: pure data. Each says what is published and what is ours.

Papers A, B and D do not say that they crop. The entries crop to the tracing by default, because header and
footer print the heart rate and who the page belongs to; `crop_policy = "whole"` in a recipe feeds all of it.
"""

from typing import Final

from ecgdesk.models.catalog import Architecture
from ecgdesk.models.papers import paper_a, paper_b, paper_c, paper_d
from ecgdesk.models.published import Paper

PAPERS: Final[tuple[Paper, ...]] = (paper_a.PAPER, paper_b.PAPER, paper_c.PAPER, paper_d.PAPER)

ENTRIES: Final[tuple[Architecture, ...]] = (
    *paper_a.ENTRIES,
    *paper_b.ENTRIES,
    *paper_c.ENTRIES,
    *paper_d.ENTRIES,
    *paper_d.COMPARED,
)
