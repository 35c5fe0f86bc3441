"""From a recording to pages: ten seconds each, drawn as a recorder prints them."""

import math
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.sentence import say
from ecgdesk.reading.render import render
from ecgdesk.reading.render_options import RenderOptions
from ecgdesk.reading.render_signal import Signal

SECONDS: Final = 10.0
MOST_PAGES: Final = 360
"""An hour; of a longer recording the first hour is shown."""
_SHORTEST_S: Final = 2.5
_LOOK: Final = replace(RenderOptions(), caption=None)


def page_count(signal: Signal) -> int:
    """Return how many pages a recording makes: of ten seconds each, the last of a quarter at least."""
    whole, rest = divmod(signal.seconds + 1 / signal.hz, SECONDS)
    return int(min(MOST_PAGES, max(1, whole + (rest >= _SHORTEST_S))))


def drawn_page(signal: Signal, number: int, file: str) -> NDArray[np.uint8]:
    """Return one page, RGB; a level that drifts is taken out. Raises UnreadableFileError for a short one."""
    first = round((number - 1) * SECONDS * signal.hz)
    part = signal.millivolts[:, first : first + math.ceil(SECONDS * signal.hz)]
    if part.shape[1] < _SHORTEST_S * signal.hz:
        raise UnreadableFileError(
            say("{file} holds less than {seconds} seconds.", file=file, seconds=_SHORTEST_S),
            "A page needs a longer recording.",
        )
    level = np.median(part, axis=1, keepdims=True)
    pixels = render(Signal((part - level).astype(np.float32), signal.hz, signal.leads), _LOOK).pixels
    pixels.setflags(write=False)
    return pixels
