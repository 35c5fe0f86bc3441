"""Integrated Gradients by captum, chunk by chunk (Sundararajan et al. 2017, https://arxiv.org/abs/1703.01365)."""

from typing import Literal

import torch
from torch import Tensor, nn

from ecgdesk.explain.setting import Setting

Baseline = Literal["zero", "white"]


class IntegratedGradients:
    """What each pixel adds on the way from a baseline to the page.

    "white" is blank paper: nothing is drawn there, so nothing speaks for any class. "zero" is the zero of the
    standardised input, the usual choice elsewhere.
    """

    def __init__(self, network: nn.Module, setting: Setting, baseline: Baseline) -> None:
        self._network = network
        self._setting = setting
        self._baseline = baseline

    def attribute(self, inputs: Tensor, target: int) -> Tensor:
        """Return signed attributions (N, H, W), summed over channels.

        They add up to the logit's change, but for what a network lets no gradient through.
        Polls before every pass over `batch` points of the path.
        """
        from captum.attr import IntegratedGradients as CaptumGradients

        with torch.enable_grad():
            found: Tensor = CaptumGradients(self._polled).attribute(
                inputs, baselines=self._start(inputs), target=target, n_steps=self._setting.steps,
                internal_batch_size=max(self._setting.batch, len(inputs)),
            )  # fmt: skip
        return found.detach().sum(dim=1)

    def _polled(self, inputs: Tensor) -> Tensor:
        self._setting.poll()
        outputs: Tensor = self._network(inputs)
        return outputs

    def _start(self, inputs: Tensor) -> Tensor:
        if self._baseline == "zero":
            return torch.zeros_like(inputs)
        return self._setting.paper(inputs).expand_as(inputs)


def from_zero(network: nn.Module, setting: Setting) -> IntegratedGradients:
    """Return the method with a baseline of zeros."""
    return IntegratedGradients(network, setting, "zero")


def from_white(network: nn.Module, setting: Setting) -> IntegratedGradients:
    """Return the method with blank paper as baseline."""
    return IntegratedGradients(network, setting, "white")
