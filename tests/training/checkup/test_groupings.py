"""Groups: known, enough, and on one side of a split."""

from ecgdesk.core.findings import FindingCode, Severity
from tests.training.checkup.conftest import a_page, scan_of
from training.checkup.groupings import groupings, split_leaks


def test_pages_without_groups_are_said_and_likely_columns_offered() -> None:
    pages = [a_page(str(n), "ab"[n % 2], row={"visit": str(n // 2), "id": str(n)}) for n in range(40)]  # type: ignore[arg-type]
    found = next(iter(groupings(scan_of(pages))))
    assert found.code is FindingCode.NO_GROUPS
    assert [remedy.settings["data.group_column"] for remedy in found.remedies] == ["visit"]


def test_a_class_of_few_groups_asks_for_fewer_folds() -> None:
    pages = [a_page(f"a{n}", "a", patient=f"p{n}") for n in range(9)]
    pages += [a_page(f"b{n}", "b", patient=f"q{n % 3}") for n in range(9)]
    (found,) = groupings(scan_of(pages, patient="patient"))
    assert found.code is FindingCode.FEW_GROUPS
    assert found.number == 3
    assert found.severity is Severity.WARNS
    assert found.remedies[0].settings == {"split.folds": 3}


def test_a_class_of_one_group_stands_in_the_way() -> None:
    pages = [a_page(f"a{n}", "a", patient=f"p{n}") for n in range(9)]
    pages += [a_page(f"b{n}", "b", patient="q") for n in range(9)]
    (found,) = groupings(scan_of(pages, patient="patient"))
    assert found.severity is Severity.BLOCKS
    assert set(found.remedies[0].leave_out) == {f"b{n}.png" for n in range(9)}


def test_enough_groups_have_no_finding() -> None:
    pages = [a_page(f"{n}", "ab"[n % 2], patient=f"p{n}") for n in range(10)]
    assert not list(groupings(scan_of(pages, patient="patient")))


def test_copies_and_near_duplicates_across_a_split_are_found() -> None:
    pages = [a_page("x", "a", "1.png", split="train"), a_page("x", "a", "2.png", split="test"),
             a_page("y", "b", "3.png", split="train"), a_page("z", "b", "4.png", split="test"),
             a_page("u", "b", "5.png", split="train")]  # fmt: skip
    (found,) = split_leaks(scan_of(pages, near=[(2, 3)]))
    assert found.code is FindingCode.SPLIT_COPIES
    assert found.severity is Severity.BLOCKS
    assert found.number == 2
    assert found.remedies[0].leave_out == ("1.png", "3.png")


def test_patients_and_days_across_a_split_are_found() -> None:
    pages = [a_page("x", "a", patient="p", date="d1", split="train"),
             a_page("y", "a", patient="p", date="d2", split="test"),
             a_page("z", "b", patient="q", date="d1", split="test")]  # fmt: skip
    found = list(split_leaks(scan_of(pages, patient="who", date="day", split="split")))
    assert [(f.code, f.facts["column"], f.number) for f in found] == [
        (FindingCode.SPLIT_GROUPS, "who", 1),
        (FindingCode.SPLIT_GROUPS, "day", 1),
    ]
    assert found[0].remedies[0].settings == {"data.group_column": "who", "split.method": "grouped"}


def test_a_clean_split_has_no_finding() -> None:
    pages = [a_page("x", "a", patient="p", split="train"), a_page("y", "b", patient="q", split="test")]
    assert not list(split_leaks(scan_of(pages, patient="who", split="split")))


def test_without_a_split_nothing_crosses_it() -> None:
    assert not list(split_leaks(scan_of([a_page("x", "a", "1.png"), a_page("x", "a", "2.png")])))
