"""What can be asked of the engine, for those who must say so before it runs. Imports no torch."""

from ecgdesk.explain.methods import METHODS


def explanation_methods() -> tuple[str, ...]:
    """Return the ids of the explanation methods."""
    return tuple(METHODS)
