"""Occlusion aligned to leads, by captum's feature ablation (Zeiler and Fergus 2014, arXiv 1311.2901)."""

import torch
from torch import Tensor, nn

from ecgdesk.explain.pieces import pieces
from ecgdesk.explain.setting import Setting


class Occlusion:
    """How much a class loses when a piece of the page is painted over with blank paper."""

    def __init__(self, network: nn.Module, setting: Setting) -> None:
        self._network = network
        self._setting = setting

    def attribute(self, inputs: Tensor, target: int) -> Tensor:
        """Return the logit lost, spread evenly over each piece: (N, H, W), signed; sums are comparable.

        Polls before every pass over `batch` painted pages.
        """
        from captum.attr import FeatureAblation

        numbers = pieces(inputs.shape[-2], inputs.shape[-1], self._setting.regions)
        mask = torch.from_numpy(numbers).to(inputs.device)
        with torch.no_grad():
            lost: Tensor = FeatureAblation(self._polled).attribute(
                inputs, baselines=self._setting.paper(inputs).expand_as(inputs), target=target,
                feature_mask=mask[None, None].expand(1, *inputs.shape[1:]),
                perturbations_per_eval=self._setting.batch,
            )  # fmt: skip
        pixels = torch.bincount(mask.flatten())[mask]
        return lost[:, 0] / pixels

    def _polled(self, inputs: Tensor) -> Tensor:
        self._setting.poll()
        outputs: Tensor = self._network(inputs)
        return outputs
