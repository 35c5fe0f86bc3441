"""The model library as `Models` needs it. Imported late: cards are pydantic, which takes a while to load."""

from collections.abc import Sequence
from pathlib import Path

from ecgdesk.services.models import ModelAccess, ModelChoice


def model_access() -> ModelAccess:
    """Return access to the installed packs; torch is not needed for any of it."""
    return ModelAccess(_installed, _import_pack)


def _installed() -> Sequence[ModelChoice]:
    return []


def _import_pack(path: Path) -> ModelChoice:
    raise NotImplementedError
