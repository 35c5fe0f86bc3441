"""JSON knows no NaN and no infinity: figures that are none are null."""

import math
from collections.abc import Mapping


def finite(value: object) -> object:
    """Return a value for JSON with None in place of every number that is not finite."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [finite(inner) for inner in value]
    return value
