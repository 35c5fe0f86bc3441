"""How a crop lays its page, and what of that the program did by itself."""

from ecgdesk.core.geometry import Crop
from ecgdesk.core.sentence import Sentence, say

_FULL, _QUARTER = 4, 90


def quarter_turns(crop: Crop) -> int:
    """Return by how many quarters a crop turns its page clockwise, 0 to 3; what small turn there is aside."""
    return round(crop.rotation_deg / _QUARTER) % _FULL


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
