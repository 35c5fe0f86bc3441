"""A run folder as the trainer writes it; names and wishes are those of `core.run_folder`."""

import json
from pathlib import Path
from typing import Final

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.finite import finite
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_folder import PACK, RunFiles, Wish, new_run, write_text

__all__ = ["PACK", "STOP", "RunFolder"]

STOP: Final = Wish.STOP


class RunFolder(RunFiles):
    """Writes the files of one run."""

    @classmethod
    def create(cls, runs: Path, recipe: Recipe) -> "RunFolder":
        """Make `<runs>/<stamp>-<id>` and write the recipe into it; raises RecipeError."""
        return cls(new_run(runs, recipe).path)

    def was_begun(self) -> bool:
        """Return whether some process was at work here before."""
        return self.events.is_file() and self.events.stat().st_size > 0

    def keep_notes(self, notes: tuple[str, ...]) -> None:
        """Write down what networks begin with; raises RecipeError where the run began with something else."""
        if self.notes.is_file() and json.loads(self.notes.read_text(encoding="utf-8")) != list(notes):
            raise RecipeError(
                "The run began with other public weights than are here now.",
                "Put the same files into the weights folder, or begin a new run.",
            )
        if notes:
            self.write_json(self.notes, list(notes))

    def notices(self) -> tuple[str, ...]:
        """Return what the run met with that its card should say."""
        if not self._notices.is_file():
            return ()
        return tuple(json.loads(self._notices.read_text(encoding="utf-8")))

    def add_notice(self, sentence: str) -> None:
        """Write down what the card should say."""
        if sentence not in self.notices():
            self.write_json(self._notices, [*self.notices(), sentence])

    def write_json(self, path: Path, value: object) -> None:
        """Write indented JSON, whole or not at all; a figure that is no number is written as null."""
        text = json.dumps(finite(value), indent=2, ensure_ascii=False, allow_nan=False)
        self.write_text(path, text + "\n")

    def write_text(self, path: Path, text: str) -> None:
        """Write UTF-8 text, whole or not at all."""
        write_text(path, text)

    @property
    def _notices(self) -> Path:
        return self.path / "notices.json"
