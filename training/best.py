"""The best weights of a fit so far."""

from typing import Any

from torch import nn

from training.averaging import Weights, copied_weights


class Best:
    """Keeps a copy of the weights of the epoch with the highest score, or of the last where none is given."""

    def __init__(self, network: nn.Module) -> None:
        self._network = network
        self.weights: Weights = copied_weights(network)
        self.epoch = 0
        self._score = float("-inf")

    def consider(self, epoch: int, score: float | None) -> bool:
        """Take the weights as they are now if they are better; return whether they were taken."""
        if score is not None and score <= self._score:
            return False
        self.weights, self.epoch = copied_weights(self._network), epoch
        self._score = self._score if score is None else score
        return True

    def state(self) -> dict[str, Any]:
        """Return what is kept."""
        return {"weights": self.weights, "epoch": self.epoch, "score": self._score}

    def put_back(self, state: dict[str, Any]) -> None:
        """Keep what `state` kept."""
        device = next(iter(self.weights.values())).device
        self.weights = {name: value.to(device) for name, value in state["weights"].items()}
        self.epoch, self._score = state["epoch"], state["score"]
