"""What a network is given of a loaded page: the pixels of its crop, or the traces read from it."""

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Crop
from ecgdesk.models.preprocess import normalise, to_picture
from ecgdesk.models.trace_picture import trace_picture
from ecgdesk.reading.read_page import read_page
from ecgdesk.reading.straighten import cut


def seen(pixels: NDArray[np.uint8], crop: Crop, settings: Preprocessing) -> NDArray[np.uint8]:
    """Return what the network sees of a crop of a page, (height, width, channels) uint8."""
    if settings.reads_leads:
        return trace_picture(read_page(pixels, crop), settings, crop.rect).picture
    return to_picture(cut(pixels, crop), settings)


def inputs_of(pixels: NDArray[np.uint8], crop: Crop, settings: Preprocessing) -> NDArray[np.float32]:
    """Return the network's input of a crop of a page, (channels, height, width)."""
    return inputs_and_doubt(pixels, crop, settings)[0]


def inputs_and_doubt(
    pixels: NDArray[np.uint8], crop: Crop, settings: Preprocessing
) -> tuple[NDArray[np.float32], str]:
    """Return the network's input and why leads in it were not read well enough, "" where they were."""
    if settings.reads_leads:
        traces = trace_picture(read_page(pixels, crop), settings, crop.rect)
        return normalise(traces.picture, settings), traces.doubt
    return normalise(seen(pixels, crop, settings), settings), ""
