"""Class and heat map against a bare forward pass: `python -m benchmarks.explain [ARCHITECTURE …]`.

Beside ours stand captum and pytorch-grad-cam (the development dependency `grad-cam`). Everything runs in one
process on one core, interleaved, in processor time, so that other load hits all of it alike; the figures are
medians of ratios within a round. Weights are random: time does not depend on them.
"""

import statistics
import sys
import time
from collections.abc import Callable
from typing import Final

import torch
from captum.attr import IntegratedGradients as CaptumGradients
from captum.attr import LayerGradCam
from pytorch_grad_cam import GradCAM as PytorchGradCam
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
from torch import Tensor, nn

from ecgdesk.explain.gradcam import GradCam
from ecgdesk.explain.heatmap import on_crop
from ecgdesk.explain.integrated import from_white
from ecgdesk.explain.layout import as_grid
from ecgdesk.explain.setting import Setting
from ecgdesk.models.architectures import architecture
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.loaded import for_inference
from ecgdesk.models.networks.build import build

ARCHITECTURES: Final = (
    "page-resnet", "resnet18-ink", "resnet50", "densenet121", "efficientnet_b0", "convnext_tiny",
    "vit_small_patch16_224", "swin_tiny_patch4_window7_224",
)  # fmt: skip
ROUNDS: Final = 15
FEW_ROUNDS: Final = 5
"""Of Integrated Gradients: one round takes as long as forty bare passes."""
STEPS: Final = 8
CROP: Final = (2101, 1227)
TARGET: Final = 1
MOST_GRADCAM: Final = 1.15
MOST_INTEGRATED: Final = 2.0

Work = Callable[[], object]


def main(names: list[str]) -> int:
    """Print one line of ratios an architecture for each table; exit 1 where an aim is missed."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    chosen = [architecture(name) for name in names or ARCHITECTURES]
    print(f"Grad-CAM with the class: ratios to a bare forward pass, medians of {ROUNDS} rounds, one thread.")
    print("Aim 1.15. The others' column is their map and the bare pass that gives the class.")
    missed = _table(("Grad-CAM", "on page", "retarget", "captum", "grad-cam"), chosen, _gradcam, ROUNDS,
                    MOST_GRADCAM)  # fmt: skip
    print(f"\nIntegrated Gradients of {STEPS} steps: ratios to {STEPS} bare forward passes, "
          f"medians of {FEW_ROUNDS} rounds. Aim 2.0.")  # fmt: skip
    missed += _table(("ours", "captum"), chosen, _integrated, FEW_ROUNDS, MOST_INTEGRATED)
    for line in missed:
        print(f"missed: {line}")
    return 1 if missed else 0


def _table(
    columns: tuple[str, ...], entries: list[Architecture], make: Callable[[Architecture], list[Work]],
    rounds: int, most: float,
) -> list[str]:  # fmt: skip
    """Print one table; returns which architectures miss the aim in the first column."""
    print(f"{'architecture':30} {'forward':>9} " + " ".join(f"{name:>9}" for name in columns))
    missed = []
    for entry in entries:
        bare, ratios = measured(make(entry), rounds)
        print(f"{entry.id:30} {1000 * bare:6.1f} ms " + " ".join(f"{r:9.2f}" for r in ratios), flush=True)
        if ratios[0] > most:
            missed.append(f"{columns[0]} of {entry.id} {ratios[0]:.2f} instead of {most}")
    return missed


def measured(works: list[Work], rounds: int) -> tuple[float, list[float]]:
    """Return the median time in seconds of the first work, and what the others take relative to it."""
    for work in works:
        work()  # the first run of each pays for memory and kernels
    times = [[_seconds(work) for work in works] for _ in range(rounds)]
    ratios = [statistics.median(row[at] / row[0] for row in times) for at in range(1, len(works))]
    return statistics.median(row[0] for row in times), ratios


def _made(entry: Architecture) -> tuple[nn.Module, Tensor]:
    settings = entry.preprocessing
    page = torch.randn(1, settings.channels, settings.height, settings.width)
    return for_inference(build(entry, 4)), page


def _gradcam(entry: Architecture) -> list[Work]:
    network, page = _made(entry)
    explain = GradCam(network, entry.target_layer, entry.layout)
    kept = explain.forward(page)
    layer = network.get_submodule(entry.target_layer)
    captum = LayerGradCam(network, layer)
    size = (page.shape[-2], page.shape[-1])
    other = PytorchGradCam(network, [layer], reshape_transform=lambda x: as_grid(x, entry.layout, size))

    def bare() -> object:
        with torch.inference_mode():
            return network(page)

    def class_and_map() -> Tensor:
        one = explain.forward(page)
        return one.map(int(one.logits.argmax()))

    def on_page() -> object:
        return on_crop(class_and_map()[0].numpy(), CROP, entry.preprocessing)

    def with_captum() -> object:
        bare()  # captum gives no class
        return captum.attribute(page.clone().requires_grad_(), TARGET, relu_attributions=True)

    def with_pytorch_grad_cam() -> object:
        # It keeps the outputs of its own pass, but takes the class to explain before that pass.
        bare()
        return other(input_tensor=page.clone().requires_grad_(), targets=[ClassifierOutputTarget(TARGET)])

    return [bare, class_and_map, on_page, lambda: kept.map(TARGET), with_captum, with_pytorch_grad_cam]


def _integrated(entry: Architecture) -> list[Work]:
    network, page = _made(entry)
    setting = Setting(entry.preprocessing, steps=STEPS)
    ours, captum = from_white(network, setting), CaptumGradients(network)
    start = setting.paper(page).expand_as(page)

    def bare() -> object:
        with torch.inference_mode():
            for _ in range(STEPS):
                network(page)

    def whole() -> object:
        return captum.attribute(page, baselines=start, target=TARGET, n_steps=STEPS)

    return [bare, lambda: ours.attribute(page, TARGET), whole]


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()  # of one thread: what others do on the machine does not count
    work()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
