"""Print the tables of reading a page: `python -m benchmarks.reading [TABLE …] [--data DIR] [--all]`.

Without names every table is printed. Subsets are drawn by a fixed seed and their sizes stand beside the
figures; `--all` uses everything (hours). The status is 1 when an aim is missed.
"""

import argparse
import importlib
import pkgutil
import sys
import time
from pathlib import Path

from benchmarks.reading import tables
from benchmarks.reading.sets import Sets, for_one_core


def main(arguments: list[str]) -> int:
    """Print the tables and return the exit status."""
    names = [module.name for module in pkgutil.iter_modules(tables.__path__)]
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.reading", description="Figures of reading a page."
    )
    parser.add_argument("tables", nargs="*", choices=[*names, []], metavar="TABLE", help=", ".join(names))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of real data")
    parser.add_argument("--all", action="store_true", help="everything instead of subsets")
    chosen = parser.parse_args(arguments)
    if not chosen.data.is_dir():
        print(f"There is no folder {chosen.data}: name one with --data.")
        return 2
    for_one_core()
    missed = [name for name in chosen.tables or names if not printed(name, Sets(chosen.data, chosen.all))]
    print(f"\nTables with a missed aim: {', '.join(missed) or 'none'}.")
    return 1 if missed else 0


def printed(name: str, sets: Sets) -> bool:
    """Print one table; return whether every aim in it is met."""
    module = importlib.import_module(f"benchmarks.reading.tables.{name}")
    title, _, more = str(module.__doc__).strip().partition("\n")
    print(f"\n{name}: {title}")
    print("".join(f"  {line}\n" for line in more.strip().splitlines()), end="", flush=True)
    started, met = time.perf_counter(), True
    for figure in module.figures(sets):
        print(figure, flush=True)
        met = met and figure.met is not False
    print(f"  ({time.perf_counter() - started:.0f} s)", flush=True)
    return met


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
