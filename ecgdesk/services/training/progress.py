"""What is known of a run while it goes on, put together from its events."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ecgdesk.core.run_events import (
    END_EVENTS,
    Batch,
    Epoch,
    Event,
    Fold,
    Notice,
    Resumed,
    Started,
)

_RECENT_EPOCHS: Final = 5


@dataclass(slots=True)
class FitProgress:
    """The epochs of one fit by their number, its latest step, and its figures once it is done."""

    name: str
    epochs: dict[int, Epoch] = field(default_factory=dict)
    batch: Batch | None = None
    fold: Fold | None = None

    @property
    def best(self) -> Epoch | None:
        """The epoch whose weights are kept: as the run says, else the one with the lowest held-out loss."""
        said = [epoch for epoch in self.epochs.values() if epoch.best]
        if said:
            return said[-1]
        watched = [epoch for epoch in self.epochs.values() if epoch.held_out_loss is not None]
        return min(watched, key=lambda epoch: epoch.held_out_loss or 0.0, default=None)

    def curve(self, name: str) -> tuple[list[int], list[float]]:
        """Return epoch numbers and a figure's values; epochs without it are left out."""
        pairs = [(n, getattr(self.epochs[n], name)) for n in sorted(self.epochs)]
        known = [(n, float(value)) for n, value in pairs if value is not None]
        return [n for n, _ in known], [value for _, value in known]


@dataclass(slots=True)
class RunProgress:
    """A run's events so far. Fed in order; a `Resumed` takes back what no longer counts."""

    started: Started | None = None
    fits: dict[str, FitProgress] = field(default_factory=dict)
    end: Event | None = None
    notices: list[str] = field(default_factory=list)
    _recent: deque[float] = field(default_factory=lambda: deque(maxlen=_RECENT_EPOCHS))
    _latest: Epoch | None = None
    _current: str = ""

    def add(self, event: Event) -> None:
        """Take in the next event."""
        match event:
            case Started():
                self.started, self.end = event, None
            case Resumed():
                self._take_back(event)
            case Batch():
                self._fit(event.fit).batch = event
            case Epoch():
                self._fit(event.fit).epochs[event.epoch] = event
                self._latest = event
                self._recent.append(event.seconds)
            case Fold():
                self._fit(event.fit).fold = event
            case Notice():
                self.notices.append(event.sentence)
            case _ if isinstance(event, END_EVENTS):
                self.end = event

    @property
    def current(self) -> FitProgress | None:
        """The fit at work, or the last one."""
        return self.fits.get(self._current)

    @property
    def names(self) -> tuple[str, ...]:
        """All fits of the run in order."""
        return self.started.fits if self.started is not None else tuple(self.fits)

    @property
    def share_done(self) -> float:
        """How much of all epochs is done, 0 to 1; a fit that ended early counts as whole."""
        if self.started is None or not self.names:
            return 0.0
        return min(1.0, sum(self.share_of(name) for name in self.names) / len(self.names))

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes if further epochs are like the last ones; None before the first."""
        if not self._recent or self.started is None:
            return None
        ahead = sum((1 - self.share_of(name)) * self._epochs_of(name) for name in self.names)
        return ahead * sum(self._recent) / len(self._recent)

    @property
    def views_per_second(self) -> float | None:
        """Pictures a second in the last epoch, as the run measured it."""
        return self._latest.views_per_second if self._latest is not None else None

    @property
    def device_memory_mb(self) -> float | None:
        """Memory of the graphics card after the last epoch; None on a processor."""
        return self._latest.device_memory_mb if self._latest is not None else None

    @property
    def scores(self) -> Mapping[str, Fold]:
        """The figures of the folds that are done."""
        return {name: fit.fold for name, fit in self.fits.items() if fit.fold is not None}

    def _fit(self, name: str) -> FitProgress:
        self._current = name
        return self.fits.setdefault(name, FitProgress(name))

    def share_of(self, name: str) -> float:
        """How much of one fit is done, 0 to 1."""
        fit = self.fits.get(name)
        if fit is None:
            return 0.0
        if fit.fold is not None or (name != self._current and fit.epochs):
            return 1.0
        done = float(max(fit.epochs, default=0))
        if fit.batch is not None and fit.batch.epoch > done:
            done += fit.batch.step / max(1, fit.batch.steps)
        return min(1.0, done / max(1, self._epochs_of(name)))

    def _epochs_of(self, name: str) -> int:
        fit = self.fits.get(name)
        if fit is not None and fit.epochs:
            return next(iter(fit.epochs.values())).epochs
        return self.started.epochs if self.started is not None else 1

    def _take_back(self, place: Resumed) -> None:
        fit = self._fit(place.fit)
        fit.epochs = {n: epoch for n, epoch in fit.epochs.items() if n < place.epoch}
        fit.batch = None
