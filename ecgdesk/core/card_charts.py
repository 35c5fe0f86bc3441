"""What a card shows as pictures: ROC curves and mean heat maps of held-out pages. Holds no page."""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, field_validator, model_validator

from ecgdesk.core.strict import Strict

_LARGEST = 1024
_LONGEST_SIDE = 4
_MOST_POINTS = 1000

Share = Annotated[float, Field(ge=0, le=1)]


class RocCurve(Strict):
    """One class against the rest on held-out pages: (1 - specificity, sensitivity) from (0, 0) to (1, 1).

    `pages` are those of the class, each counted once; `others` all the rest.
    """

    name: str
    auroc: float = Field(ge=0, le=1)
    pages: int = Field(ge=0)
    others: int = Field(ge=0)
    points: tuple[tuple[Share, Share], ...] = Field(min_length=2, max_length=_MOST_POINTS)

    @model_validator(mode="after")
    def _from_end_to_end(self) -> "RocCurve":
        if self.points[0] != (0.0, 0.0) or self.points[-1] != (1.0, 1.0):
            raise ValueError("points must begin at (0, 0) and end at (1, 1)")
        return self


class Levels(Strict):
    """A small grey picture of bytes, row by row, in base64."""

    rows: int = Field(gt=0, le=_LARGEST)
    columns: int = Field(gt=0, le=_LARGEST)
    data: str

    @field_validator("data")
    @classmethod
    def _decodes(cls, data: str) -> str:
        try:
            b64decode(data, validate=True)
        except Base64Error as error:
            raise ValueError("data must be base64") from error
        return data

    @model_validator(mode="after")
    def _one_byte_each(self) -> "Levels":
        if max(self.rows, self.columns) > _LONGEST_SIDE * min(self.rows, self.columns):
            raise ValueError(f"a picture may be at most {_LONGEST_SIDE} times as long as it is wide")
        if len(b64decode(self.data)) != self.rows * self.columns:
            raise ValueError(f"data must hold {self.rows} × {self.columns} bytes")
        return self

    @classmethod
    def of(cls, values: NDArray[np.uint8]) -> "Levels":
        """Return the record of a picture (rows, columns)."""
        rows, columns = values.shape
        return cls(rows=rows, columns=columns, data=b64encode(values.tobytes()).decode("ascii"))

    def array(self) -> NDArray[np.uint8]:
        """Return the picture (rows, columns)."""
        return np.frombuffer(b64decode(self.data), dtype=np.uint8).reshape(self.rows, self.columns)


class MeanMap(Strict):
    """Where the network looked, on average, on the pages of a class that it answered rightly, or wrongly.

    Of a card with several classes a page, on pages that it named the class of, rightly or wrongly.
    `pages` are those the map is a mean of; `heat` is 255 where the maps of all of them have their maximum.
    """

    name: str
    right: bool
    pages: int = Field(gt=0)
    heat: Levels


class MeanMaps(Strict):
    """Mean maps, and what they are laid over (255 is paper): the mean page, or names of leads beside bars."""

    method: str
    paper: Levels
    maps: tuple[MeanMap, ...] = Field(min_length=1)
    protocol: str
