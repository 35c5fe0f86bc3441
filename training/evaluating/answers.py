"""What a model says of labelled pages, read and cropped as the application does it."""

import hashlib
import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Prediction, Trust
from ecgdesk.core.card import Preprocessing
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.evaluation import LeftOut
from ecgdesk.core.findings import Progress
from ecgdesk.core.page import PageRef
from ecgdesk.core.sentence import say
from ecgdesk.models.loaded import LoadedModel
from ecgdesk.models.predict import predict, with_novelty
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from ecgdesk.reading.quality import judge
from ecgdesk.reading.source import opened
from training.checkup.sources import Listed
from training.seeing import inputs_and_doubt

STAGE: Final = "analysing pages"
_AT_ONCE: Final = 64


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A page as the network takes it, or why it has no part.

    `unread` says why leads of it were not read well enough, if so.
    """

    sha256: str = ""
    left_out: LeftOut | None = None
    inputs: NDArray[np.float32] | None = None
    trust: str = ""
    kind: str = ""
    pixels: int = 0
    unread: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A model's answer to one page: `logits` (classes) as they are, `said` as the program would say it."""

    file: Listed
    logits: NDArray[np.float64]
    said: Prediction
    page: Read


def answers(
    model: LoadedModel, files: Sequence[Listed], poll: Callable[[], None] = lambda: None
) -> Generator[Progress, None, tuple[list[Answer], list[LeftOut]]]:
    """Show every page to a model once; yields progress, returns answers and what was left out, in order.

    Of files with the same bytes the first counts alone. `poll` may raise to end the work.
    """
    found: list[Answer] = []
    left: list[LeftOut] = []
    seen: dict[str, str] = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for start in range(0, len(files), _AT_ONCE):  # read ahead, but never hold thousands of pictures
            some = files[start : start + _AT_ONCE]
            reading = [pool.submit(_read, file, model.card.preprocessing) for file in some]
            try:
                for done, (file, future) in enumerate(zip(some, reading, strict=True), start):
                    poll()
                    yield Progress(STAGE, done, len(files))
                    _take(model, file, future.result(), seen, found, left)
            finally:
                for future in reading:
                    future.cancel()
    yield Progress(STAGE, len(files), len(files))
    return found, left


def _take(
    model: LoadedModel, file: Listed, page: Read, seen: dict[str, str], found: list[Answer],
    left: list[LeftOut],
) -> None:  # fmt: skip
    if page.sha256 in seen:
        reason = say("A copy of {file}.", file=seen[page.sha256])
        left.append(LeftOut(file=file.name, kind="copy", reason=reason))
    elif page.left_out is not None:
        left.append(page.left_out)
    else:
        seen[page.sha256] = file.name
        found.append(_answer(model, file, page))


def _answer(model: LoadedModel, file: Listed, page: Read) -> Answer:
    assert page.inputs is not None
    with model.watching() as watch:
        logits = model.run(page.inputs[None])[0]
    said = with_novelty(predict(logits, model.card), watch.novelty, page.unread)
    kept = Read(page.sha256, None, None, page.trust, page.kind, page.pixels)
    return Answer(file, np.asarray(logits, dtype=np.float64), said, kept)


def _read(file: Listed, settings: Preprocessing) -> Read:
    try:
        with opened(file.path) as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        page = load(PageRef(file.path))
    except EcgdeskError as error:
        return Read(left_out=LeftOut(file=file.name, kind="unreadable", reason=error.problem))
    crop = propose_crop(page.pixels, settings.crop_policy)
    verdict = judge(page.pixels, crop)
    if verdict.trust is Trust.REFUSED:
        why = " ".join(caution.problem for caution in verdict.cautions)
        return Read(left_out=LeftOut(file=file.name, kind="refused", reason=why))
    inputs, unread = inputs_and_doubt(page.pixels, crop, settings)
    size = page.pixels.shape[0] * page.pixels.shape[1]
    kind = file.path.suffix.lower().lstrip(".")
    return Read(sha256, None, inputs, str(verdict.trust), kind, size, unread)
