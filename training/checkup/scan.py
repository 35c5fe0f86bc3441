"""Reading every page of a source: once for each content, remembered, cancellable."""

import hashlib
import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.findings import Progress
from ecgdesk.reading.source import opened
from training.checkup.facts import PageFacts
from training.checkup.likeness import Likeness
from training.checkup.look import look
from training.checkup.memory import Memory
from training.checkup.near import NearPair, near_pairs, near_sets
from training.checkup.sources import Listed, Source

HASHING, READING, COMPARING = "opening files", "reading pages", "comparing pages"


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """A source with the facts of each of its files, in order.

    `distinct` are the positions of the first file of each readable content; `near` are sets of positions
    among them that show the same tracing, joined by `pairs` (positions of files too).
    """

    source: Source
    facts: tuple[PageFacts, ...]
    distinct: tuple[int, ...]
    near: tuple[tuple[int, ...], ...]
    pairs: tuple[NearPair, ...] = ()

    def copies(self) -> tuple[tuple[int, ...], ...]:
        """Return the sets of positions of files with the same bytes."""
        sets: dict[str, list[int]] = {}
        for position, facts in enumerate(self.facts):
            if facts.readable:
                sets.setdefault(facts.sha256, []).append(position)
        return tuple(tuple(members) for members in sets.values() if len(members) > 1)

    def name(self, position: int) -> str:
        """Return how the data names a file."""
        return self.source.files[position].name


def scan(
    source: Source, memory: Memory, poll: Callable[[], None] = lambda: None
) -> Generator[Progress, None, Scan]:
    """Read and compare all pages; yields progress and returns the scan. `poll` may raise to end it."""
    facts = yield from _read(source, memory, poll)
    first: dict[str, int] = {}
    for position, item in enumerate(facts):
        if item.readable:
            first.setdefault(item.sha256, position)
    distinct = tuple(first.values())
    pairs = yield from _compared([facts[position] for position in distinct], memory, poll)
    near = near_sets(len(distinct), pairs)
    return Scan(
        source, facts, distinct,
        tuple(tuple(distinct[member] for member in members) for members in near),
        tuple(NearPair(distinct[p.one], distinct[p.other], p.likeness) for p in pairs),
    )  # fmt: skip


def _read(
    source: Source, memory: Memory, poll: Callable[[], None]
) -> Generator[Progress, None, tuple[PageFacts, ...]]:
    """Hash all files, then look at each content once."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        hashed = yield from _awaited(HASHING, [pool.submit(_hashed, file) for file in source.files], poll)
        first = {item.sha256: file for item, file in zip(hashed, source.files, strict=True) if item.readable}
        remembered: list[str] = []
        looking = [pool.submit(_looked, file, sha256, memory, remembered) for sha256, file in first.items()]
        facts = yield from _awaited(READING, looking, poll, remembered)
    known = {item.sha256: item for item in facts}
    return tuple(known[item.sha256] if item.readable else item for item in hashed)


def _awaited(
    stage: str, futures: list[Future[PageFacts]], poll: Callable[[], None], remembered: Sequence[str] = ()
) -> Generator[Progress, None, list[PageFacts]]:
    """Wait for all in order; when `poll` raises, what has not begun is not begun.

    `remembered` grows while they are at work: contents that were known already.
    """
    found = []
    try:
        for done, future in enumerate(futures):
            poll()
            yield Progress(stage, done, len(futures), min(done, len(remembered)))
            found.append(future.result())
    finally:
        for future in futures:
            future.cancel()
    yield Progress(stage, len(futures), len(futures), len(remembered))
    return found


def _hashed(file: Listed) -> PageFacts:
    """Return a file's hash, or why it cannot be opened, as facts that hold nothing else."""
    if file.problem:
        return PageFacts("", problem=file.problem)
    try:
        with opened(file.path) as stream:
            return PageFacts(hashlib.file_digest(stream, "sha256").hexdigest())
    except EcgdeskError as error:
        return PageFacts("", problem=error.problem, advice=error.advice)


def _looked(file: Listed, sha256: str, memory: Memory, remembered: list[str]) -> PageFacts:
    known = memory.get(sha256)
    if known is not None:
        remembered.append(sha256)
        return known
    found = look(file.path, sha256)
    memory.put(found)
    return found


def _compared(
    pages: list[PageFacts], memory: Memory, poll: Callable[[], None]
) -> Generator[Progress, None, tuple[NearPair, ...]]:
    """Return the near-duplicates among distinct pages, from memory where just these were compared before.

    They are compared in the order of their contents, so that what is remembered does not hang on names.
    """
    order = sorted(range(len(pages)), key=lambda position: pages[position].sha256)
    ranked = [pages[position] for position in order]
    contents = [page.sha256 for page in ranked]
    pairs = remembered_pairs(contents, memory)
    if pairs is None:
        pairs = yield from _said(near_pairs(ranked, poll))
        rows = [(p.one, p.other, p.likeness.bits, p.likeness.correlation, p.likeness.overlap) for p in pairs]
        memory.put_pairs(contents, rows)
    back = (sorted((order[pair.one], order[pair.other])) for pair in pairs)
    return tuple(NearPair(one, other, pair.likeness) for (one, other), pair in zip(back, pairs, strict=True))


def remembered_pairs(contents: Sequence[str], memory: Memory) -> tuple[NearPair, ...] | None:
    """Return the near-duplicates among these contents (sorted) by their places; None if never compared."""
    rows = memory.get_pairs(contents)
    if rows is None:
        return None
    return tuple(NearPair(int(a), int(b), Likeness(int(bits), c, o)) for a, b, bits, c, o in rows)


def _said(
    comparing: Generator[tuple[int, int], None, tuple[NearPair, ...]],
) -> Generator[Progress, None, tuple[NearPair, ...]]:
    total = 0
    while True:
        try:
            done, total = next(comparing)
        except StopIteration as end:
            yield Progress(COMPARING, total, total)
            return tuple(end.value)
        yield Progress(COMPARING, done, total)
