"""What every network of the catalog costs on this machine, as a Markdown table.

`python -m benchmarks.catalog [--only ID …] [--device cpu|cuda] [--rounds N] [--busy]`; an ID may be
`timm:NAME`. With `--busy`, processor time on one thread is counted instead of the clock's: for a machine that
has other work to do (reading a pack from a slow disk is then not seen). Weights are random: speed does not
depend on them. Forward passes of the network, of ResNet-50 and of class with Grad-CAM take turns in one
process; the figures are medians. Nothing is downloaded.
"""

import argparse
import gc
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

import torch
from torch import Tensor, nn

from ecgdesk.core.card import Card, ClassInfo
from ecgdesk.explain.gradcam import GradCam
from ecgdesk.models.architectures import architecture, catalog
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.loaded import for_inference, load_network
from ecgdesk.models.networks.build import build
from ecgdesk.models.pack_write import write_pack

PEER = "resnet50"
CLASSES = ("MI", "HMI", "AHB", "Normal")
LOADS = 3
HEADINGS = (
    "network", "id", "paper", "input", "parameters", "pack", "load", "forward", "÷ ResNet-50",
    "class + map ÷ forward",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """What one network costs: parameters, bytes, seconds, and seconds of the peer's forward pass."""

    entry: Architecture
    parameters: int
    pack_bytes: int
    load: float
    forward: float
    explained: float
    peer: float

    def row(self) -> tuple[str, ...]:
        """Return the cells of the table."""
        page = self.entry.preprocessing
        return (
            self.entry.name,
            f"`{self.entry.id}`",
            self.entry.paper or "",
            f"{page.width}×{page.height}×{page.channels}",
            f"{self.parameters / 1e6:.1f} M",
            f"{self.pack_bytes / 1e6:.0f} MB",
            f"{self.load * 1000:.0f} ms",
            f"{self.forward * 1000:.0f} ms",
            f"{self.forward / self.peer:.2f}",
            f"{self.explained / self.forward:.2f}",
        )


@dataclass(frozen=True, slots=True)
class Timer:
    """Counts seconds of work on a device by a clock."""

    device: torch.device
    clock: Callable[[], float]

    def seconds(self, step: Callable[[], object]) -> float:
        """Return what a step takes, until the device is done with it."""
        begin = self.clock()
        step()
        if self.device.type == "cuda":
            torch.cuda.synchronize(self.device)
        return self.clock() - begin


def main() -> None:
    """Print the table."""
    asked = _arguments()
    device = torch.device(asked.device)
    clock = process_time if asked.busy else perf_counter
    if asked.busy:
        torch.set_num_threads(1)
    torch.manual_seed(0)
    print(
        f"{torch.get_num_threads()} threads, {asked.device}, torch {torch.__version__}, one page at a time, "
        f"{'processor time' if asked.busy else 'time'}\n"
    )
    print(f"| {' | '.join(HEADINGS)} |\n|{'---|' * len(HEADINGS)}", flush=True)
    peer = _forward(_built(architecture(PEER), device), _pages(architecture(PEER), device))
    for entry in _entries(asked.only):
        print(f"| {' | '.join(_cost(entry, peer, Timer(device, clock), asked.rounds).row())} |", flush=True)
        gc.collect()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="ID")
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--busy", action="store_true", help="processor time, for a machine with other work")
    asked = parser.parse_args()
    if asked.busy and asked.device != "cpu":
        parser.error("--busy counts the processor's time: it goes with --device cpu")
    return asked


def _entries(only: Sequence[str]) -> Iterator[Architecture]:
    yield from (map(architecture, only) if only else catalog())


def _cost(entry: Architecture, peer: Callable[[], object], timer: Timer, rounds: int) -> Cost:
    network = _built(entry, timer.device)
    pages = _pages(entry, timer.device)
    cam = GradCam(network, entry.target_layer, entry.layout)

    def explained() -> Tensor:
        one = cam.forward(pages)
        return one.map(int(one.logits.argmax()))

    pack_bytes, load = _packed(entry, network, timer)
    peers, bares, maps = _taking_turns((peer, _forward(network, pages), explained), rounds, timer)
    parameters = sum(p.numel() for p in network.parameters())
    return Cost(entry, parameters, pack_bytes, load, bares, maps, peers)


def _built(entry: Architecture, device: torch.device) -> nn.Module:
    return for_inference(build(entry, len(CLASSES), class_ids=CLASSES)).to(device)


def _pages(entry: Architecture, device: torch.device) -> Tensor:
    page = entry.preprocessing
    return torch.randn(1, page.channels, page.height, page.width, device=device)


def _forward(network: nn.Module, pages: Tensor) -> Callable[[], object]:
    def run() -> Tensor:
        with torch.inference_mode():
            logits: Tensor = network(pages)
            return logits

    return run


def _taking_turns(steps: Sequence[Callable[[], object]], rounds: int, timer: Timer) -> Iterator[float]:
    """Return the median seconds of each step; steps take turns, so that a busy moment hits all of them."""
    taken: list[list[float]] = [[] for _ in steps]
    for number in range(rounds + 1):
        for step, times in zip(steps, taken, strict=True):
            seconds = timer.seconds(step)
            if number:  # the first round warms up
                times.append(seconds)
    return map(statistics.median, taken)


def _packed(entry: Architecture, network: nn.Module, timer: Timer) -> tuple[int, float]:
    """Return the bytes of a pack and the median seconds of verifying and loading it."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "network.ecgmodel"
        write_pack(path, _card(entry), network.state_dict())
        loads = [timer.seconds(lambda: load_network(path)) for _ in range(LOADS)]
        return path.stat().st_size, statistics.median(loads)


def _card(entry: Architecture) -> Card:
    return Card(
        id="benchmark",
        name=entry.name,
        description="Random weights.",
        architecture=entry.id,
        preprocessing=entry.preprocessing,
        classes=tuple(ClassInfo(id=name, name=name, short=name) for name in CLASSES),
        licence="MIT",
        created=datetime.now(UTC),
    )


if __name__ == "__main__":
    main()
