"""A loaded ECG picture and where it came from."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ecgdesk.core.geometry import Size

if TYPE_CHECKING:  # the window shows before numpy is imported
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, order=True)
class PageRef:
    """One page of one file; `number` counts from 1."""

    path: Path
    number: int = 1

    @property
    def title(self) -> str:
        """The file's name, with the page number where there is more than one."""
        return self.path.name if self.number == 1 else f"{self.path.name} p.{self.number}"


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A decoded page: RGB, 8 bit, upright as its file says.

    `pixels` has shape (height, width, 3); `dpi` is what the file claims, if it does; `sha256` is of the
    file's bytes; `page_count` is how many pages the file holds.
    """

    ref: PageRef
    pixels: "NDArray[np.uint8]"
    page_count: int
    sha256: str
    dpi: float | None = None

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return self.pixels.shape[1], self.pixels.shape[0]
