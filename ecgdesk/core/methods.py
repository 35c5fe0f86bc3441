"""The attribution methods by id: pure data, for whoever offers, names or records one."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ecgdesk.core.sentence import say


@dataclass(frozen=True, slots=True)
class Method:
    """A way to explain a class.

    `one_pass` methods get their map out of the pass that gives the class. `per_class` False: the map is the
    same whichever class is asked about. `on_pixels` methods give one value for each pixel of the network's
    input, the others one for each cell of a layer's grid. `fine` ones tell the parts of a beat apart: a cell
    of a layer's grid is usually half a second wide. `source` is the paper.
    """

    id: str
    name: str
    description: str
    source: str
    one_pass: bool = False
    per_class: bool = True
    on_pixels: bool = False
    fine: bool = False
    expert: bool = False


GRADCAM: Final = "gradcam"
ROLLOUT: Final = "rollout"
OCCLUSION: Final = "occlusion"
ACTIVATION: Final = "activation"

_ALL: Final = (
    Method(
        GRADCAM, say("Grad-CAM"),
        say("Where the last features speak for the class, by their mean gradient."),
        "Selvaraju et al. 2017, arXiv 1610.02391", one_pass=True,
    ),
    Method(
        "gradcam-pp", say("Grad-CAM++"),
        say("As Grad-CAM, with the gradient weighed place by place: finds more than one hot place."),
        "Chattopadhay et al. 2018, arXiv 1710.11063", one_pass=True,
    ),
    Method(
        "layercam", say("LayerCAM"), say("Features weighed by their own positive gradient at each place."),
        "Jiang et al. 2021, doi 10.1109/TIP.2021.3089943", one_pass=True,
    ),
    Method(
        "ig-white", say("Integrated Gradients, from white paper"),
        say("What each pixel adds on the way from blank paper to the page."),
        "Sundararajan et al. 2017, arXiv 1703.01365", on_pixels=True, fine=True,
    ),
    Method(
        "ig-zero", say("Integrated Gradients, from zero"),
        say("What each pixel adds on the way from an input of zeros (mean grey) to the page."),
        "Sundararajan et al. 2017, arXiv 1703.01365", on_pixels=True, fine=True,
    ),
    Method(
        OCCLUSION, say("Occlusion"),
        say("How much the class loses when a piece of a lead is painted over."),
        "Zeiler and Fergus 2014, arXiv 1311.2901", on_pixels=True,
    ),
    Method(
        ROLLOUT, say("Attention roll-out"),
        say("Which patches the answer attends to, through all blocks; the same for every class."),
        "Abnar and Zuidema 2020, arXiv 2005.00928", per_class=False,
    ),
    Method(
        ACTIVATION, say("Activation map"),
        say("How strongly a layer answers at each place; the same for every class."),
        "Majid et al. 2026", per_class=False, expert=True,
    ),
)  # fmt: skip

METHODS: Final[Mapping[str, Method]] = MappingProxyType({method.id: method for method in _ALL})

EVERY_NETWORK: Final = tuple(m.id for m in _ALL if m.id != ROLLOUT)
"""What works for any network with a layer to explain; attention roll-out needs attention over patches."""

WITH_ATTENTION: Final = tuple(METHODS)

READING_LEADS: Final = ("layercam", "ig-zero", OCCLUSION, ACTIVATION)
"""For networks given leads. The explained layer is the filter bank that all leads share: Grad-CAM weighs a
filter by its mean over all leads, which tells none of them, and Grad-CAM++ gives nearly the same map for
weights drawn by lot (rank correlation 0.93 to 0.96). Blank paper is a flat trace, that is, zero."""


def method_name(method_id: str) -> str:
    """Return a method's name for people; an unknown one is called by its id."""
    return METHODS[method_id].name if method_id in METHODS else method_id
