"""Findings about single pages: unreadable, no ECG, of another size or colour; and classes."""

from dataclasses import replace

from ecgdesk.core.findings import FindingCode, Severity
from tests.training.checkup.conftest import a_page, scan_of
from training.checkup.classes import classes
from training.checkup.facts import PageFacts
from training.checkup.outliers import outliers
from training.checkup.readable import no_ecg, unreadable

MANY = [a_page(str(n), "ab"[n % 2]) for n in range(80)]


def test_unreadable_files_are_named_with_their_reason() -> None:
    bad = (a_page("x", "a", "bad.jpg")[0], PageFacts("", problem="It ends too early."))
    (found,) = unreadable(scan_of([*MANY, bad]))
    assert found.files == found.remedies[0].leave_out == ("bad.jpg",)
    assert found.facts == {"bad.jpg": "It ends too early."}
    assert found.severity is Severity.BLOCKS


def test_pages_that_the_program_would_refuse_are_named() -> None:
    blank = a_page("x", "a", "blank.png")
    (found,) = no_ecg(scan_of([*MANY, (blank[0], replace(blank[1], trust="refused"))]))
    assert found.code is FindingCode.NOT_ECG
    assert found.files == ("blank.png",)


def test_all_well_says_only_what_classes_there_are() -> None:
    scan = scan_of(MANY)
    (found,) = classes(scan)
    assert found.facts == {"a": 40, "b": 40}
    assert found.severity is Severity.NOTES
    assert not [*unreadable(scan), *no_ecg(scan), *outliers(scan)]


def test_copies_do_not_count_twice() -> None:
    found = next(iter(classes(scan_of([*MANY, a_page("0", "a", "again.png")]))))
    assert found.facts == {"a": 40, "b": 40}


def test_uneven_classes_are_said() -> None:
    pages = [a_page(str(n), "rare" if n < 35 else "common") for n in range(235)]
    _, found = classes(scan_of(pages))
    assert found.code is FindingCode.IMBALANCE
    assert found.number == round(200 / 35, 2)
    assert found.remedies[0].settings == {"balance": "oversample"}


def test_a_page_of_another_resolution_stands_out() -> None:
    file, facts = a_page("x", "a", "large.png")
    (found,) = outliers(scan_of([*MANY, (file, replace(facts, width=2000, height=1400))]))
    assert found.code is FindingCode.RESOLUTION
    assert found.files == ("large.png",)
    assert "1000×700" in found.sentence


def test_a_page_of_other_colours_stands_out() -> None:
    file, facts = a_page("x", "a", "blue.png")
    (found,) = outliers(scan_of([*MANY, (file, replace(facts, saturation=120.0))]))
    assert found.code is FindingCode.COLOUR
    assert found.files == ("blue.png",)


def test_a_spread_that_all_pages_share_is_no_outlier() -> None:
    spread = [(file, replace(facts, brightness=150.0 + n)) for n, (file, facts) in enumerate(MANY)]
    assert not list(outliers(scan_of(spread)))
