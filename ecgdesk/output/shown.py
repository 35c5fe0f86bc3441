"""What a heat map on paper shows, in words: what made it, and what the ends of its scale mean."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Analysis
from ecgdesk.core.heat import HeatView, is_difference, second_map
from ecgdesk.core.methods import METHODS, method_name
from ecgdesk.core.sentence import Sentence, joined, say, verbatim

Picture = NDArray[np.uint8]

LITTLE_EVIDENCE: Final = say("little evidence")


@dataclass(frozen=True, slots=True, eq=False)
class Titled:
    """One picture of several, and what made its heat map."""

    picture: Picture
    title: Sentence


def is_apart(analysis: Analysis, view: HeatView) -> bool:
    """Return whether the difference of two maps is shown."""
    other = second_map(analysis, view)
    return other is not None and view.second is not None and is_difference(analysis, view.second)


def is_beside(analysis: Analysis, view: HeatView) -> bool:
    """Return whether two pictures stand beside each other."""
    return second_map(analysis, view) is not None and not is_apart(analysis, view)


def map_title(analysis: Analysis, *, with_model: bool = True) -> Sentence:
    """Return what made a heat map: method, class (or layer of an activation map) and model."""
    explanation = analysis.explanation
    if explanation is None:
        return joined(())
    method = METHODS.get(explanation.method)
    of_class = method is None or method.per_class
    of_what = target_name(analysis) if of_class else verbatim(explanation.layer)
    model = verbatim(analysis.model.name) if analysis.model and with_model else ""
    return joined((verbatim(method_name(explanation.method)), of_what, model), " · ")


def target_name(analysis: Analysis) -> Sentence:
    """Return the name of the class that is explained."""
    target = analysis.explanation.target if analysis.explanation else ""
    return verbatim(analysis.model.classes.get(target, target) if analysis.model else target)


def scale_words(analysis: Analysis, view: HeatView) -> tuple[Sentence, Sentence]:
    """Return what the left and the right end of the scale mean."""
    if view.second is not None and is_apart(analysis, view):
        return _more(target_name(view.second)), _more(target_name(analysis))
    method = METHODS.get(analysis.explanation.method) if analysis.explanation else None
    if method is not None and not method.per_class:
        return say("weak"), say("strong, whatever the class")
    name = target_name(analysis)
    if analysis.prediction is not None and analysis.prediction.unlike_training:
        return say("little"), say("much for {name}, if the page were of the model's kind", name=name)
    return LITTLE_EVIDENCE, say("much evidence for {name}", name=name)


def _more(name: Sentence) -> Sentence:
    return say("more for {name}", name=name)
