"""Public weights into a part of a network; what may differ is said, and nothing else is let through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from torch import Tensor, nn

from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say
from ecgdesk.models.networks.parts import AfterImport, head_names, lies_in

_COUNTER = "num_batches_tracked"  # older files lack it; it has no part in the network's answer
_ADVICE = say("Choose the weights that the catalog names for this network.")


@dataclass(frozen=True, slots=True)
class Transplanted:
    """What an import did: `taken` from the file, `kept` as they were (a head of other classes), `unused`."""

    taken: tuple[str, ...]
    kept: tuple[str, ...]
    unused: tuple[str, ...]


def transplant(network: nn.Module, weights: Mapping[str, Tensor], part: str = "") -> Transplanted:
    """Load weights, under the names of that part of the network, into it; "" is the whole network.

    Only what depends on the number of classes may be missing or of another shape: it keeps its values. A
    first convolution on another number of channels gets the sum (three to one, exact for a grey picture
    repeated to RGB) or equal shares (one to three). Raises ModelPackError when anything else is missing or
    does not fit; the network is then unchanged.
    """
    target, taken = _target(network, part), fitting(network, weights, part)
    target.load_state_dict(taken, strict=False)
    if isinstance(network, AfterImport):
        network.after_import()
    kept = tuple(name for name in target.state_dict() if name not in taken)
    return Transplanted(tuple(taken), kept, tuple(name for name in weights if name not in taken))


def fitting(network: nn.Module, weights: Mapping[str, Tensor], part: str = "") -> dict[str, Tensor]:
    """Return what `transplant` would load; the network may lie on the meta device. Raises ModelPackError."""
    wanted = _target(network, part).state_dict()
    free = set(_free(network, wanted, part))
    first = next((name for name, value in wanted.items() if value.ndim == 4), "")
    taken: dict[str, Tensor] = {}
    for name, own in wanted.items():
        given = weights.get(name)
        if given is not None and name == first:
            given = _on_channels(given, own.shape)
        if given is not None and given.shape == own.shape:
            taken[name] = given.to(own.dtype)
        elif name not in free:
            raise ModelPackError(_misfit(name, own, given), _ADVICE)
    return taken


def _target(network: nn.Module, part: str) -> nn.Module:
    return network.get_submodule(part) if part else network


def _free(network: nn.Module, wanted: Mapping[str, Tensor], part: str) -> Iterator[str]:
    prefix = f"{part}." if part else ""
    heads = head_names(network)
    for name in wanted:
        if name.endswith(_COUNTER) or any(lies_in(prefix + name, head) for head in heads):
            yield name


def _on_channels(given: Tensor, shape: tuple[int, ...]) -> Tensor:
    if given.ndim != 4 or given.shape[0] != shape[0] or given.shape[2:] != shape[2:]:
        return given
    if (given.shape[1], shape[1]) == (3, 1):
        return given.sum(dim=1, keepdim=True)
    if (given.shape[1], shape[1]) == (1, 3):
        return given.expand(-1, 3, -1, -1) / 3
    return given


def _misfit(name: str, own: Tensor, given: Tensor | None) -> str:
    if given is None:
        return say("The weights do not fit the network: {part} is missing.", part=name)
    return say(
        "The weights do not fit the network: {part} is {given}, not {wanted}.",
        part=name, given=tuple(given.shape), wanted=tuple(own.shape),
    )  # fmt: skip
