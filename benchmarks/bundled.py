"""Class and heat map of the bundled `cardiac-4` against ResNet-50: `python -m benchmarks.bundled`.

The peer is torchvision's ResNet-50 as it comes (eager, one colour page of 224×224) with captum's Grad-CAM
and the pass that gives the class, which captum does not. Ours is the pack as it ships with its own one-pass
map; a second line has ResNet-50 make its map that way too, so that it shows what the network alone saves. All
take turns in one process on one core, in processor time; medians of ratios within a round. Exit 1 above 0.6.
"""

import sys
from typing import Final

import torch
from captum.attr import LayerGradCam
from torch import nn
from torchvision.models import resnet50

from benchmarks.explain import Work, measured
from ecgdesk.core.resources import resources_folder
from ecgdesk.explain.gradcam import GradCam
from ecgdesk.models.loaded import load_network

MOST: Final = 0.6
ROUNDS: Final = 15
SIDE: Final = 224


def main() -> int:
    """Print the two ratios; exit 1 where the first one is above the aim."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    usual, ratios = measured(_works(), ROUNDS)
    ours, one_pass = ratios
    print(f"ResNet-50 at {SIDE} px with captum's Grad-CAM: {1000 * usual:.0f} ms of one core")
    print(f"cardiac-4, class and map ÷ that: {ours:.2f} (aim {MOST})")
    print(f"cardiac-4, class and map ÷ ResNet-50 with our one-pass map: {ours / one_pass:.2f}")
    return int(ours > MOST)


def _works() -> list[Work]:
    peer = resnet50(num_classes=4).eval()
    pack = load_network(resources_folder() / "models" / "cardiac-4.ecgmodel")
    settings = pack.card.preprocessing
    colour = torch.randn(1, 3, SIDE, SIDE)
    ink = torch.randn(1, settings.channels, settings.height, settings.width)
    captum = LayerGradCam(peer, peer.layer4)

    def usual() -> object:
        with torch.inference_mode():
            chosen = int(peer(colour).argmax())
        return captum.attribute(colour.clone().requires_grad_(), chosen, relu_attributions=True)

    ours = GradCam(pack.network, pack.architecture.target_layer, pack.architecture.layout)
    return [usual, _class_and_map(ours, ink), _class_and_map(_one_pass(peer), colour)]


def _one_pass(peer: nn.Module) -> GradCam:
    return GradCam(peer, "layer4", "nchw")


def _class_and_map(explain: GradCam, page: torch.Tensor) -> Work:
    def run() -> object:
        one = explain.forward(page)
        return one.map(int(one.logits.argmax()))

    return run


if __name__ == "__main__":
    sys.exit(main())
