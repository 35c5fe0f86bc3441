"""Findings about shortcuts: what the doctor measures with `training.checkup.shortcuts`, in sentences."""

from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.findings import Finding, FindingCode, Progress, Remedy, RemedyKind, Severity
from ecgdesk.core.sentence import Sentence, say
from training.checkup.facts import PageFacts
from training.checkup.readable import EXAMPLES
from training.checkup.scan import Scan
from training.checkup.shortcuts import Guess, Labels, enough, guessed, of_numbers, of_pictures, pixel_kernel
from training.checkup.units import chosen_pages, names_of, units

STAGE: Final = "looking for shortcuts"
_MOST_PAGES: Final = 1500
"""More pages make the answer surer, not different: of larger sets so many are drawn."""
_MARGIN_SIZE: Final = (192, 136)
_PRINTED: Final = "printed"
"""How a column begins that holds a number printed on the page."""

Numbers = NDArray[np.float64]

FILE_FACTS: Final[Mapping[str, Callable[[PageFacts], tuple[float, ...]]]] = {
    "file size": lambda facts: (float(np.log(facts.file_bytes)),),
    "JPEG quality": lambda facts: (facts.quality,),
    "page size": lambda facts: (float(facts.width), float(facts.height), facts.dpi),
}
"""What a file tells without its picture, by its name."""


def giveaways(
    scan: Scan, poll: Callable[[], None] = lambda: None
) -> Generator[Progress | Finding, None, None]:
    """Measure what gives the class away; one page of each near set takes part."""
    pages = _some(chosen_pages(scan))
    labels = np.unique([scan.source.files[page].label for page in pages], return_inverse=True)[1]
    groups = units(scan)[pages]
    if len(np.unique(labels)) < 2 or not enough(labels, groups):
        return
    columns = _printed_columns(scan)
    steps = 1 + len(FILE_FACTS) + len(columns)
    yield Progress(STAGE, 0, steps)
    margins = guessed(pixel_kernel(_margins(scan, pages)), labels, groups, of_pictures, poll)
    if margins.gives_away:
        yield _by_margins(scan, pages, margins)
    yield Progress(STAGE, 1, steps)
    yield from _by_files(scan, pages, labels, groups, poll, steps)
    for done, column in enumerate(columns, 2 + len(FILE_FACTS)):
        numbers = np.array([[_number(scan.source.files[page].row[column])] for page in pages])
        found = guessed(numbers, labels, groups, of_numbers, poll)
        if found.gives_away:
            yield _by_number(column, found)
        yield Progress(STAGE, done, steps)


def _by_margins(scan: Scan, pages: Labels, guess: Guess) -> Finding:
    remedy = Remedy(
        RemedyKind.RECIPE, say("Crop to the tracing"),
        say("The network sees the tracing alone; header, footer and margins are cut away before."),
        settings={"preprocessing.crop_policy": "tracing"},
    )  # fmt: skip
    sentence = say(
        "The margins alone, the tracing painted over, tell the class with a balanced accuracy of {value:.2f} "
        "({low:.2f} to {high:.2f}); chance gives {fair:.2f}.",
        value=guess.value, low=guess.low, high=guess.high, fair=guess.fair,
    )  # fmt: skip
    examples = names_of(scan, pages[:EXAMPLES])
    return _finding(FindingCode.SHORTCUT_MARGINS, guess, sentence, remedy, examples)


def _by_files(
    scan: Scan, pages: Labels, labels: Labels, groups: Labels, poll: Callable[[], None], steps: int
) -> Iterator[Progress | Finding]:
    facts = [scan.facts[page] for page in pages]
    found: dict[str, Guess] = {}
    for done, (name, read) in enumerate(FILE_FACTS.items(), 2):
        found[name] = guessed(np.array([read(item) for item in facts]), labels, groups, of_numbers, poll)
        yield Progress(STAGE, done, steps)
    telling = {name: guess for name, guess in found.items() if guess.gives_away}
    if telling:
        best = max(telling, key=lambda name: telling[name].value)
        yield _by_file(best, telling[best], {name: round(guess.value, 4) for name, guess in found.items()})


def _by_file(name: str, guess: Guess, values: Mapping[str, float]) -> Finding:
    remedy = Remedy(
        RemedyKind.RECIPE, say("Train on worsened copies too"),
        say("Copies of each page with other resolution, coding and light, so that these tell nothing."),
        settings={"degrade.variants": 4},
    )  # fmt: skip
    sentence = say(
        "The {what} alone, without looking at the page, tells the class with a balanced accuracy of "
        "{value:.2f} ({low:.2f} to {high:.2f}); chance gives {fair:.2f}.",
        what=name, value=guess.value, low=guess.low, high=guess.high, fair=guess.fair,
    )  # fmt: skip
    return _finding(FindingCode.SHORTCUT_FILES, guess, sentence, remedy, (), values)


def _by_number(column: str, guess: Guess) -> Finding:
    remedy = Remedy(
        RemedyKind.RECIPE, say("Report it beside the figures"),
        say("A tree on {column} alone becomes a baseline in the report and on the card.", column=column),
        settings={"data.single_number_column": column},
    )  # fmt: skip
    sentence = say(
        "{column} alone tells the class with a balanced accuracy of {value:.2f} ({low:.2f} to {high:.2f}); "
        "chance gives {fair:.2f}. A page that shows it gives that much away.",
        column=column, value=guess.value, low=guess.low, high=guess.high, fair=guess.fair,
    )  # fmt: skip
    return _finding(FindingCode.SHORTCUT_PRINTED, guess, sentence, remedy, (), {"column": column})


def _finding(
    code: FindingCode, guess: Guess, sentence: Sentence, remedy: Remedy, examples: tuple[str, ...],
    facts: Mapping[str, float | str] | None = None,
) -> Finding:  # fmt: skip
    return Finding(
        code, Severity.WARNS, round(guess.value, 4), sentence, examples, (remedy,),
        low=round(guess.low, 4), high=round(guess.high, 4),
        facts={"chance": round(guess.fair, 4), "dealt_anew": round(guess.chance, 4), **(facts or {})},
    )  # fmt: skip


def _some(pages: Labels) -> Labels:
    if len(pages) <= _MOST_PAGES:
        return pages
    return np.sort(np.random.default_rng(0).permutation(pages)[:_MOST_PAGES])


def _margins(scan: Scan, pages: Labels) -> NDArray[np.float32]:
    """Return what is around the tracing of each page (N, pixels) in [0, 1]."""
    small = [
        cv2.resize(scan.facts[page].margins, _MARGIN_SIZE, interpolation=cv2.INTER_AREA) for page in pages
    ]
    return np.stack(small).reshape(len(pages), -1).astype(np.float32) / np.float32(255)


def _printed_columns(scan: Scan) -> list[str]:
    """Return the columns of numbers that are printed on the pages, by their names."""
    row = scan.source.files[0].row
    return [
        column
        for column in row
        if column.lower().startswith(_PRINTED) and all(_is_number(f.row[column]) for f in scan.source.files)
    ]


def _is_number(text: str) -> bool:
    try:
        float(text or 0)
    except ValueError:
        return False
    return True


def _number(text: str) -> float:
    return float(text) if text else -1.0
