"""Runs in a table for the console."""

from collections.abc import Iterable

from rich.table import Table

from ecgdesk.core.run_history import RunRecord


def runs_table(runs: Iterable[RunRecord]) -> Table:
    """Return name, state, recipe and headline figure of each run."""
    table = Table("run", "state", "recipe", "protocol", "accuracy", "macro F1")
    for run in runs:
        recipe = "" if run.recipe is None else run.recipe.card.id
        protocol = "" if run.recipe is None else run.recipe.protocol
        accuracy = "" if run.accuracy is None else f"{run.accuracy:.3f}"
        if run.interval is not None:
            accuracy += f" ({run.interval[0]:.3f} to {run.interval[1]:.3f})"
        f1 = "" if run.macro_f1 is None else f"{run.macro_f1:.3f}"
        table.add_row(run.name, run.state.value, recipe, protocol, accuracy, f1)
    return table
