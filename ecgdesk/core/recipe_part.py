"""What every section of a recipe is made of."""

from pydantic import BaseModel, ConfigDict

Range = tuple[float, float]


class Part(BaseModel):
    """A section of a recipe that refuses unknown fields and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=())
