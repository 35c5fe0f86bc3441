"""Feeding a training: an epoch from the cache against pure steps, beside the plain torchvision way.

`python -m benchmarks.feeding [--pages N] [--rounds R]`: pages drawn by the project; network, preprocessing
and changes of cardiac-4. "Pure" are steps on views that are there already. The peer is `ImageFolder` with a
`DataLoader` that decodes each page anew, shrinks it and changes it with torchvision; same network and steps.
Aim: an epoch after the first takes at most 1.2 times as long as its pure steps.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2

from ecgdesk.core.recipe import DataSettings, Recipe, read_recipe
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import EDAN_LIKE
from ecgdesk.reading.simulate import simulate
from training.crew import ALONE
from training.data import load_pages
from training.feeding import Drawn, Feeder
from training.material import load_material
from training.objectives import make_objective
from training.predicting import Material
from training.stepping import Stepper

RECIPE = Path(__file__).resolve().parents[1] / "training" / "recipes" / "cardiac-4.toml"
AIM = 1.2
CPU = torch.device("cpu")


class Ready(Feeder):
    """Gives each batch the same views, made before: what is left is the pure step."""

    def ready(self, count: int) -> "Ready":
        """Make the views of `count` pages."""
        shape = self._material.preprocessing
        self._views = torch.rand(count, shape.channels, shape.height, shape.width)
        return self

    def views(self, drawn: Drawn) -> Tensor:
        """Return views that cost nothing."""
        return self._views[: len(drawn)].contiguous(memory_format=torch.channels_last)


def draw(folder: Path, pages: int) -> None:
    """Write pages of two classes, as large as a scan."""
    for seed in range(pages):
        place = folder / "ab"[seed % 2]
        place.mkdir(parents=True, exist_ok=True)
        pixels = cv2.cvtColor(render(simulate(seed=seed), EDAN_LIKE).pixels, cv2.COLOR_RGB2BGR)
        cv2.imwrite(str(place / f"{seed}.jpg"), pixels, [cv2.IMWRITE_JPEG_QUALITY, 90])


def network_of(recipe: Recipe) -> nn.Module:
    """Return the recipe's network for two classes."""
    torch.manual_seed(0)
    assert recipe.preprocessing is not None
    entry = architecture(recipe.model.architecture)
    made = build(entry, 2, recipe.model.options, recipe.preprocessing, ("a", "b"))
    return made.to(memory_format=torch.channels_last).train()


def epoch_of(recipe: Recipe, material: Material, kind: type[Feeder]) -> tuple[Callable[[], None], int]:
    """Return one epoch of the trainer's own loop, and how many views it shows."""
    everything = np.arange(len(material.labels))
    feeder = kind(recipe, material, everything, 0, CPU)
    if isinstance(feeder, Ready):
        feeder.ready(recipe.batch)
    objective = make_objective(recipe.objective, feeder.shown_labels, material.classes)
    stepper = Stepper(recipe, network_of(recipe), objective, feeder, 1000, CPU, ALONE)

    def run() -> None:
        feeder.begin_epoch()
        for number in range(feeder.batches):
            stepper.step([feeder.draw(number)])

    return run, feeder.batches * recipe.batch


def plain_epoch(recipe: Recipe, folder: Path, workers: int) -> Callable[[], None]:
    """Return one epoch the plain way."""
    page, changes = recipe.preprocessing, recipe.augment
    assert page is not None
    assert changes is not None
    change = v2.Compose([
        v2.ToImage(), v2.Grayscale(page.channels), v2.Resize((page.height, page.width), antialias=True),
        v2.RandomAffine(changes.rotation_deg, (changes.shift, changes.shift), changes.scale_x),
        v2.ToDtype(torch.float32, scale=True), v2.GaussianNoise(0.0, changes.noise),
        v2.RandomErasing(changes.erase_chance), v2.Normalize(page.mean, page.std),
    ])  # fmt: skip
    loader = DataLoader(
        ImageFolder(folder, change), recipe.batch, shuffle=True, drop_last=True, num_workers=workers,
        persistent_workers=workers > 0,
    )  # fmt: skip
    network = network_of(recipe)
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-3)

    def run() -> None:
        for views, labels in loader:
            optimiser.zero_grad(set_to_none=True)
            loss = nn.functional.cross_entropy(network(views), labels, label_smoothing=0.05)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), recipe.optimiser.gradient_clip)
            optimiser.step()

    return run


def main() -> None:
    """Measure interleaved rounds and print ratios of medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2, help="processes of the peer's DataLoader")
    arguments = parser.parse_args()
    recipe = read_recipe(RECIPE).model_copy(update={"precision": "fp32"})
    with tempfile.TemporaryDirectory() as place:
        draw(Path(place) / "pages", arguments.pages)
        first = time.perf_counter()
        data = DataSettings(source="pages", classes=())
        assert recipe.preprocessing is not None
        material = load_material(
            load_pages(data, Path(place)), recipe, recipe.preprocessing, Path(place) / "cache"
        )
        filled = time.perf_counter() - first
        ours, views = epoch_of(recipe, material, Feeder)
        pure, _ = epoch_of(recipe, material, Ready)
        ways = {"pure steps": pure, "from the cache": ours,
                "ImageFolder": plain_epoch(recipe, Path(place) / "pages", arguments.workers)}  # fmt: skip
        seconds = dict(measured(ways, arguments.rounds))
    report(seconds, views, filled)


def measured(ways: dict[str, Callable[[], None]], rounds: int) -> Iterator[tuple[str, float]]:
    """Yield the median seconds of each way, rounds interleaved, after one that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, run in ways.items():
            since = time.perf_counter()
            run()
            if number:
                taken[name].append(time.perf_counter() - since)
    for name, values in taken.items():
        yield name, statistics.median(values)


def report(seconds: dict[str, float], views: int, filled: float) -> None:
    """Print the figures."""
    pure = seconds["pure steps"]
    print(f"{views} views an epoch; filling the cache once took {filled:.1f} s")
    for name, value in seconds.items():
        print(f"  {name:16} {1000 * value / views:7.1f} ms a view, {value / pure:.2f} × pure steps")
    ratio = seconds["from the cache"] / pure
    print(f"aim ≤ {AIM}: {'met' if ratio <= AIM else 'missed'} ({ratio:.2f})")


if __name__ == "__main__":
    main()
