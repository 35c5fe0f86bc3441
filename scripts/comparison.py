"""Every system of the papers beside ours, trained the same way with the same work: a Markdown table.

`python scripts/comparison.py --data ../shared/data --runs DIR [--seconds S] [--folds N] [--side PX]
[--seeds N] [--only ARCHITECTURE …]`

Ours has its own recipe, `cardiac-4`, and its page half `any-layout`. Every other network gets the training of
`any-layout` (loss, optimiser, augmentation, worn copies; from scratch; half the rate, 0.001) and its own kind
of picture, squares of `--side` pixels where it takes any size. The budget is `--seconds` of one processor
core for the steps of one fold: how long a step takes is measured first, and the schedule is made to fit.
Folds are whole recording days, the same for all. Runs that are done are not done again; the table is printed
and written to DIR/comparison.md.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from time import process_time
from typing import Any

import torch
from torch import nn

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.recipe import Recipe, read_recipe, recipe_toml
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build

ROOT = Path(__file__).resolve().parents[1]
RECIPES = ROOT / "training" / "recipes"
OURS = "cardiac-4"
FLOOR = "resnet18-ink"
PAGES_ALONE = "any-layout"
"""Our recipe for the half of our network that sees the page as a picture."""
PAGES_A_FOLD = 310
FEWEST_STEPS, MOST_STEPS, TIMED_S = 3, 32, 20
KEPT_SIZE = ("page-trace", "page-resnet", FLOOR, "metaclip-vit-b32")


def main() -> int:
    """Run what is missing; exit 1 when a run failed."""
    asked = arguments()
    asked.runs.mkdir(parents=True, exist_ok=True)
    if not same_budget(asked):
        print(
            f"The runs in {asked.runs} had another budget. Name another folder with --runs.", file=sys.stderr
        )
        return 2
    torch.set_num_threads(1)
    rows = []
    for recipe in filter(lambda made: made.model.architecture in asked.only or not asked.only, systems()):
        for seed in range(1, asked.seeds + 1):
            rows.append(one_run(recipe, seed, asked))
            print(json.dumps(rows[-1]), flush=True)
    text = "\n".join(table(rows, asked)) + "\n"
    (asked.runs / "comparison.md").write_text(text, encoding="utf-8")
    print(text)
    return int(any("accuracy" not in row for row in rows))


def same_budget(asked: argparse.Namespace) -> bool:
    """Tell whether earlier runs of the folder had this budget; a new folder is given it."""
    budget = {"seconds": asked.seconds, "folds": asked.folds, "side": asked.side}
    note = asked.runs / "budget.json"
    if not note.is_file():
        note.write_text(json.dumps(budget), encoding="utf-8")
    return bool(json.loads(note.read_text(encoding="utf-8")) == budget)


def systems() -> Iterator[Recipe]:
    """Yield a recipe for ours, its page half, and the floor and the papers' networks, trained like that."""
    pages_alone = read_recipe(RECIPES / f"{PAGES_ALONE}.toml")
    yield from (read_recipe(RECIPES / f"{OURS}.toml"), pages_alone)
    floor = pages_alone.model.model_copy(update={"architecture": FLOOR, "options": {}})
    yield trained_like(pages_alone, pages_alone.model_copy(update={"model": floor}))
    seen = set()
    for path in sorted(RECIPES.glob("[a-d]-*.toml")):
        theirs = read_recipe(path)
        if theirs.model.architecture not in seen:
            seen.add(theirs.model.architecture)
            yield trained_like(pages_alone, theirs)


def trained_like(ours: Recipe, theirs: Recipe) -> Recipe:
    """Return our recipe with their network, and their loss where it is part of the network."""
    contrastive = theirs.objective.kind == "contrastive"
    return ours.model_copy(update={
        "model": theirs.model.model_copy(update={"pretrained": "no"}),
        "preprocessing": architecture(theirs.model.architecture).preprocessing,
        "objective": theirs.objective if contrastive else ours.objective,
        "optimiser": ours.optimiser.model_copy(update={"rate": 1e-3}),
    })  # fmt: skip


def one_run(recipe: Recipe, seed: int, asked: argparse.Namespace) -> dict[str, Any]:
    """Return the figures of one network and seed, trained now unless it was."""
    name = recipe.model.architecture
    place = asked.runs / f"{name}-{seed}"
    place.mkdir(exist_ok=True)
    note = place / "budget.json"
    if not note.is_file():
        note.write_text(json.dumps(planned(recipe, asked)), encoding="utf-8")
    plan = json.loads(note.read_text(encoding="utf-8"))
    if not list(place.glob("*/metrics.json")):
        ended = subprocess.run(command(recipe, seed, plan, place, asked), cwd=ROOT, check=False)
        if ended.returncode:
            return {"network": name, "seed": seed, **plan}
    honest = json.loads(next(place.glob("*/metrics.json")).read_text(encoding="utf-8"))["honest"]
    figures = {key: honest["summary"][key] for key in ("accuracy", "macro_f1", "auroc")}
    return {"network": name, "seed": seed, **plan, "pages": honest["pages"], **figures}


