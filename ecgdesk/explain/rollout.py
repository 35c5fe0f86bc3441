"""Attention roll-out of vision transformers (Abnar and Zuidema 2020, https://arxiv.org/abs/2005.00928)."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final, cast

import torch
from torch import Tensor, nn

from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.sentence import say
from ecgdesk.explain.layout import token_grid
from ecgdesk.explain.setting import Setting

_USE_ANOTHER: Final = say("Choose another method.")


class AttentionRollout:
    """Which patches the answer can have looked at: the attention of all blocks, multiplied.

    The same for every class. Knows the attention of timm's transformers and of open_clip's.
    """

    def __init__(self, network: nn.Module, setting: Setting) -> None:
        self._network = network
        self._setting = setting

    def attribute(self, inputs: Tensor, target: int) -> Tensor:
        """Return the share of attention on each patch, (N, h, w); raises ExplanationError without any."""
        self._setting.poll()
        with torch.no_grad(), attention_weights(self._network) as blocks:
            self._network(inputs)
        if not blocks:
            raise ExplanationError(
                say("This network has no attention over patches to roll out."), _USE_ANOTHER
            )
        flow = rolled_out(blocks)
        rows, columns = token_grid(flow.shape[-1], (inputs.shape[-2], inputs.shape[-1]))
        first = flow.shape[-1] - rows * columns
        # Without a class token the answer is made of all patches alike.
        seen = flow[:, 0] if first else flow.mean(dim=1)
        return seen[:, first:].reshape(len(seen), rows, columns)


def rolled_out(blocks: list[Tensor]) -> Tensor:
    """Return how much of each token flows into each other, (N, T, T), from the blocks' (N, heads, T, T).

    Half of every block is its residual connection.
    """
    if len({tuple(block.shape) for block in blocks}) != 1:
        raise ExplanationError(say("The blocks of this network attend to different patches."), _USE_ANOTHER)
    same = torch.eye(blocks[0].shape[-1], device=blocks[0].device)
    flow = same
    for block in blocks:
        flow = (block.mean(dim=1) + same) / 2 @ flow
    return flow


@contextmanager
def attention_weights(network: nn.Module) -> Iterator[list[Tensor]]:
    """Collect the attention (N, heads, T, T) of every block in the passes run inside; put all back after."""
    found: list[Tensor] = []
    with ExitStack() as undo:
        for module in network.modules():
            if isinstance(module, nn.MultiheadAttention):
                _watch_torch(module, found, undo)
            elif hasattr(module, "fused_attn") and isinstance(getattr(module, "attn_drop", None), nn.Module):
                _watch_timm(module, found, undo)
        yield found


def _watch_timm(module: nn.Module, found: list[Tensor], undo: ExitStack) -> None:
    fused = module.fused_attn
    undo.callback(setattr, module, "fused_attn", fused)
    setattr(module, "fused_attn", False)  # noqa: B010 - the fused kernel keeps its weights to itself

    def note(_module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        found.append(inputs[0].detach())

    drop = cast(nn.Module, module.attn_drop)
    undo.callback(drop.register_forward_pre_hook(note).remove)


def _watch_torch(module: nn.Module, found: list[Tensor], undo: ExitStack) -> None:
    def ask(_module: nn.Module, inputs: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        return inputs, {**named, "need_weights": True, "average_attn_weights": False}

    def note(_module: nn.Module, _inputs: object, output: tuple[Tensor, Tensor]) -> None:
        found.append(output[1].detach())

    undo.callback(module.register_forward_pre_hook(ask, with_kwargs=True).remove)
    undo.callback(module.register_forward_hook(note).remove)
