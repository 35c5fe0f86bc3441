"""Which request goes to the engine process next, and what becomes of requests when the process dies.

Pure bookkeeping on the client's side: no process, no pipe, no thread.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from numpy.typing import NDArray

from ecgdesk.engine.messages import AnalysePage, LoadPage, SeePage, Task
from ecgdesk.engine.protocol import Lane

MAX_DEATHS: Final = 2
"""A request during which the process died so often is given up."""

_BATCH_AHEAD: Final = 2  # one in work and one waiting in the process, so that it never idles


@dataclass(slots=True, eq=False)
class Entry:
    """A request on its way: the pixels that the client holds for it, and the heat map it got last.

    `has_page` once the process in use has sent stage 1.
    """

    task: Task
    pixels: NDArray[Any] | None = None
    heat: NDArray[Any] | None = None
    deaths: int = 0
    has_page: bool = False


class Schedule:
    """Loads and pictures go first, the newest ahead; then the interactive analysis; then the batch in order.

    After a death that a request is blamed for, another request is served before that one is tried again.
    """

    def __init__(self) -> None:
        self._loads: list[Entry] = []
        self._interactive: Entry | None = None
        self._batch: deque[Entry] = deque()
        self._sent: dict[int, Entry] = {}
        self._running: int | None = None
        self._others_first = False

    @property
    def running(self) -> Entry | None:
        """The request that the process works on right now."""
        return self._sent.get(self._running) if self._running is not None else None

    @property
    def running_id(self) -> int | None:
        """The id of what the process works on, also when nobody wants it any more."""
        return self._running

    def sent(self, request_id: int) -> Entry | None:
        """Return the request when the process has it and somebody still wants it."""
        return self._sent.get(request_id)

    def add(self, entry: Entry) -> list[tuple[Entry, bool]]:
        """Queue a request; returns the older ones it replaces, each with whether the process has it."""
        if _is_quick(entry):
            older = [self._remove(old.task.id) for old in self._all() if _is_replaced_by(old, entry)]
            self._loads.append(entry)
            return [found for found in older if found]
        if _is_batch(entry):
            self._batch.append(entry)
            return []
        replaced = [self._remove(old.task.id) for old in self._all() if _is_interactive(old)]
        self._interactive = entry
        return [found for found in replaced if found]

    def cancel(self, request_id: int) -> tuple[Entry, bool] | None:
        """Forget a request; returns it with whether the process has it, None when it is unknown."""
        return self._remove(request_id)

    def cancel_all(self) -> list[tuple[Entry, bool]]:
        """Forget everything, oldest first."""
        found = [self._remove(entry.task.id) for entry in sorted(self._all(), key=_age)]
        return [item for item in found if item]

    def next(self) -> Entry | None:
        """Return a request that the process may get now, and count it as sent."""
        entry = self._due()
        if entry is not None:
            self._sent[entry.task.id] = entry
        return entry

    def began(self, request_id: int) -> None:
        """The process works on this request from now on."""
        self._running = request_id

    def rests(self, request_id: int) -> None:
        """The process cannot go on with this request for now; it is not at fault for what happens next."""
        if self._running == request_id:
            self._running = None

    def ended(self, request_id: int) -> None:
        """The process is done with this request."""
        self._sent.pop(request_id, None)
        self._others_first = False
        self.rests(request_id)

    def process_gone(self, *, blame: bool) -> list[Entry]:
        """Queue again what the process had, in order; returns the requests that are given up.

        With `blame` the running request is held responsible.
        """
        culprit, self._running = self.running, None
        if blame and culprit is not None:
            culprit.deaths += 1
            self._others_first = True
        given_up = [entry for entry in self._sent.values() if entry.deaths >= MAX_DEATHS]
        again = [entry for entry in self._sent.values() if entry.deaths < MAX_DEATHS]
        self._sent.clear()
        for entry in sorted(again, key=_age, reverse=True):
            entry.has_page = False
            self._put_back(entry)
        return given_up

    def _put_back(self, entry: Entry) -> None:
        if _is_quick(entry):
            self._loads.append(entry)
        elif _is_interactive(entry):
            self._interactive = entry
        else:
            self._batch.appendleft(entry)

    def _due(self) -> Entry | None:
        entry = next(filter(self._may_go(), self._in_turn()), None)
        if entry is not None:
            self._forget(entry)
        return entry

    def _in_turn(self) -> Iterator[Entry]:
        sent = self._sent.values()
        if not any(map(_is_quick, sent)):
            yield from reversed(self._loads)
        if self._interactive is not None:
            yield self._interactive
        if sum(_is_batch(entry) for entry in sent) < _BATCH_AHEAD:
            yield from self._batch

    def _may_go(self) -> Callable[[Entry], bool]:
        if self._others_first and not all(map(_is_blamed, self._all())):
            return lambda entry: not _is_blamed(entry)
        return lambda _: True

    def _all(self) -> list[Entry]:
        interactive = [self._interactive] if self._interactive is not None else []
        return [*self._sent.values(), *self._loads, *interactive, *self._batch]

    def _remove(self, request_id: int) -> tuple[Entry, bool] | None:
        if request_id in self._sent:
            return self._sent.pop(request_id), True
        for entry in self._all():
            if entry.task.id == request_id:
                self._forget(entry)
                return entry, False
        return None

    def _forget(self, entry: Entry) -> None:
        if entry is self._interactive:
            self._interactive = None
        elif entry in self._loads:
            self._loads.remove(entry)
        else:
            self._batch.remove(entry)


def _is_quick(entry: Entry) -> bool:
    return isinstance(entry.task, LoadPage | SeePage)


def _is_replaced_by(old: Entry, new: Entry) -> bool:
    """Whether nobody will look at an older picture any more."""
    return isinstance(new.task, SeePage) and isinstance(old.task, SeePage)


def _is_interactive(entry: Entry) -> bool:
    return isinstance(entry.task, AnalysePage) and entry.task.lane is Lane.INTERACTIVE


def _is_batch(entry: Entry) -> bool:
    return isinstance(entry.task, AnalysePage) and entry.task.lane is Lane.BATCH


def _is_blamed(entry: Entry) -> bool:
    return entry.deaths > 0


def _age(entry: Entry) -> int:
    return entry.task.id
