"""Class and Grad-CAM together against a bare forward pass: `python -m benchmarks.explain [ARCHITECTURE …]`.

Everything runs in one process on the CPU, interleaved, so that other load hits all of it alike; the figures
are medians of ratios within a round. Weights are random: time does not depend on them.
"""

import statistics
import sys
import time
from collections.abc import Callable
from typing import Final

import torch
from captum.attr import LayerGradCam
from torch import Tensor, nn

from ecgdesk.explain.gradcam import GradCam
from ecgdesk.explain.heatmap import on_crop
from ecgdesk.models.architectures import architecture
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.loaded import for_inference
from ecgdesk.models.networks.build import build

ARCHITECTURES: Final = (
    "page-resnet", "resnet18-ink", "resnet50", "densenet121", "efficientnet_b0", "convnext_tiny",
    "vit_small_patch16_224", "swin_tiny_patch4_window7_224",
)  # fmt: skip
ROUNDS: Final = 15
CROP: Final = (2101, 1227)
TARGET: Final = 1


def main(names: list[str]) -> int:
    """Print one line of ratios an architecture."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    print(f"Ratios to a bare forward pass; medians of {ROUNDS} interleaved rounds, one thread.")
    print("captum: its LayerGradCam, and the bare pass that gives the class.")
    print(f"{'architecture':30} {'forward':>9} {'Grad-CAM':>9} {'on page':>9} {'retarget':>9} {'captum':>9}")
    for name in names or ARCHITECTURES:
        bare, ratios = measured(architecture(name))
        shown = " ".join(f"{ratio:9.2f}" for ratio in ratios)
        print(f"{name:30} {1000 * bare:6.1f} ms {shown}", flush=True)
    return 0


def measured(entry: Architecture) -> tuple[float, list[float]]:
    """Return the median time of a bare pass in seconds, and what the other works take relative to it."""
    settings = entry.preprocessing
    network = for_inference(build(entry, 4))
    page = torch.randn(1, settings.channels, settings.height, settings.width)
    works = _works(entry, network, page)
    for work in works:
        work()  # the first run of each pays for memory and kernels
    rounds = [[_seconds(work) for work in works] for _ in range(ROUNDS)]
    ratios = [statistics.median(times[at] / times[0] for times in rounds) for at in range(1, len(works))]
    return statistics.median(times[0] for times in rounds), ratios


def _works(entry: Architecture, network: nn.Module, page: Tensor) -> list[Callable[[], object]]:
    explain = GradCam(network, entry.target_layer, entry.layout)
    kept = explain.forward(page)
    captum = LayerGradCam(network, network.get_submodule(entry.target_layer))

    def bare() -> object:
        with torch.inference_mode():
            return network(page)

    def class_and_map() -> Tensor:
        one = explain.forward(page)
        return one.map(int(one.logits.argmax()))

    def on_page() -> object:
        return on_crop(class_and_map()[0].numpy(), CROP, entry.preprocessing)

    def with_captum() -> object:
        with torch.inference_mode():
            network(page)  # captum gives no class
        return captum.attribute(page.clone().requires_grad_(), TARGET, relu_attributions=True)

    return [bare, class_and_map, on_page, lambda: kept.map(TARGET), with_captum]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
