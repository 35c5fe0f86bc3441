"""What of a trained network goes into its pack: nothing that prediction does not need."""

from collections.abc import Mapping
from typing import Any

from ecgdesk.models.catalog import Architecture
from training.fitting import Weights

_TEXT_PARTS = ("text.", "tokens")


def packed_weights(entry: Architecture, weights: Weights) -> Weights:
    """Return the weights without a text tower: the sentences' embeddings are among those that stay."""
    if entry.kind != "clip":
        return weights
    return {name: value for name, value in weights.items() if not name.startswith(_TEXT_PARTS)}


def packed_options(entry: Architecture, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options under which `packed_weights` fit."""
    return {**options, "text_tower": False} if entry.kind == "clip" else dict(options)
