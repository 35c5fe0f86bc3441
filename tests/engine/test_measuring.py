"""What the third stage reads: traces and measurements of one reading, also with something set by hand."""

import numpy as np
import pytest

from ecgdesk.core.errors import CancelledError
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.tracing import Given, PageReading, Scale
from ecgdesk.engine.measuring import ReadAndMeasure
from ecgdesk.engine.pages import Pixels
from ecgdesk.engine.stages import Poll, nobody_asks
from ecgdesk.reading.simulate import simulate
from tests.reading.made_traces import read

CROP = Crop(Rect(0, 0, 10, 10))
PIXELS = np.zeros((10, 10, 3), np.uint8)


def test_measurements_are_of_the_reading_they_come_with() -> None:
    made = read(simulate(seed=1))
    reading, measured = ReadAndMeasure(lambda *_: made)(PIXELS, CROP, nobody_asks)
    assert reading is made
    assert measured.heart_rate_bpm == pytest.approx(72, abs=3)


def test_what_was_set_by_hand_reaches_the_reader() -> None:
    seen: list[Given] = []

    def reader(pixels: Pixels, crop: Crop, poll: Poll, given: Given = Given()) -> PageReading:  # noqa: B008
        seen.append(given)
        return PageReading(reasons={"traces": "None."})

    by_hand = Given(scale=Scale(4.0, 4.0, 1.0, "user"))
    measured = ReadAndMeasure(reader)(PIXELS, CROP, nobody_asks, by_hand)[1]
    assert seen == [by_hand]
    assert measured.reasons["heart_rate_bpm"] == "None."


def test_nothing_is_measured_that_nobody_wants() -> None:
    def cancel() -> None:
        raise CancelledError("cancelled")

    with pytest.raises(CancelledError):
        ReadAndMeasure(lambda *_: PageReading())(PIXELS, CROP, cancel)
