"""Every sentence of the rationale, in one place, ready for translation. Only words here, no rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

Place = tuple[int, int]
"""Row (0 top, 1 middle, 2 bottom) and column (0 left, 1 centre, 2 right) of a third of the crop."""


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language; `{name}` is a class, shares and probabilities come formatted."""

    label: str
    label_uncalibrated: str
    track_record: str
    unlike: str
    unsure: str
    coverage: str
    labels: str
    no_labels: str
    class_and_probability: str
    mostly_at: str
    strongest_at: str
    spread: str
    nothing: str
    against: str
    list_separator: str
    places: Mapping[Place, str]


ENGLISH: Final = Words(
    label="{name}, probability {probability}.",
    label_uncalibrated="{name}, score {probability} (not calibrated).",
    track_record="Of the model's test pages scored like this, {correct} of {pages} were right.",
    unlike="Not sure. This page is unlike those the model was trained on.",
    unsure="Not sure. Possible: {classes}.",
    coverage="Such a list is made to hold the right class for {share} of pages.",
    labels="Over their thresholds: {classes}.",
    no_labels="Not sure. No class is over its threshold.",
    class_and_probability="{name} {probability}",
    mostly_at="Most of the evidence for {name} ({share}) lies {place}.",
    strongest_at="{share} of the evidence for {name} lies {place}.",
    spread="The evidence for {name} is spread over the whole crop.",
    nothing="The heat map shows no place that speaks for {name}.",
    against="Against it: {name}, {probability}.",
    list_separator=", ",
    places=MappingProxyType(
        {
            (0, 0): "at the top left", (0, 1): "at the top centre", (0, 2): "at the top right",
            (1, 0): "at the middle left", (1, 1): "in the centre", (1, 2): "at the middle right",
            (2, 0): "at the bottom left", (2, 1): "at the bottom centre", (2, 2): "at the bottom right",
        }
    ),
)  # fmt: skip
