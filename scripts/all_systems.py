"""Train every system of the papers for two epochs, and analyse a real page with each pack.

`python scripts/all_systems.py --data ../shared/data --out DIR [--only RECIPE …] [--pages N]`

Each recipe goes through the one trainer (a hold-out by recording day, no last fit; all in this process, so
that torch is imported once), then its pack through `ecgdesk analyze`. One line of JSON a system in
DIR/systems.jsonl; systems that are there already and ended well are not done again, nor is a training whose
pack is there. Two epochs say nothing about how good a system is: this shows that it works. `--pages` takes
that many pages, the same number of each class as far as there are any, for machines on which all of them
would take too long. `python scripts/systems_table.py DIR` prints what came of it as a table.
"""

import argparse
import csv
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr
from itertools import islice, zip_longest
from pathlib import Path
from time import perf_counter
from typing import Any

import cv2

from ecgdesk.core.recipe import Recipe, read_recipe
from training.train import main as train

ROOT = Path(__file__).resolve().parents[1]
RECIPES = ROOT / "training" / "recipes"
PAPERS = ("a-", "b-", "c-", "d-")
LEAST_SPREAD = 40.0
"""Pages without a heat map measure 2 to 6 (the printed grid alone), with one 73 to 104."""
LARGEST_BATCH = 16
"""Batches of 32 of the large networks would not leave a desktop machine enough memory."""


def main() -> int:
    """Run what is left to do; exit 1 when a system failed."""
    asked = _arguments()
    asked.out.mkdir(parents=True, exist_ok=True)
    table = asked.out / "systems.jsonl"
    done = {row["recipe"] for row in _rows(table) if row["ok"]}
    failed = False
    for name in asked.only or sorted(p.stem for p in RECIPES.glob("*.toml") if p.name.startswith(PAPERS)):
        if name in done:
            continue
        row = one_system(name, asked)
        failed |= not row["ok"]
        with table.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)
    return int(failed)


def one_system(name: str, asked: argparse.Namespace) -> dict[str, Any]:
    """Return what came of one recipe: seconds, accuracy, pack, heat map; `ok` when all of it is there."""
    row: dict[str, Any] = {"recipe": name, "pages": asked.pages or "all", "ok": False}
    if not _packs(name, asked):
        began = perf_counter()
        code = _trained(name, asked)
        row["train_seconds"] = round(perf_counter() - began, 1)
        if code or not _packs(name, asked):
            return row | {"trouble": f"training ended with {code}"}
    pack = _packs(name, asked)[-1]
    return row | _figures(pack) | _analysis(pack, name, asked)


def _packs(name: str, asked: argparse.Namespace) -> list[Path]:
    return sorted((asked.out / "runs" / name).glob("*/model.ecgmodel"))


def _trained(name: str, asked: argparse.Namespace) -> int:
    recipe = RECIPES / f"{name}.toml"
    settings = (part for setting in _settings(read_recipe(recipe), asked) for part in ("--set", setting))
    arguments = [
        "--config", recipe, "--data", asked.data, "--runs", asked.out / "runs" / name,
        "--cache", asked.out / "cache", "--threads", asked.threads, *settings,
    ]  # fmt: skip
    with (asked.out / f"{name}.train.log").open("w", encoding="utf-8") as log, redirect_stderr(log):
        return train([str(part) for part in arguments])


def _settings(recipe: Recipe, asked: argparse.Namespace) -> list[str]:
    batch = min(recipe.batch, LARGEST_BATCH)
    settings = [
        f"epochs={asked.epochs}", "split.held_out_folds=1", "final_fit=false", "precision=bf16",
        f"batch={batch}", f"accumulate={recipe.accumulate * recipe.batch // batch}",
    ]  # fmt: skip
    if recipe.pretraining is not None:
        settings.append("pretraining.epochs=1")
    if asked.pages:
        pages = (asked.data / recipe.data.source).parent / recipe.data.pages_folder
        settings += [f"data.source={_fewer(recipe, asked)}", f"data.pages_folder={pages}"]
    return [*settings, *asked.set]