def planned(recipe: Recipe, asked: argparse.Namespace) -> dict[str, Any]:
    """Return the epochs that fit the budget, the picture's size and the parameters."""
    entry = architecture(recipe.model.architecture)
    page = recipe.preprocessing or entry.preprocessing
    if entry.id not in KEPT_SIZE:
        page = page.model_copy(update={"width": asked.side, "height": asked.side})
    classes = tuple(item.id for item in recipe.data.classes)
    network = build(entry, len(classes), dict(recipe.model.options), page, classes)
    seconds = step_seconds(network.train(), page, recipe.batch) * PAGES_A_FOLD / recipe.batch
    return {
        "epochs": max(1, int(asked.seconds / seconds)), "epoch_seconds": round(seconds, 2),
        "width": page.width, "height": page.height,
        "parameters": sum(value.numel() for value in network.parameters()),
    }  # fmt: skip


def step_seconds(network: nn.Module, page: Preprocessing, batch: int) -> float:
    """Return the processor time of a step of training, the mean of some, the first one not counted.

    The mean of up to 32, since a network may do different things in different steps.
    """
    torch.manual_seed(1)
    optimiser = torch.optim.AdamW(network.parameters(), foreach=True)
    views = torch.rand(batch, page.channels, page.height, page.width)
    taken = []
    while len(taken) <= FEWEST_STEPS or (len(taken) <= MOST_STEPS and sum(taken) < TIMED_S):
        began = process_time()
        with torch.autocast("cpu", torch.bfloat16):
            loss = network(views).float().square().mean()
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
        taken.append(process_time() - began)
    return fmean(taken[1:])


def command(
    recipe: Recipe, seed: int, plan: dict[str, Any], place: Path, asked: argparse.Namespace
) -> list[str]:
    """Return the trainer's command, and write the recipe it reads."""
    page = recipe.preprocessing or architecture(recipe.model.architecture).preprocessing
    short = recipe.model_copy(update={
        "epochs": plan["epochs"], "seed": seed, "final_fit": False, "comparison": None, "shift_pages": 0,
        "split": recipe.split.model_copy(update={"held_out_folds": asked.folds}),
        "preprocessing": page.model_copy(update={"width": plan["width"], "height": plan["height"]}),
    })  # fmt: skip
    written = place / "recipe.toml"
    written.write_text(recipe_toml(short), encoding="utf-8")
    return [
        sys.executable, "-m", "ecgdesk", "train", "--config", str(written), "--data", str(asked.data),
        "--runs", str(place), "--cache", str(asked.runs / "cache"), "--threads", "1",
    ]  # fmt: skip


def table(rows: list[dict[str, Any]], asked: argparse.Namespace) -> Iterator[str]:
    """Yield the table, best first."""
    yield (
        f"Budget {asked.seconds:g} s of one core a fold, {asked.folds} of 5 folds by recording day, "
        "95 % bootstrap intervals over pages. One epoch at least; more time than the budget is said."
    )
    yield ""
    yield "| network | seed | parameters | input | epochs | accuracy | macro F1 | macro AUROC |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in sorted(rows, key=lambda row: -row.get("accuracy", {"value": 0})["value"]):
        cells = [interval(row.get(name)) for name in ("accuracy", "macro_f1", "auroc")]
        start = f"| {row['network']} | {row['seed']} | {row['parameters']:,} | {row['width']}×{row['height']}"
        yield f"{start} | {epochs(row, asked.seconds)} | {' | '.join(cells)} |"


def epochs(row: dict[str, Any], seconds: float) -> str:
    """Return the epochs of a run, and by how much they went over the budget where one alone does."""
    spent = row["epochs"] * row["epoch_seconds"]
    return str(row["epochs"]) + (f" ({spent:.0f} s)" if spent > seconds else "")


def interval(figure: dict[str, float] | None) -> str:
    """Return a figure with its interval, or that there is none."""
    return f"{figure['value']:.3f} ({figure['low']:.3f} – {figure['high']:.3f})" if figure else "failed"


def arguments() -> argparse.Namespace:
    """Return what was asked."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--data", type=Path, required=True, help="the folder with ecg-cardiac")
    made.add_argument("--runs", type=Path, required=True)
    made.add_argument("--seconds", type=float, default=600, help="of one core, for the steps of one fold")
    made.add_argument("--folds", type=int, default=5, choices=range(1, 6), metavar="N")
    made.add_argument("--side", type=int, default=128, help="width and height of square inputs")
    made.add_argument("--seeds", type=int, default=1)
    made.add_argument("--only", nargs="+", default=[], metavar="ARCHITECTURE")
    asked = made.parse_args()
    asked.data, asked.runs = asked.data.resolve(), asked.runs.resolve()
    return asked


if __name__ == "__main__":
    sys.exit(main())
