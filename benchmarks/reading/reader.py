"""A page read as the program reads it: the crop is proposed, nothing is given."""

from ecgdesk.core.geometry import Crop
from ecgdesk.core.tracing import PageReading
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.ink import Pixels
from ecgdesk.reading.read_page import read_page


def read(pixels: Pixels) -> tuple[PageReading, Crop]:
    """Return what is read of a page, and the crop that was proposed for it."""
    crop = propose_crop(pixels)
    return read_page(pixels, crop), crop
