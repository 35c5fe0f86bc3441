"""The run folder: the contract between a run and whoever watches it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe, recipe_toml
from ecgdesk.core.whole_file import write_atomically

STOP: Final = "STOP"
PACK: Final = "model.ecgmodel"


class RunFolder:
    """Names and writes the files of one run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.config = path / "config.toml"
        self.notes = path / "weights.json"
        self.events = path / "events.jsonl"
        self.log = path / "train.log"
        self.metrics = path / "metrics.json"
        self.predictions = path / "predictions.csv"
        self.timing = path / "timing.json"
        self.figures = path / "figures"
        self.checkpoints = path / "checkpoints"
        self.report = path / "report.html"
        self.pack = path / PACK

    @classmethod
    def create(cls, runs: Path, recipe: Recipe) -> "RunFolder":
        """Make `<runs>/<stamp>-<id>` and write the recipe into it; raises RecipeError."""
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        base = runs / f"{stamp}-{recipe.card.id}"
        for attempt in range(100):
            path = base if attempt == 0 else base.with_name(f"{base.name}-{attempt + 1}")
            try:
                path.mkdir(parents=True)
            except FileExistsError:
                continue
            except OSError as error:
                raise RecipeError(
                    f"No run folder can be made in {runs.name!r}.", "Choose another."
                ) from error
            folder = cls(path)
            folder.write_text(folder.config, recipe_toml(recipe))
            return folder
        raise RecipeError(f"Too many runs began at once in {runs.name!r}.", "Try again.")

    def stop_requested(self) -> bool:
        """Return whether somebody asked the run to stop and keep its best."""
        return (self.path / STOP).exists()

    def forget_stop(self) -> None:
        """Take back an earlier wish to stop, so that a resumed run goes on."""
        (self.path / STOP).unlink(missing_ok=True)

    def keep_notes(self, notes: tuple[str, ...]) -> None:
        """Write down what networks begin with; raises RecipeError where the run began with something else."""
        if self.notes.is_file() and json.loads(self.notes.read_text(encoding="utf-8")) != list(notes):
            raise RecipeError(
                "The run began with other public weights than are here now.",
                "Put the same files into the weights folder, or begin a new run.",
            )
        if notes:
            self.write_json(self.notes, list(notes))

    def write_json(self, path: Path, value: object) -> None:
        """Write indented JSON, whole or not at all."""
        self.write_text(path, json.dumps(value, indent=2, ensure_ascii=False) + "\n")

    def write_text(self, path: Path, text: str) -> None:
        """Write UTF-8 text, whole or not at all."""

        def fill(file: BinaryIO) -> None:
            file.write(text.encode("utf-8"))

        write_atomically(path, fill)
