"""Print what `scripts/all_systems.py` found as a Markdown table: `python scripts/systems_table.py DIR`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ecgdesk.core.recipe import read_recipe

RECIPES = Path(__file__).resolve().parents[1] / "training" / "recipes"
PAPERS = ("a-", "b-", "c-", "d-")
ALL_PAGES = 387
HEADINGS = ("recipe", "network", "pages", "trained", "pack", "`ecgdesk analyze`", "heat map")


def main() -> int:
    """Print a row a recipe; exit 2 for wrong usage."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = _best(Path(sys.argv[1]) / "systems.jsonl")
    print(f"| {' | '.join(HEADINGS)} |\n|{'---|' * len(HEADINGS)}")
    for path in sorted(RECIPES.glob("*.toml")):
        if path.name.startswith(PAPERS):
            architecture = read_recipe(path).model.architecture
            print(f"| `{path.stem}` | `{architecture}` | {' | '.join(_cells(found.get(path.stem)))} |")
    return 0


def _best(table: Path) -> dict[str, dict[str, Any]]:
    """Return the last line of each recipe, one that ended well before any other."""
    rows: dict[str, dict[str, Any]] = {}
    for row in map(json.loads, table.read_text(encoding="utf-8").splitlines()):
        if row["ok"] or not rows.get(row["recipe"], row)["ok"]:
            rows[row["recipe"]] = row
    return rows


def _cells(row: dict[str, Any] | None) -> Iterator[str]:
    if row is None:
        yield from ("", "not run", "", "", "")
        return
    yield str(ALL_PAGES if row["pages"] == "all" else row["pages"])
    yield "yes" if "pack_bytes" in row else "no"
    yield f"{row['pack_bytes'] / 1e6:.0f} MB" if "pack_bytes" in row else ""
    yield row.get("status", "no")
    yield "yes" if row["ok"] else "no"


if __name__ == "__main__":
    sys.exit(main())
