"""Shortcuts that are planted are measured; where there are none, chance is what is found."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.findings import Finding, FindingCode
from tests.training.checkup.conftest import a_page, facts, margins_png, scan_of
from training.checkup.giveaways import giveaways
from training.checkup.scan import Scan
from training.checkup.shortcuts import enough, guessed, of_numbers

PAGES = 80
LABELS = [n % 2 for n in range(PAGES)]


def scan(stamps: Sequence[bool], **more: Sequence[object]) -> Scan:
    chance = np.random.default_rng(0)
    made = []
    for n, stamp in enumerate(stamps):
        own = {name: values[n] for name, values in more.items()}
        page = replace(facts(str(n), file_bytes=int(chance.integers(900, 1100))),
                       margins_png=margins_png(stamp, chance), **own)  # type: ignore[arg-type]  # fmt: skip
        made.append((a_page(str(n), "ab"[LABELS[n]], patient=f"p{n // 2}")[0], page))
    return scan_of(made, patient="patient")


def found_in(scanned: Scan) -> dict[FindingCode, Finding]:
    return {event.code: event for event in giveaways(scanned) if isinstance(event, Finding)}


def by_chance() -> list[bool]:
    return np.random.default_rng(3).integers(0, 2, PAGES).astype(bool).tolist()


def test_nothing_is_found_where_nothing_tells() -> None:
    assert not found_in(scan(by_chance()))


def test_a_stamp_in_the_margin_is_found() -> None:
    # Nine stamps in ten go with the class.
    stamps = [bool(label) != (n % 10 == 0) for n, label in enumerate(LABELS)]
    found = found_in(scan(stamps))
    assert set(found) == {FindingCode.SHORTCUT_MARGINS}
    margin = found[FindingCode.SHORTCUT_MARGINS]
    assert margin.number > 0.8
    assert margin.low is not None
    assert margin.low > margin.facts["chance"] == 0.5
    assert margin.remedies[0].settings == {"preprocessing.crop_policy": "tracing"}


@pytest.mark.parametrize(
    ("what", "values", "name"),
    [
        ("quality", (75.0, 92.0), "JPEG quality"),
        ("file_bytes", (1000, 1400), "file size"),
        ("width", (1000, 1010), "page size"),
    ],
)
def test_what_a_file_tells_is_found(what: str, values: tuple[float, float], name: str) -> None:
    telling = [values[label if n % 10 else 1 - label] for n, label in enumerate(LABELS)]
    found = found_in(scan(by_chance(), **{what: telling}))[FindingCode.SHORTCUT_FILES]
    assert name in found.sentence
    assert found.facts[name] == found.number > 0.75


def test_groups_are_held_out_whole() -> None:
    """A number that names the patient tells nothing of patients that were not seen."""
    chance = np.random.default_rng(0)
    groups = np.repeat(np.arange(30), 4)
    labels = np.repeat(chance.integers(0, 2, 30), 4)
    guess = guessed(groups[:, None].astype(float), labels, groups, of_numbers)
    assert not guess.gives_away


def test_a_class_of_one_group_is_not_asked_about() -> None:
    labels, groups = np.repeat([0, 1], 20), np.repeat([0, 1], 20)
    assert not enough(labels, groups)
    assert enough(labels, np.arange(40))
