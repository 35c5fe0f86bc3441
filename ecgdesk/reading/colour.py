"""From any of Pillow's pixel forms to 8-bit RGB on white paper."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.sentence import say

_WHITE = (255, 255, 255)
_BITS_PER_SAMPLE, _PHOTOMETRIC, _WHITE_IS_ZERO = 258, 262, 0
_DEEP = ("I", "F")


def to_rgb(image: Image.Image, name: str) -> NDArray[np.uint8]:
    """Return the decoded picture as RGB, uint8, (height, width, 3), contiguous and read-only.

    Transparency shows white paper; 16-bit grey keeps its high byte. Raises UnreadableFileError for 32-bit
    and floating-point grey, which have no agreed white.
    """
    if image.mode in _DEEP:
        raise UnreadableFileError(
            say(
                "{file} stores its grey values in a form that has no fixed white ({mode}).",
                file=name,
                mode=image.mode,
            ),
            "Save it again as an 8-bit PNG or TIFF.",
        )
    if image.mode.startswith("I;16"):
        pixels = _from_16_bit(image)
    else:
        pixels = np.ascontiguousarray(_flattened(image), dtype=np.uint8)
    pixels.setflags(write=False)
    return pixels


def _flattened(image: Image.Image) -> Image.Image:
    if image.mode in ("La", "RGBa"):
        image = image.convert("RGBA" if image.mode == "RGBa" else "LA")
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    layered = image.convert("RGBA")
    paper = Image.new("RGB", image.size, _WHITE)
    paper.paste(layered, mask=layered.getchannel("A"))
    return paper


def _from_16_bit(image: Image.Image) -> NDArray[np.uint8]:
    # Pillow's own conversion clips to 255 and turns the page white.
    tags = getattr(image, "tag_v2", {})
    bits = int(tags.get(_BITS_PER_SAMPLE, (16,))[0])
    grey = (np.asarray(image) >> (bits - 8)).astype(np.uint8)
    if tags.get(_PHOTOMETRIC) == _WHITE_IS_ZERO:
        grey = 255 - grey
    return np.repeat(grey[:, :, None], 3, axis=2)
