"""Pages that were read already, so that another crop or model does not decode again."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Quality
from ecgdesk.core.card import CropPolicy
from ecgdesk.core.geometry import Crop, Size
from ecgdesk.core.page import Page, PageRef
from ecgdesk.engine.stages import PageStage, Poll

CACHE_BYTES: Final = 64 * 1024 * 1024
"""Six pages of usual size. A page that is given up leaves its memory to the next one: fresh memory for a
page costs as much time as decoding it."""

Pixels = NDArray[np.uint8]
Timing = dict[str, float]
_Version = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reader:
    """The functions of the reading floor that are needed here.

    `judge` gets the tracing area that was found on the page beside a crop that the user chose. `righted`
    gets a proposed crop with the verdict on it, and returns another for a page that must be turned.
    """

    load: Callable[[PageRef], Page]
    propose_crop: Callable[[Pixels, CropPolicy], Crop]
    judge: Callable[[Pixels, Crop, Crop | None], Quality]
    righted: Callable[[Pixels, Crop, CropPolicy, Quality], Crop | None] = lambda *_: None


@dataclass(slots=True, eq=False)
class _Read:
    """A decoded page and what was found out about it."""

    page: Page
    version: _Version
    crops: dict[CropPolicy, Crop] = field(default_factory=dict)
    qualities: dict[Crop, Quality] = field(default_factory=dict)
    settled: set[CropPolicy] = field(default_factory=set)
    """Policies for which it was tried whether the page must be turned."""


class PageDesk:
    """Reads pages and keeps the last ones, up to a number of bytes; a changed file is read again."""

    def __init__(self, reader: Reader, limit_bytes: int = CACHE_BYTES) -> None:
        self._reader = reader
        self._limit = limit_bytes
        self._kept: OrderedDict[PageRef, _Read] = OrderedDict()

    def stage(
        self, ref: PageRef, crop: Crop | None, policy: CropPolicy, poll: Poll, timing: Timing | None = None
    ) -> PageStage:
        """Return stage 1 for the crop that is given or proposed; raises what reading raises."""
        timing = {} if timing is None else timing
        page, chosen = self.placed(ref, crop, policy, poll, timing)
        poll()
        settled, quality = self.settled(ref, chosen, policy, timing, given=crop is not None)
        return PageStage(page, settled, quality)

    def placed(
        self, ref: PageRef, crop: Crop | None, policy: CropPolicy, poll: Poll, timing: Timing
    ) -> tuple[Page, Crop]:
        """Return the page and the crop that is given or proposed."""
        poll()
        with clocked(timing, "load"):
            read = self._read(ref)
        poll()
        with clocked(timing, "crop"):
            return read.page, crop or self._proposed(read, policy)

    def settled(
        self, ref: PageRef, crop: Crop, policy: CropPolicy, timing: Timing, *, given: bool
    ) -> tuple[Crop, Quality]:
        """Return the crop that counts, and whether it can be trusted: a page that lies wrong is turned.

        From then on the turned crop is the proposed one. One that was `given` stays as it is.
        """
        quality, read = self.judged(ref, crop, timing), self._read(ref)
        if given or policy in read.settled:
            return crop, quality
        read.settled.add(policy)
        meanwhile = dict(timing)
        with clocked(meanwhile, "turn"):
            turned = self._reader.righted(read.page.pixels, crop, policy, quality)
        if turned is None:
            return crop, quality
        timing["turn"] = meanwhile["turn"]
        read.crops[policy] = turned
        return turned, self.judged(ref, turned, timing)

    def judged(self, ref: PageRef, crop: Crop, timing: Timing) -> Quality:
        """Return whether a crop can be trusted."""
        with clocked(timing, "quality"):
            read = self._read(ref)
            if crop not in read.qualities:
                area = self._area(read) if crop.origin == "user" else None
                read.qualities = {crop: self._reader.judge(read.page.pixels, crop, area)}
            return read.qualities[crop]

    def page(self, ref: PageRef) -> Page:
        """Return the page; it is read again only if it is no longer kept or its file changed."""
        return self._read(ref).page

    def tracing(self, ref: PageRef) -> tuple[Crop | None, Size]:
        """Return where the tracing area of a page was found, None if it was not, and the page's size."""
        read = self._read(ref)
        return self._area(read), read.page.size

    def _read(self, ref: PageRef) -> _Read:
        version = _version(ref)
        read = self._kept.get(ref)
        if read is None or version is None or read.version != version:
            self._kept.pop(ref, None)
            read = _Read(self._reader.load(ref), version or (0, 0))
            self._make_room(read.page.pixels.nbytes)
            self._kept[ref] = read
        self._kept.move_to_end(ref)
        return read

    def _make_room(self, wanted: int) -> None:
        while self._kept and self._bytes() + wanted > self._limit:
            self._kept.popitem(last=False)

    def _bytes(self) -> int:
        return sum(read.page.pixels.nbytes for read in self._kept.values())

    def _area(self, read: _Read) -> Crop | None:
        crop = self._proposed(read, "tracing")
        return None if crop.origin in ("fallback", "whole") else crop

    def _proposed(self, read: _Read, policy: CropPolicy) -> Crop:
        if policy not in read.crops:
            read.crops[policy] = self._reader.propose_crop(read.page.pixels, policy)
        return read.crops[policy]


@contextmanager
def clocked(timing: Timing, step: str) -> Iterator[None]:
    """Note how long the block took, in milliseconds."""
    before = time.perf_counter()
    yield
    timing[step] = (time.perf_counter() - before) * 1000


def _version(ref: PageRef) -> _Version | None:
    try:
        facts = ref.path.stat()
    except (OSError, ValueError):  # loading it says what is wrong
        return None
    return facts.st_mtime_ns, facts.st_size
