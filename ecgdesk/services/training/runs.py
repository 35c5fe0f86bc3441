"""All training runs of this user: begun, queued, paused, stopped, resumed, discarded."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ecgdesk.core.errors import EcgdeskError, RecipeError
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_folder import RunFiles, Wish, new_run
from ecgdesk.core.run_history import RunRecord, RunState, list_runs, read_run
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.training.launching import (
    Launch,
    data_root_of,
    end_now,
    is_alive,
    keep_launch,
    launch_of,
    start,
)

LOOK_EVERY_MS: Final = 1500
Start = Callable[[RunFiles, Launch], Launch]


class TrainingRuns(QObject):
    """Starts one run at a time; the others wait in the order they were asked for.

    A run that goes on is known by its folder alone, so that a window opened later finds it again.
    """

    changed = Signal()
    """A run was begun, ended, or went away."""
    ended = Signal(object)
    """The RunRecord of a run that ended while the window was open."""
    failed = Signal(object)
    """An EcgdeskError: a run could not be started or deleted."""

    def __init__(
        self, folder: Path, jobs: Jobs, parent: QObject | None = None, start_run: Start = start
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self._jobs, self._start = jobs, start_run
        self._going: dict[Path, RunFiles] = {}
        self._waiting: list[RunFiles] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def going(self) -> list[RunFiles]:
        """Runs at work now."""
        return list(self._going.values())

    @property
    def waiting(self) -> list[RunFiles]:
        """Runs in the queue, the next one first."""
        return list(self._waiting)

    def find(self) -> None:
        """Take up again what went on or waited while no window was open."""
        for path in sorted(p for p in self.folder.glob("*") if p.is_dir()):
            files = RunFiles(path)
            if not files.config.is_file() or path in self._going:
                continue
            if is_going(files):
                self._going[path] = files
            elif is_waiting(files):
                self._waiting.append(files)
        self._begin_next()

    def begin(self, recipe: Recipe, data: Path) -> RunFiles:
        """Make a run folder and start it, or queue it behind the one that goes on; raises RecipeError."""
        files = new_run(self.folder, recipe)
        self._keep(files, Launch(str(data), str(self.folder / "cache")))
        self._waiting.append(files)
        self._begin_next()
        return files

    def resume(self, files: RunFiles, data: Path | None = None) -> None:
        """Let a run go on where it was put aside; raises RecipeError where its data is not known."""
        launch, data = launch_of(files), data or data_root_of(files)
        if launch is None and data is None:
            raise RecipeError(
                f"It is not known where the pages of {files.path.name} are.", "Choose their folder."
            )
        files.forget_wishes()
        # Not started yet: it waits again.
        launch = launch or Launch(str(data), str(self.folder / "cache"))
        self._keep(files, replace(launch, data=str(data) if data else launch.data, pid=0, born=0.0))
        self._waiting.append(files)
        self._begin_next()

    def ask(self, files: RunFiles, wish: Wish) -> None:
        """Pause a run, or stop it and keep its best; it answers between two steps."""
        files.ask(wish)

    def discard(self, files: RunFiles) -> None:
        """End a run at once and delete its folder."""
        self._waiting = [other for other in self._waiting if other.path != files.path]
        self._going.pop(files.path, None)

        def work() -> None:
            launch = launch_of(files)
            if files.is_running() and not is_alive(launch):
                files.ask(Wish.DISCARD)  # begun on the command line: its own process deletes it
                return
            end_now(launch)
            files.forget_wishes()
            files.delete()

        self._jobs.submit(work, lambda _: self._after_discard(), self.failed.emit)

    def list(self, on_done: Callable[[tuple[RunRecord, ...]], None]) -> None:
        """Read all runs in the background, the newest first."""
        self._jobs.submit(lambda: list_runs(self.folder), on_done, self.failed.emit)

    def look(self) -> None:
        """See which runs ended, and start the next."""
        over = [files for files in self._going.values() if not is_going(files)]
        for files in over:
            del self._going[files.path]
            if files.config.is_file():
                self.ended.emit(read_run(files))
        if over:
            self._begin_next()
        elif not self._going and not self._waiting:
            self._timer.stop()

    def _begin_next(self) -> None:
        if not self._going and self._waiting:
            files = self._waiting.pop(0)
            try:
                self._start(files, launch_of(files) or Launch(""))
                self._going[files.path] = files
            except (EcgdeskError, OSError) as error:
                self.failed.emit(_said(error))
        if self._going or self._waiting:
            self._timer.start()
        self.changed.emit()

    def _after_discard(self) -> None:
        self.changed.emit()
        self._begin_next()

    def _keep(self, files: RunFiles, launch: Launch) -> None:
        try:
            keep_launch(files, launch)
        except OSError as error:
            raise RecipeError(
                f"{files.path.name} cannot be written to.", "Check the free space and the folder's rights."
            ) from error


def is_going(files: RunFiles) -> bool:
    """Return whether a run's process is there, be it still getting ready."""
    return files.is_running() or is_alive(launch_of(files))


def is_waiting(files: RunFiles) -> bool:
    """Return whether a run of the window's was asked for and never started."""
    launch = launch_of(files)
    return launch is not None and not launch.pid and read_run(files).state is RunState.WAITING


def _said(error: Exception) -> EcgdeskError:
    if isinstance(error, EcgdeskError):
        return error
    return EcgdeskError("The training could not be started.", "See the log for the cause.")