def _fewer(recipe: Recipe, asked: argparse.Namespace) -> Path:
    """Write a CSV of some pages, taken from each class in turn, and return it."""
    with (asked.data / recipe.data.source).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    by_class: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_class.setdefault(row[recipe.data.label_column], []).append(row)
    in_turn = (row for some in zip_longest(*by_class.values()) for row in some if row is not None)
    target: Path = asked.out / f"{asked.pages}-pages.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(islice(in_turn, asked.pages))
    return target


def _figures(pack: Path) -> dict[str, Any]:
    metrics = json.loads((pack.parent / "metrics.json").read_text(encoding="utf-8"))["honest"]
    accuracy = metrics["summary"]["accuracy"]["value"]
    return {"held_out_pages": metrics["pages"], "accuracy": accuracy, "pack_bytes": pack.stat().st_size}


def _analysis(pack: Path, name: str, asked: argparse.Namespace) -> dict[str, Any]:
    """Return what the pack says of the page; of other classes, too, where its own one has a level map."""
    first = _analysed(pack, name, asked)
    if first.get("ok", True) or first.get("heatmap_spread", LEAST_SPREAD) >= LEAST_SPREAD:
        return first
    for target in first["probabilities"]:
        other = _analysed(pack, name, asked, "--target", target)
        if other.get("ok"):
            return other | {"target": target, "heatmap_spread_of_its_own_class": first["heatmap_spread"]}
    return first


def _analysed(pack: Path, name: str, asked: argparse.Namespace, *more: str) -> dict[str, Any]:
    out = asked.out / "pages" / name
    began = perf_counter()
    ended = _run(
        [sys.executable, "-m", "ecgdesk", "analyze", asked.page, "--model", pack, "--device", "cpu", "--json",
         "--out", out, *more],
        asked.out / f"{name}.analyze.log",
    )  # fmt: skip
    seconds = round(perf_counter() - began, 1)
    if ended.returncode:
        return {"trouble": f"analyze ended with {ended.returncode}", "analyze_seconds": seconds}
    found = json.loads(ended.stdout)
    spread = _spread(out / found["explanation"]["heatmap"])
    return {
        "ok": found["status"] == "ok" and spread >= LEAST_SPREAD, "analyze_seconds": seconds,
        "status": found["status"], "label": found["label"], "probabilities": found["probabilities"],
        "heatmap_spread": spread, "timing_ms": found["timing_ms"], "pack": str(pack.relative_to(asked.out)),
    }  # fmt: skip


def _spread(picture: Path) -> float:
    """Return how far the tint of a page with its heat map goes, from palest to deepest place (0 to 255)."""
    small = cv2.resize(cv2.imread(str(picture)), (16, 12), interpolation=cv2.INTER_AREA)
    colourful = small.max(axis=2).astype(float) - small.min(axis=2)
    return round(float(colourful.max() - colourful.min()), 1)


def _run(command: Sequence[object], log: Path) -> subprocess.CompletedProcess[str]:
    ended = subprocess.run(
        [str(part) for part in command], cwd=ROOT, check=False, capture_output=True, text=True
    )
    log.write_text(ended.stdout + ended.stderr, encoding="utf-8")
    return ended


def _rows(table: Path) -> Iterator[dict[str, Any]]:
    if table.is_file():
        yield from map(json.loads, table.read_text(encoding="utf-8").splitlines())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder the recipes' paths start at")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", nargs="+", default=[], metavar="RECIPE")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--pages", type=int, default=0, metavar="N", help="pages of the set (default: all)")
    parser.add_argument("--page", type=Path, help="the page to analyse (default: one of the data's)")
    asked = parser.parse_args()
    asked.data, asked.out = asked.data.resolve(), asked.out.resolve()
    asked.page = asked.page or sorted((asked.data / "ecg-cardiac" / "full").glob("*.jpg"))[0]
    return asked


if __name__ == "__main__":
    sys.exit(main())
