"""Pages that show the same tracing though their files differ: rescans, re-encodings, crops."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from training.checkup.facts import PageFacts
from training.checkup.likeness import Likeness, likeness
from training.checkup.shortlist import shortlist

Set = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two pages, by their positions, that show the same tracing, and how alike they are."""

    one: int
    other: int
    likeness: Likeness


def near_pairs(
    pages: Sequence[PageFacts], poll: Callable[[], None] = lambda: None
) -> Generator[tuple[int, int], None, tuple[NearPair, ...]]:
    """Compare what may be alike; yields (done, total) pairs compared and returns the near-duplicates.

    `poll` is called between comparisons and may raise to end the work.
    """
    pairs, found = shortlist([page.descriptors for page in pages]), []
    for done, (one, other) in enumerate(pairs):
        poll()
        yield done, len(pairs)
        seen = likeness(pages[one], pages[other])
        if seen is not None and seen.is_near_duplicate:
            found.append(NearPair(one, other, seen))
    return tuple(found)


def near_sets(count: int, pairs: Sequence[NearPair]) -> tuple[Set, ...]:
    """Return the sets of two or more positions that near-duplicate pairs join, each in order."""
    if not pairs:
        return ()
    ends = np.array([(pair.one, pair.other) for pair in pairs])
    links = coo_matrix((np.ones(len(pairs)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    _, labels = connected_components(links, directed=False)
    sets: dict[int, list[int]] = {}
    for position, label in enumerate(labels):
        sets.setdefault(int(label), []).append(position)
    return tuple(tuple(members) for members in sets.values() if len(members) > 1)
