"""How a crop lays its page, and what of that the program did by itself."""

from dataclasses import replace

from ecgdesk.core.geometry import Crop, Size
from ecgdesk.core.sentence import Sentence, say

_FULL, _QUARTER = 4, 90


def quarter_turns(crop: Crop) -> int:
    """Return by how many quarters a crop turns its page clockwise, 0 to 3; what small turn there is aside."""
    return round(crop.rotation_deg / _QUARTER) % _FULL


def as_if_upright(crop: Crop, size: Size) -> tuple[Crop, Size]:
    """Return crop and page size as if the page, which has this size, had been loaded turned by the quarters.

    What small turn there was stays. Corners are left alone: a crop with corners stays as it is.
    """
    turns = quarter_turns(crop)
    if turns == 0 or crop.corners is not None:
        return crop, size
    left = crop.rotation_deg - _QUARTER * round(crop.rotation_deg / _QUARTER)
    return replace(crop, rotation_deg=left), size if turns % 2 == 0 else (size[1], size[0])


def done_by_itself(crop: Crop) -> tuple[Sentence, ...]:
    """Return a sentence for each thing that was done to a page without being asked, most noticed first.

    A crop that a person chose says nothing: how its page lies was seen and left.
    """
    if crop.origin == "user":
        return ()
    said = []
    turns = quarter_turns(crop)
    if turns == _FULL // 2:
        said.append(say("The page was upside down; it was turned."))
    elif turns:
        said.append(say("The page lay on its side; it was turned."))
    if crop.corners is not None:
        said.append(say("The page was straightened from the photograph."))
    return tuple(said)
