"""What a scan knows of its files beyond single pages: labels, groups, and which files belong together."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from training.checkup.scan import Scan

Set = tuple[int, ...]


def of_content(scan: Scan) -> dict[str, Set]:
    """Return the positions of all files of each readable content, in order."""
    found: dict[str, list[int]] = {}
    for position, facts in enumerate(scan.facts):
        if facts.readable:
            found.setdefault(facts.sha256, []).append(position)
    return {sha256: tuple(members) for sha256, members in found.items()}


def near_files(scan: Scan) -> tuple[Set, ...]:
    """Return the sets of positions that show the same tracing, byte copies of their pages among them."""
    contents = of_content(scan)
    return tuple(
        tuple(sorted(file for page in members for file in contents[scan.facts[page].sha256]))
        for members in scan.near
    )


def labels_of(scan: Scan, positions: Iterable[int]) -> set[str]:
    """Return the labels of some files."""
    return {scan.source.files[position].label for position in positions}


def names_of(scan: Scan, positions: Iterable[int]) -> tuple[str, ...]:
    """Return how the data names some files."""
    return tuple(scan.name(position) for position in positions)


def joined(count: int, sets: Iterable[Sequence[int]]) -> NDArray[np.int64]:
    """Return a number for each of `count` positions (count): the same where sets join them."""
    pairs = [(members[0], other) for members in sets for other in members[1:]]
    if not pairs:
        return np.arange(count)
    ends = np.array(pairs)
    links = coo_matrix((np.ones(len(pairs)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    return np.asarray(connected_components(links, directed=False)[1], dtype=np.int64)


def group_sets(groups: Sequence[str]) -> list[list[int]]:
    """Return the positions of each group; an empty name is no group."""
    sets: dict[str, list[int]] = {}
    for position, group in enumerate(groups):
        if group:
            sets.setdefault(group, []).append(position)
    return list(sets.values())


def units(scan: Scan) -> NDArray[np.int64]:
    """Return a number for each file: files with one number must stay on one side of a split.

    They are of one group, or copies or near-duplicates of files of that group.
    """
    same = [*of_content(scan).values(), *near_files(scan), *group_sets(scan.source.groups())]
    return joined(len(scan.facts), same)


def chosen_pages(scan: Scan) -> NDArray[np.int64]:
    """Return the positions of distinct pages, of near-duplicates the first alone."""
    later = {member for members in scan.near for member in members[1:]}
    return np.array([position for position in scan.distinct if position not in later], dtype=np.int64)
