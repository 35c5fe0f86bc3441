"""What a pack says of simulated pages whose class is known, with its map: right and wrong cases for its page.

No page of a patient can be shown, so these are drawn by the renderer in the look of the training pages. They
say where a model looks, not how good it is: a simulated page is only as like a real one as its drawing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from ecgdesk.explain.methods import one_pass
from ecgdesk.models.loaded import LoadedModel
from ecgdesk.models.predict import predict, with_novelty
from ecgdesk.models.preprocess import normalise
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.simulate import SPECS, simulate
from training.mistake_maps import METHOD, drawn
from training.seeing import seen

LOOK: Final = "edan-like"
SEEDS: Final = range(20)
DRAWN: Final = {
    "MI": "anterior-mi", "HMI": "old-inferior-mi", "AHB": "tachycardia-pvc", "Normal": "normal",
}  # fmt: skip
"""Which simulated finding stands for a class, by the ids of the cardiac set."""

Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A simulated page: its seed, its class, the class answered, and what the network saw of it.

    `marked` says that the page was called unlike the training pages, so that no class would be stated;
    `shape` is width over height of the picture on the page.
    """

    seed: int
    truth: str
    answer: str
    probability: float
    marked: bool
    picture: Picture
    shape: float = 1.0

    @property
    def is_right(self) -> bool:
        """Whether the most probable class is the one that was drawn."""
        return self.answer == self.truth


def cases_of(model: LoadedModel, seeds: range = SEEDS) -> list[Case]:
    """Return the answers to pages of each class that can be drawn; none for several a page or no maps."""
    if METHOD not in model.architecture.methods or model.card.multi_label:
        return []
    classes = [item.id for item in model.card.classes if item.id in DRAWN]
    return [_case(model, name, seed) for name in classes for seed in seeds]


def shown(cases: list[Case]) -> Iterator[Case]:
    """Yield the first right and the first wrong case of each class."""
    for truth in dict.fromkeys(case.truth for case in cases):
        own = [case for case in cases if case.truth == truth]
        for right in (True, False):
            yield from [case for case in own if case.is_right == right][:1]


def with_map(model: LoadedModel, case: Case) -> Picture:
    """Return what the network saw of a case (RGB) with the map of its answer laid over it."""
    settings = model.card.preprocessing
    views = normalise(case.picture, settings)[None]
    target = [item.id for item in model.card.classes].index(case.answer)
    grid = one_pass(METHOD, model.network, model.architecture).attribute(torch.from_numpy(views), target)[0]
    return drawn(
        case.picture, np.asarray(grid.detach().float().cpu().numpy(), dtype=np.float32), settings, case.shape
    )


def _case(model: LoadedModel, truth: str, seed: int) -> Case:
    pixels, settings = _page(DRAWN[truth], seed), model.card.preprocessing
    crop = propose_crop(pixels, settings.crop_policy)
    picture = seen(pixels, crop, settings)
    with model.watching() as watch:
        logits = model.run(normalise(picture, settings)[None])[0]
    prediction = with_novelty(predict(logits, model.card), watch.novelty)
    answer, probability = max(prediction.probabilities.items(), key=lambda item: item[1])
    shape = crop.rect.width / crop.rect.height
    return Case(seed, truth, answer, probability, prediction.unlike_training, picture, shape)


def _page(spec: str, seed: int) -> Picture:
    return render(simulate(SPECS[spec], seed=seed), PRESETS[LOOK]).pixels
