"""`ecgdesk doctor`: what this machine can do, with a fix for each thing that is wrong."""

import json
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from ecgdesk.cli.checks import Check, all_checks
from ecgdesk.cli.console import Streams


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, nothing else.")] = False,
) -> None:
    """Say what this machine can do. Exit code 0: all well; 1: something is wrong, with its fix."""
    from ecgdesk.cli.machine import this_machine

    raise typer.Exit(report(all_checks(this_machine()), Streams(), as_json=as_json))


def report(checks: Iterable[Check], streams: Streams, *, as_json: bool) -> int:
    """Print the findings and return the exit code."""
    found = list(checks)
    well = all(check.ok for check in found)
    if as_json:
        rows = [{"name": c.name, "ok": c.ok, "detail": c.detail, "fix": c.fix or None} for c in found]
        streams.line(json.dumps({"ok": well, "checks": rows}, ensure_ascii=False))
    else:
        streams.out.print(_table(found))
        streams.out.print(_closing(found), markup=False)
    return 0 if well else 1


def _table(checks: list[Check]) -> Table:
    made = Table(box=None, show_header=False, pad_edge=False)
    made.add_column(no_wrap=True)
    made.add_column(no_wrap=True, style="bold")
    made.add_column(overflow="fold")
    for check in checks:
        sign = Text("✓", style="green") if check.ok else Text("✕", style="red")
        made.add_row(sign, check.name, Text(check.detail))
        if check.fix:
            made.add_row("", "", Text(f"→ {check.fix}", style="yellow"))
    return made


def _closing(checks: list[Check]) -> str:
    wrong = sum(not check.ok for check in checks)
    if wrong == 0:
        return "All is well."
    return f"{wrong} thing{'s need' if wrong > 1 else ' needs'} a fix."
