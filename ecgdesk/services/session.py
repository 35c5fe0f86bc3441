"""The document: the open pages in order, which one is shown, and what is known of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.analysis import Analysis
from ecgdesk.core.geometry import Crop, Size
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import PageRef
from ecgdesk.services.entry import Entry, EntryStatus, Problem, heat_of, status_of, without_heat

HEAT_MAPS_KEPT = 4
OPENED_AT_ONCE = 8
"""Of a file with more pages only the first is opened; which others, a person says."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a choice of pages opened and closed; `removed` with the places, so that it can be put back."""

    added: list[PageRef]
    removed: list[tuple[int, Entry]]


class Session(QObject):
    """Ordered entries by page. Every change is announced after it has happened."""

    entries_added = Signal(int, object)
    """Index of the first, and the entries as a list."""
    entries_removed = Signal(object)
    """The pages as a list."""
    entry_changed = Signal(object)
    """The page."""
    current_changed = Signal(object)
    """The page now shown, or None."""
    pages_found = Signal(object)
    """Further pages of a file that was opened, as a list; they are in the session already."""
    more_pages = Signal(object)
    """The first page of a file with so many pages that the others wait to be chosen."""
    changed = Signal()
    """Something worth saving changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[PageRef, Entry] = {}
        self._current: PageRef | None = None
        self._warm: list[PageRef] = []

    def __iter__(self) -> Iterator[Entry]:
        return iter(list(self._entries.values()))

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, page: object) -> bool:
        return page in self._entries

    def __getitem__(self, page: PageRef) -> Entry:
        return self._entries[page]

    def get(self, page: PageRef | None) -> Entry | None:
        """The entry of a page, if it is open."""
        return self._entries.get(page) if page is not None else None

    @property
    def pages(self) -> list[PageRef]:
        """All open pages in order."""
        return list(self._entries)

    @property
    def current(self) -> PageRef | None:
        """The page that is shown."""
        return self._current

    def index(self, page: PageRef) -> int:
        """Position of a page in the list, from 0. Raises ValueError when it is not open."""
        return self.pages.index(page)

    def insert(self, index: int, entries: Iterable[Entry]) -> list[Entry]:
        """Put entries in before `index`; pages that are open already stay as they are."""
        new = [e for e in {e.page: e for e in entries}.values() if e.page not in self._entries]
        if not new:
            return []
        items = list(self._entries.items())
        index = max(0, min(index, len(items)))
        items[index:index] = [(e.page, e) for e in new]
        self._entries = dict(items)
        self.entries_added.emit(index, new)
        self.changed.emit()
        return new

    def add(self, pages: Iterable[PageRef]) -> list[Entry]:
        """Append pages."""
        return self.insert(len(self), (Entry(page) for page in pages))

    def remove(self, pages: Iterable[PageRef]) -> list[tuple[int, Entry]]:
        """Close pages; returns what was removed with its places, so that it can be put back."""
        gone = [(self.index(p), self._entries[p]) for p in pages if p in self._entries]
        if not gone:
            return []
        following = self._page_after({entry.page for _, entry in gone})
        for _, entry in gone:
            del self._entries[entry.page]
        self.entries_removed.emit([entry.page for _, entry in gone])
        if self._current not in self._entries:
            self.show(following)
        self.changed.emit()
        return sorted(gone, key=lambda item: item[0])

    def put_back(self, removed: Iterable[tuple[int, Entry]]) -> None:
        """Undo a removal."""
        for index, entry in removed:
            self.insert(index, [entry])

    def show(self, page: PageRef | None) -> None:
        """Choose the page that is shown."""
        if page == self._current or (page is not None and page not in self._entries):
            return
        self._current = page
        self.current_changed.emit(page)
        self.changed.emit()

    def step(self, by: int) -> None:
        """Show the page `by` places further, stopping at the ends."""
        if self._current is None or not self._entries:
            return
        pages = self.pages
        self.show(pages[max(0, min(len(pages) - 1, self.index(self._current) + by))])

    def page_read(self, page: PageRef, *, proposed: Crop, size: Size, page_count: int) -> None:
        """Stage 1 arrived: size, proposed crop, and further pages of the same file."""
        entry = self._entries.get(page)
        if entry is None:
            return
        failed = entry.status is EntryStatus.FAILED
        error = entry.error if failed else None
        self._change(page, proposed=proposed, size=size, page_count=page_count, error=error)
        if page.number != 1 or page_count <= 1 or entry.page_count != 1:
            return
        if page_count > OPENED_AT_ONCE:
            self.more_pages.emit(page)
        else:
            others = (Entry(PageRef(page.path, n), page_count) for n in range(2, page_count + 1))
            added = self.insert(self.index(page) + 1, others)
            self.pages_found.emit([e.page for e in added])

    def pages_of(self, path: Path) -> list[int]:
        """The numbers of the open pages of a file, in order."""
        return sorted(page.number for page in self._entries if page.path == path)

    def choose_pages(self, path: Path, numbers: Iterable[int]) -> "Chosen":
        """Open exactly these pages of an open file; returns what was opened and what was closed."""
        wanted, open_now = set(numbers), self.pages_of(path)
        count = max((self._entries[PageRef(path, n)].page_count for n in open_now), default=1)
        added = [PageRef(path, n) for n in sorted(wanted - set(open_now))]
        for page in added:
            before = [p for p in self._entries if p.path == path and p.number < page.number]
            after = [p for p in self._entries if p.path == path]
            place = self.index(before[-1]) + 1 if before else self.index(after[0]) if after else len(self)
            self.insert(place, [Entry(page, count)])
        removed = self.remove(PageRef(path, n) for n in open_now if n not in wanted)
        if added:
            self.pages_found.emit(added)
        return Chosen(added, removed)

    def set_crop(self, page: PageRef, crop: Crop | None) -> None:
        """The user chose a crop (None: the proposed one again); the result becomes stale."""
        if self._entries[page].crop != crop:
            self._change(page, crop=crop, stale=self._entries[page].analysis is not None)

    def set_marks(self, page: PageRef, marks: Marks) -> None:
        """The user put something on the page; the result becomes stale where it is read otherwise now."""
        entry = self._entries[page]
        if entry.marks != marks:
            other = entry.marks.given != marks.given and entry.analysis is not None
            self._change(page, marks=marks, stale=entry.stale or other)

    def set_target(self, page: PageRef, target: str | None) -> None:
        """The user chose the class to explain."""
        self._change(page, target=target)

    def set_layer(self, page: PageRef, layer: str) -> None:
        """The user chose the layer that an activation map shows."""
        self._change(page, layer=layer)

    def set_status(self, page: PageRef, status: EntryStatus) -> None:
        """Waiting and running are said by whoever asks the engine."""
        if page in self._entries and self._entries[page].status is not status:
            self._change(page, status=status)

    def rest(self, page: PageRef) -> None:
        """A running analysis was dropped: the page waits again, or has its older result."""
        entry = self._entries.get(page)
        if entry is None or entry.status is not EntryStatus.RUNNING:
            return
        older = entry.analysis is not None and entry.analysis.prediction is not None
        self._change(page, status=EntryStatus.DONE if older else EntryStatus.WAITING)

    def set_stale(self, page: PageRef) -> None:
        """The result no longer belongs to the chosen model or crop; what failed gets another chance."""
        entry = self._entries[page]
        if entry.status is EntryStatus.FAILED:
            self._change(page, status=EntryStatus.WAITING, stale=entry.analysis is not None, error=None)
        elif entry.analysis is not None:
            self._change(page, stale=True)

    def set_analysis(self, page: PageRef, analysis: Analysis, *, final: bool) -> None:
        """A stage arrived whole and replaces the one before."""
        if page not in self._entries:
            return
        status = status_of(analysis) if final else EntryStatus.RUNNING
        self._change(page, analysis=analysis, status=status, stale=False, error=None)
        self._keep_warm(page)

    def set_error(self, page: PageRef, error: Problem) -> None:
        """The page could not be analysed; an older result stays and is marked as such."""
        if page in self._entries:
            stale = self._entries[page].analysis is not None
            self._change(page, error=error, status=EntryStatus.FAILED, stale=stale)

    def clear(self) -> None:
        """Close every page."""
        self.remove(self.pages)

    def _change(self, page: PageRef, **changes: Any) -> None:  # noqa: ANN401 - the fields of Entry
        self._entries[page] = replace(self._entries[page], **changes)
        self.entry_changed.emit(page)
        self.changed.emit()

    def _keep_warm(self, page: PageRef) -> None:
        """Keep few heat maps in memory: they are 3 to 11 MB each."""
        if heat_of(self._entries[page].analysis) is None:
            return
        self._warm = [p for p in self._warm if p != page and p in self._entries] + [page]
        while len(self._warm) > HEAT_MAPS_KEPT:
            coldest = next((p for p in self._warm if p != self._current), self._warm[0])
            self._warm.remove(coldest)
            analysis = self._entries[coldest].analysis
            if analysis is not None:
                changed = replace(self._entries[coldest], analysis=without_heat(analysis))
                self._entries[coldest] = changed

    def _page_after(self, gone: set[PageRef]) -> PageRef | None:
        pages = self.pages
        if self._current not in gone:
            return self._current
        start = pages.index(self._current)
        later = [p for p in pages[start:] if p not in gone]
        earlier = [p for p in pages[:start] if p not in gone]
        return next(iter(later or earlier[-1:]), None)
