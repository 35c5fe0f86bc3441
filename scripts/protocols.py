"""Honest figures beside those of the published protocols: recipes of papers B, C and D, run short.

`python scripts/protocols.py --data ../shared/data --runs DIR [--pages N] [--epochs N] [--side PX]`

Each recipe is trained twice by the trainer's own command, once soundly (pages held out by recording day),
once as published (copies on both sides of the split). Schedules, pictures and pages are cut down as the
options say, so the figures show the gap between protocols and nothing about the systems. Runs that are done
are not done again. Prints a table and writes it to DIR/protocols.md with the exact commands; the report of
each second run (DIR/RECIPE/*/report.html) shows both protocols side by side, as the window does.
"""

import argparse
import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RECIPES = ("b-baseline-cnn", "c-fusion-cnn", "d-simcardionet-copies")
PROTOCOLS = {"sound": "honest", "as published": "as_published"}
SHORT = {
    "c-fusion-cnn": ("published.balance_to={balance}", "unfreezing=none", "optimiser.schedule=one-cycle"),
    "d-simcardionet-copies": ("pretraining.epochs=1", "unfreezing=none", "optimiser.schedule=one-cycle"),
}
"""Stages that would not begin in a few epochs, sizes that go with the number of pages, a rate that decays:
at the constant one of these papers the statistics of the last few batches decide what the networks answer."""


def main() -> int:
    """Run what is missing; exit 0 when every run is there."""
    asked = arguments()
    asked.runs.mkdir(parents=True, exist_ok=True)
    pages = chosen(asked)
    rows, commands, missing = [], [], 0
    for recipe in asked.recipes:
        for protocol, heading in PROTOCOLS.items():
            command = command_for(recipe, protocol, pages, asked)
            place = asked.runs / recipe
            if figures(place, heading) is None:
                subprocess.run([*command, "--runs", str(place)], cwd=ROOT, check=False)
            found = figures(place, heading)
            missing += found is None
            if found is not None:
                rows.append((recipe, protocol, found))
                commands.append(" ".join(["ecgdesk", *quoted(command[3:])]))
    text = "\n".join(table(rows, asked)) + "\n\n" + "\n".join(f"    {line}" for line in commands) + "\n"
    (asked.runs / "protocols.md").write_text(text, encoding="utf-8")
    print(text)
    return int(missing > 0)


def figures(place: Path, heading: str) -> dict | None:
    """Return the figures of the run in a folder that has them under the heading of its protocol."""
    records = (json.loads(path.read_text(encoding="utf-8")) for path in place.glob("*/metrics.json"))
    return next((record[heading] for record in records if heading in record), None)


def arguments() -> argparse.Namespace:
    """Return what was asked."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--data", type=Path, required=True, help="the folder with ecg-cardiac")
    made.add_argument("--runs", type=Path, required=True)
    made.add_argument("--recipes", nargs="+", choices=RECIPES, default=list(RECIPES))
    made.add_argument("--pages", type=int, default=387, help="pages, evenly chosen within each class")
    made.add_argument("--epochs", type=int, default=5)
    made.add_argument("--side", type=int, default=96, help="width and height of the input in pixels")
    made.add_argument("--threads", type=int, default=0)
    return made.parse_args()


def chosen(asked: argparse.Namespace) -> Path:
    """Write a list of evenly chosen pages, classes in their shares, and return it."""
    folder = (asked.data / "ecg-cardiac").resolve()
    with (folder / "pages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows.sort(key=lambda row: (row["label"], row["page"]))
    step = max(1.0, len(rows) / asked.pages)
    some = [rows[int(at * step)] for at in range(min(asked.pages, len(rows)))]
    target = asked.runs / f"pages-{len(some)}.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        table_ = csv.DictWriter(file, list(some[0]))
        table_.writeheader()
        table_.writerows({**row, "page": str(folder / "pages" / row["page"])} for row in some)
    return target.resolve()


def command_for(recipe: str, protocol: str, pages: Path, asked: argparse.Namespace) -> list[str]:
    """Return the trainer's command."""
    settings = [
        f"data.source={pages}", "data.pages_folder=", "device=cpu", "final_fit=false",
        "split.held_out_folds=1", "model.pretrained=no", f"epochs={asked.epochs}", "early_stopping=none",
        f"preprocessing={{width={asked.side},height={asked.side}}}", "published.folds=2",
        "published.copies={}",
        *(text.format(balance=asked.pages // 2) for text in SHORT.get(recipe, ())),
    ]  # fmt: skip
    start = [sys.executable, "-m", "ecgdesk", "train", "--config", f"training/recipes/{recipe}.toml"]
    more = ["--protocol", protocol, "--cache", str(asked.runs / "cache"), "--threads", str(asked.threads)]
    return [*start, *more, *(part for setting in settings for part in ("--set", setting))]


def table(rows: list[tuple[str, str, dict]], asked: argparse.Namespace) -> Iterator[str]:
    """Yield the figures as a Markdown table."""
    yield (
        f"Short schedules: {asked.epochs} epochs, {asked.pages} pages, inputs of {asked.side}×{asked.side} "
        "pixels, no public weights, one fold held out."
    )
    yield ""
    yield "| recipe | protocol | files tested | accuracy | macro F1 | macro AUROC |"
    yield "|---|---|---|---|---|---|"
    for recipe, protocol, main_figures in rows:
        values = [main_figures["summary"][name] for name in ("accuracy", "macro_f1", "auroc")]
        cells = ["–" if v["value"] is None else interval(v) for v in values]
        yield f"| {recipe} | {protocol} | {main_figures['pages']} | {' | '.join(cells)} |"


def interval(figure: dict[str, float]) -> str:
    """Return a figure with its interval."""
    return f"{figure['value']:.3f} ({figure['low']:.3f} – {figure['high']:.3f})"


def quoted(parts: list[str]) -> list[str]:
    """Return a command's parts as one types them."""
    return [f'"{part}"' if set(part) & set(" {}") else part for part in parts]


if __name__ == "__main__":
    sys.exit(main())
