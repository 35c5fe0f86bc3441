"""The run folder: the contract between a run and whoever watches it."""

import shutil
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Final

from filelock import FileLock, Timeout

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe, recipe_toml
from ecgdesk.core.sentence import say
from ecgdesk.core.whole_file import write_atomically

PACK: Final = "model.ecgmodel"
_ATTEMPTS: Final = 100


class Wish(StrEnum):
    """What somebody asks of a run by a file of this name in its folder.

    PAUSE ends its process so that it can go on later, STOP ends it and keeps the best model so far, DISCARD
    ends it and deletes the folder.
    """

    PAUSE = "PAUSE"
    STOP = "STOP"
    DISCARD = "DISCARD"


class RunFiles:
    """Names the files of one run, and carries wishes to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.config = path / "config.toml"
        self.launch = path / "launch.json"
        self.notes = path / "weights.json"
        self.events = path / "events.jsonl"
        self.log = path / "train.log"
        self.metrics = path / "metrics.json"
        self.predictions = path / "predictions.csv"
        self.timing = path / "timing.json"
        self.features = path / "features.json"
        self.figures = path / "figures"
        self.checkpoints = path / "checkpoints"
        self.report = path / "report.html"
        self.pack = path / PACK
        self.lock = path / "running.lock"

    def mistake_map(self, label: str, page: str) -> Path:
        """Return the picture of a page that was answered wrongly, with its heat map."""
        plain = "".join(c if c.isalnum() or c in "-_." else "_" for c in f"{label}--{Path(page).stem}")
        return self.figures / "mistakes" / f"{plain}.png"

    def wish(self) -> Wish | None:
        """Return what is asked of the run; the gravest where there are several."""
        return next((wish for wish in reversed(Wish) if (self.path / wish).exists()), None)

    def ask(self, wish: Wish) -> None:
        """Ask something of the run that goes on here; it answers between two steps."""
        (self.path / wish).touch()

    def forget_wishes(self) -> None:
        """Take back all wishes, so that a run goes on."""
        for wish in Wish:
            (self.path / wish).unlink(missing_ok=True)

    def is_running(self) -> bool:
        """Return whether a process is at work on this run: it holds a lock that ends with it."""
        if not self.lock.exists():
            return False
        try:
            with FileLock(self.lock, timeout=0):
                return False
        except Timeout:
            return True
        except PermissionError:  # somebody else's run, read-only to us: whether it goes on cannot be told
            return False

    def delete(self) -> None:
        """Delete the run with all it left; raises RecipeError for anything that is not a run, or runs."""
        if not self.config.is_file() or self.path.is_symlink():
            raise RecipeError(
                say("{name} is not a run folder.", name=self.path.name), "Name one with a config.toml."
            )
        if self.is_running():
            raise RecipeError(
                say("{name} is still running.", name=self.path.name), "Discard it, or stop it first."
            )
        shutil.rmtree(self.path)


def new_run(runs: Path, recipe: Recipe) -> RunFiles:
    """Make `<runs>/<stamp>-<id>` with the recipe in it: a run that waits. Raises RecipeError."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    base = runs / f"{stamp}-{recipe.card.id}"
    for attempt in range(_ATTEMPTS):
        path = base if attempt == 0 else base.with_name(f"{base.name}-{attempt + 1}")
        try:
            path.mkdir(parents=True)
            files = RunFiles(path)
            write_text(files.config, recipe_toml(recipe))
        except FileExistsError:
            continue
        except OSError as error:
            raise RecipeError(
                say("No run folder can be made in {name!r}.", name=runs.name), "Choose another."
            ) from error
        return files
    raise RecipeError(say("Too many runs began at once in {name!r}.", name=runs.name), "Try again.")


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text, whole or not at all; raises OSError."""

    def fill(file: BinaryIO) -> None:
        file.write(text.encode("utf-8"))

    write_atomically(path, fill)
