"""The running average of the weights, and copies of weights."""

from copy import deepcopy

from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

Weights = dict[str, Tensor]


def averaged(network: nn.Module, decay: float) -> AveragedModel | None:
    """Return a running average of a network's weights and statistics; None for decay 0."""
    if decay == 0:
        return None
    # Buffers too: batch-norm statistics of sparse pages are wild until the rate has decayed.
    averaging = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
    return AveragedModel(deepcopy(network), multi_avg_fn=averaging, use_buffers=True)


def copied_weights(network: nn.Module) -> Weights:
    """Return a copy of the weights of a network, which is put into evaluation mode."""
    network.eval()  # a network that keeps something computed from its weights computes it now
    return {name: value.detach().clone() for name, value in network.state_dict().items()}
