"""Every sentence of the rationale, once: this file is data, and all that a translator needs to see of it.

`{name}` is a class (with its short name where it is first named, then by that alone),
`{share}` and `{area}` are per cent, `{leads}` names of leads, `{values}` measurements.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ecgdesk.core.sentence import Sentence, template

Place = tuple[int, int]
"""Row (0 top, 1 middle, 2 bottom) and column (0 left, 1 centre, 2 right) of a third of the crop."""

TEMPLATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # What the model says; evidence: its calibrated probabilities.
        "unlike": template("Not sure. This page is unlike those the model was trained on."),
        "unread": template("Not sure. The leads were not read well enough for this model."),
        "sure": template("{name}, probability {probability}."),
        "sure, not calibrated": template("{name}, score {probability} (not calibrated)."),
        "unsure": template("Not sure. Possible: {classes}."),
        "coverage": template("Such a list is made to hold the right class for {share} of pages."),
        "over": template("Likely enough to be named: {classes}."),
        "none over": template("Not sure. No class is likely enough to be named."),
        "contradictory": template("Not sure. Normal and not normal at once: {classes}."),
        "listed": template("{name} {probability}"),
        "named": template("{name} ({short})"),
        # How often that was right; evidence: the test pages counted on the card.
        "record of class": template("Of {pages} test pages scored like this, {correct} were {name}."),
        "record": template("Of test pages of any class scored like this, {correct} of {pages} were right."),
        "precision": template("Of the pages called {name} in the test, {correct} of {pages} were right."),
        # Where the evidence lies; evidence: the heat map and the lead boxes.
        "leads": template("{leads}: {share} of the evidence for {name} on {area} of the crop."),
        "leads even": template("The evidence for {name} is spread over the leads; none stands out."),
        "leads, of no class": template("{leads}: {share} of the map on {area} of the crop."),
        "leads even, of no class": template("The map is spread over the leads; none stands out."),
        "of no class": template("The map is the same for every class: it is no evidence for one."),
        "strip": template("strip {lead}"),
        "unnamed strip": template("the strip"),
        "rest": template("{share} lies outside the named leads."),
        "two": template("{first} and {last}"),
        # Which part of the beat; evidence: the heat map, the traces and the measured intervals.
        "beat": template("On the leads, {share} falls on {part}, {time} of the time."),
        # Where leads are not known; evidence: the heat map alone.
        "no place": template("The heat map shows no place that speaks for {name}."),
        "spread": template("The evidence for {name} is spread over the whole crop."),
        "most": template("Most of the evidence for {name} ({share}) lies {place}."),
        "some": template("{share} of the evidence for {name} lies {place}."),
        "no place, of no class": template("The map shows no place that stands out."),
        "some, of no class": template("{share} of the map lies {place}."),
        # What was measured; evidence: the traces, and what was measured on the training pages.
        "measured": template("Measured: {values}."),
        "usual": template("Usual for {name}: {value} (8 of 10 training pages: {low} to {high})."),
        # What speaks against; evidence: as above.
        "against": template("Against it: {name}, {probability}."),
        "against, unusual": template("Against it: {value} (8 of 10 pages of {name}: {low} to {high})."),
        "against, outside": template("Against it: {share} of the evidence lies off the tracing."),
    }
)

PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "before": template("P wave and PR segment"),
        "qrs": template("QRS complexes"),
        "st": template("ST segment and T wave"),
        "between": template("the time between beats"),
    }
)
"""The parts of a beat."""

MEASURED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "heart_rate_bpm": template("{n} bpm"),
        "pr_ms": template("PR {n} ms"),
        "qrs_ms": template("QRS {n} ms"),
        "qtc_ms": template("QTc {n} ms"),
    }
)
"""Measurements by the names of their fields, in the order in which they are said."""

PLACES: Final[Mapping[Place, Sentence]] = MappingProxyType(
    {
        (row, column): Sentence(words)
        for (row, column), words in {
            (0, 0): template("at the top left"),
            (0, 1): template("at the top centre"),
            (0, 2): template("at the top right"),
            (1, 0): template("at the middle left"),
            (1, 1): template("in the centre"),
            (1, 2): template("at the middle right"),
            (2, 0): template("at the bottom left"),
            (2, 1): template("at the bottom centre"),
            (2, 2): template("at the bottom right"),
        }.items()
    }
)
