"""From a look at a page to its heat map on the page, with what it cost."""

import time
from dataclasses import dataclass

from ecgdesk.core.analysis import AnalysisRequest, Caution, Explanation
from ecgdesk.core.errors import CancelledError, EcgdeskError
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.methods import METHODS, OCCLUSION
from ecgdesk.core.tracing import PageReading
from ecgdesk.engine.vision import Sight, Terms


@dataclass(frozen=True, slots=True)
class Drawing:
    """An explanation, or why there is none; the class stays good either way."""

    explanation: Explanation | None = None
    trouble: tuple[Caution, ...] = ()


def needs_leads(request: AnalysisRequest) -> bool:
    """Return whether the heat map follows the leads, so that they are read first."""
    return request.method == OCCLUSION


def is_slow(request: AnalysisRequest) -> bool:
    """Return whether the class should not wait for its heat map."""
    method = METHODS.get(request.method or "")
    return method is not None and not method.one_pass


def drawn(request: AnalysisRequest, crop: Crop | None, sight: Sight, terms: Terms) -> Drawing:
    """Return the drawing that a request asks for; raises CancelledError from the terms' poll."""
    if request.method is None or crop is None:
        return Drawing()
    target = request.target or sight.prediction.ranked[0][0]
    x0, y0, x1, y1 = crop.rect.rounded()
    started = time.perf_counter()
    try:
        found = sight.heat(target, (x1 - x0, y1 - y0), terms)
    except CancelledError:
        raise
    except EcgdeskError as error:
        return Drawing(None, (Caution(error.code, error.problem, error.advice),))
    cost = {"passes": float(found.passes), "ms": (time.perf_counter() - started) * 1000}
    return Drawing(
        Explanation(
            request.method, found.layer, target, found.heat, crop.rect, peak=found.peak, cost=cost,
            layers=found.layers,
        )
    )  # fmt: skip


def leads_in(reading: PageReading, crop: Crop) -> tuple[Rect, ...]:
    """Return the boxes of the leads in pixels of the crop."""
    return tuple(lead.box.moved(-crop.rect.x0, -crop.rect.y0) for lead in reading.leads)
