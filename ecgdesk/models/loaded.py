"""A network out of a verified pack, ready to answer."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load
from torch import Tensor, nn

from ecgdesk.core.analysis import ModelInfo
from ecgdesk.core.card import Card
from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say
from ecgdesk.models import pack
from ecgdesk.models.architectures import architecture
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.container import NOVELTY, WEIGHTS, Container, opened
from ecgdesk.models.networks.build import build_for_card
from ecgdesk.models.novelty import Cloud, cloud_of
from ecgdesk.models.watch import watched
from ecgdesk.models.weights import check_weights

_ASK_MAKER = say("Ask whoever made the model pack to write it again.")


@dataclass(frozen=True, slots=True, eq=False)
class Watch:
    """What was seen during forward passes; nothing for a model without a cloud of training pages."""

    seen: Sequence[NDArray[np.float32]] = ()
    cloud: Cloud | None = None
    threshold: float = 1.0
    name: str = ""

    @property
    def novelty(self) -> float | None:
        """The distance of the last page over the model's limit; raises ModelPackError when it is none."""
        if self.cloud is None or not self.seen:
            return None
        last = self.seen[-1]
        if last.shape[1] != len(self.cloud.centre):
            raise ModelPackError(
                say("The training pages described in {file} do not fit its network.", file=self.name),
                _ASK_MAKER,
            )
        return float(self.cloud.distance(last)[-1]) / self.threshold


@dataclass(frozen=True, slots=True, eq=False)
class LoadedModel:
    """A network in evaluation mode with its card, its place in the catalog and the device it is on."""

    network: nn.Module
    card: Card
    info: ModelInfo
    architecture: Architecture
    device: torch.device
    cloud: Cloud | None = None

    @contextmanager
    def watching(self) -> Iterator[Watch]:
        """Take along what the forward passes run inside tell of how novel their pages are."""
        if self.cloud is None or self.card.novelty is None:
            yield Watch()
            return
        with watched(self.network, self.card.novelty.layer, self.card.novelty.places) as seen:
            yield Watch(seen, self.cloud, self.card.novelty.threshold, self.card.name)

    def run(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the logits (N, classes) for preprocessed pages (N, C, H, W)."""
        with torch.inference_mode():
            logits: Tensor = self.network(torch.from_numpy(inputs).to(self.device))
        return np.asarray(logits.float().cpu().numpy(), dtype=np.float32)


def load_network(path: Path, device: torch.device | str = "cpu") -> LoadedModel:
    """Verify a pack and return its network on a device; raises ModelPackError.

    The network is built without memory (meta device) and takes the pack's tensors as they are.
    """
    with opened(path) as container:
        card = pack.card_of(container)
        data = container.read(WEIGHTS)
        check_weights(data, container.name)
        cloud = _cloud(container) if NOVELTY in container else None
    weights = load(data)
    del data
    _check_finite(weights, path.name)
    place = torch.device(device)
    network = for_inference(_assembled(card, weights, path.name)).to(place)
    _check_layer(network, card, path.name)
    return LoadedModel(network, card, pack.info(path, card), architecture(card.architecture), place, cloud)


def _cloud(container: Container) -> Cloud:
    data = container.read(NOVELTY)
    check_weights(data, container.name)
    kinds = {key: value for key, value in load(data).items() if value.dtype == torch.float32}
    return cloud_of({key: value.numpy() for key, value in kinds.items()}, container.name)


def _check_layer(network: nn.Module, card: Card, name: str) -> None:
    if card.novelty is None:
        return
    try:
        network.get_submodule(card.novelty.layer)
    except AttributeError as error:
        raise ModelPackError(
            say(
                "The network in {file} has no layer {layer!r:.60} to compare.",
                file=name,
                layer=card.novelty.layer,
            ),
            _ASK_MAKER,
        ) from error


def for_inference(network: nn.Module) -> nn.Module:
    """Return the network in evaluation mode, without gradients, in the memory layout that is fastest.

    Channels-last took 0.80 (page-resnet) to 1.03 (convnext_tiny) of the time on one CPU core.
    """
    evaluated: nn.Module = network.eval().requires_grad_(False).to(memory_format=torch.channels_last)
    return evaluated


def _assembled(card: Card, weights: Mapping[str, Tensor], name: str) -> nn.Module:
    with torch.device("meta"):
        network = build_for_card(card)
    _check_fit(network.state_dict(), weights, name)
    network.load_state_dict(dict(weights), assign=True)
    if _still_without_memory(network):  # buffers that are computed, not stored (Swin's position indices)
        network = build_for_card(card)
        network.load_state_dict(dict(weights))
    return network


def _still_without_memory(network: nn.Module) -> bool:
    return any(buffer.is_meta for buffer in network.buffers())


def _check_fit(wanted: Mapping[str, Tensor], weights: Mapping[str, Tensor], name: str) -> None:
    if missing := sorted(set(wanted) - set(weights)):
        raise ModelPackError(
            say("The weights in {file} do not fit its card: {part} is missing.", file=name, part=missing[0]),
            _ASK_MAKER,
        )
    if extra := sorted(set(weights) - set(wanted)):
        raise ModelPackError(
            say(
                "The weights in {file} do not fit its card: {part:.60} is unknown.", file=name, part=extra[0]
            ),
            _ASK_MAKER,
        )
    for key, tensor in wanted.items():
        if tensor.shape != weights[key].shape or tensor.dtype != weights[key].dtype:
            raise ModelPackError(
                say(
                    "The weights in {file} do not fit its card: {part} is {given}, not {wanted}.",
                    file=name,
                    part=key,
                    given=_kind(weights[key]),
                    wanted=_kind(tensor),
                ),
                _ASK_MAKER,
            )


def _kind(tensor: Tensor) -> str:
    return f"{'×'.join(map(str, tensor.shape)) or 'a number'} {str(tensor.dtype).removeprefix('torch.')}"


def _check_finite(weights: Mapping[str, Tensor], name: str) -> None:
    for key, tensor in weights.items():
        if not bool(torch.isfinite(tensor).all()):
            raise ModelPackError(
                say("The weights in {file} hold values that are not numbers ({part}).", file=name, part=key),
                _ASK_MAKER,
            )
