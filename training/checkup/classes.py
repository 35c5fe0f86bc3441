"""Findings about classes: how many pages each has, and how uneven that is."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ecgdesk.core.findings import Finding, FindingCode, Remedy, RemedyKind, Severity
from ecgdesk.core.sentence import say, say_count
from training.checkup.scan import Scan
from training.checkup.units import names_of

_UNEVEN: Final = 3.0
"""From this ratio of the largest class to the smallest on, a network may do well by passing the rare over."""
FEW_PAGES: Final = 30
"""A share of so few pages has a 95 % interval of about ±0.18 at worst."""


def per_class(scan: Scan) -> dict[str, int]:
    """Return how many distinct readable pages each class has, all classes of the data among them."""
    counts = Counter(scan.source.files[position].label for position in scan.distinct)
    return {name: counts[name] for name in scan.source.classes}


def classes(scan: Scan) -> Iterator[Finding]:
    """Yield what classes there are, and a finding where they are uneven."""
    counts = per_class(scan)
    yield Finding(
        FindingCode.CLASSES, Severity.NOTES, len(counts),
        say_count(
            "{n} class: {counts} (distinct readable pages).",
            "{n} classes: {counts} (distinct readable pages).",
            n=len(counts), counts=", ".join(f"{name} {count}" for name, count in counts.items()),
        ),
        facts=dict(counts),
    )  # fmt: skip
    largest, smallest = max(counts.values()), min(counts.values())
    if smallest == 0 or largest / smallest >= _UNEVEN or smallest < FEW_PAGES:
        yield _uneven(scan, counts)


def _uneven(scan: Scan, counts: dict[str, int]) -> Finding:
    rare, common = min(counts, key=lambda name: counts[name]), max(counts, key=lambda name: counts[name])
    share = counts[common] / max(sum(counts.values()), 1)
    members = [p for p in scan.distinct if scan.source.files[p].label == rare]
    remedy = Remedy(
        RemedyKind.RECIPE, say("Show rare classes more often"),
        say("Training pages of rarer classes are drawn more often; held-out pages stay as they are."),
        settings={"balance": "oversample"},
    )  # fmt: skip
    return Finding(
        FindingCode.IMBALANCE, Severity.WARNS, round(counts[common] / max(counts[rare], 1), 2),
        say(
            "{common} has {largest} pages and {rare} {smallest}: always saying {common} would be right on "
            "{share:.0%} of pages, and figures of {rare} will be uncertain.",
            common=common, largest=counts[common], rare=rare, smallest=counts[rare], share=share,
        ),
        examples=names_of(scan, members[:2]), remedies=(remedy,),
        facts={"majority_share": round(share, 4), **counts},
    )  # fmt: skip
