"""Stage 3's reading: a crop's leads and traces, and what is measured on them."""

from dataclasses import dataclass
from typing import Final

from ecgdesk.core.analysis import Measurements
from ecgdesk.core.geometry import Crop
from ecgdesk.core.tracing import Given, PageReading
from ecgdesk.engine.pages import Pixels
from ecgdesk.engine.reading_once import ReadTraces
from ecgdesk.engine.stages import Poll
from ecgdesk.reading.measure import measure

_NOTHING_GIVEN: Final = Given()


@dataclass(frozen=True, slots=True)
class ReadAndMeasure:
    """Callable: crop → reading and measurements; `read` may keep what it read for others."""

    read: ReadTraces

    def __call__(
        self, pixels: Pixels, crop: Crop, poll: Poll, given: Given = _NOTHING_GIVEN
    ) -> tuple[PageReading, Measurements]:
        """Return both; raises what `poll` raises."""
        more = (given,) if given else ()
        reading = self.read(pixels, crop, poll, *more)
        poll()
        return reading, measure(reading, poll)
