"""Copies: of the same bytes, of the same tracing, under several labels."""

from ecgdesk.core.findings import Finding, FindingCode, RemedyKind, Severity
from tests.training.checkup.conftest import a_page, scan_of
from training.checkup.repeats import repeats


def by_code(findings: list[Finding]) -> dict[FindingCode, Finding]:
    return {finding.code: finding for finding in findings}


def test_byte_copies_are_named_and_the_first_stays() -> None:
    pages = [a_page("x", "a", "1.png"), a_page("y", "b", "2.png"), a_page("x", "a", "3.png"),
             a_page("x", "a", "4.png")]  # fmt: skip
    (found,) = repeats(scan_of(pages))
    assert found.code is FindingCode.COPIES
    assert found.severity is Severity.BLOCKS
    assert found.number == 2
    assert found.groups == (("1.png", "3.png", "4.png"),)
    assert found.remedies[0].leave_out == ("3.png", "4.png")
    assert "4 files hold 2 distinct pages" in found.sentence


def test_pages_without_copies_have_no_finding() -> None:
    assert not list(repeats(scan_of([a_page("x", "a"), a_page("y", "b")])))


def test_a_file_that_is_listed_twice_is_not_left_out_whole() -> None:
    pages = [a_page("x", "a", "1.png"), a_page("x", "a", "1.png"), a_page("y", "b")]
    (found,) = repeats(scan_of(pages))
    assert "1.png" not in found.remedies[0].leave_out


def test_a_page_under_several_labels_is_left_out_whole() -> None:
    pages = [a_page("x", "a", "1.png"), a_page("x", "b", "2.png"), a_page("y", "b")]
    found = by_code(list(repeats(scan_of(pages))))
    across = found[FindingCode.COPIES_ACROSS_CLASSES]
    assert across.severity is Severity.BLOCKS
    assert across.remedies[0].leave_out == ("1.png", "2.png")
    assert found[FindingCode.COPIES].remedies[0].leave_out == ()


def test_near_duplicates_under_several_labels_are_found() -> None:
    pages = [a_page("x", "a"), a_page("y", "b"), a_page("z", "b")]
    assert FindingCode.COPIES_ACROSS_CLASSES in by_code(list(repeats(scan_of(pages, near=[(0, 1)]))))


def test_near_duplicates_of_one_group_leak_nothing() -> None:
    pages = [a_page("x", "a", patient="p"), a_page("y", "a", patient="p"), a_page("z", "b", patient="q")]
    (found,) = repeats(scan_of(pages, near=[(0, 1)], patient="patient"))
    assert found.code is FindingCode.NEAR_DUPLICATES
    assert found.severity is Severity.WARNS


def test_near_duplicates_of_two_groups_join_the_groups_whole() -> None:
    pages = [a_page("x", "a", patient="p"), a_page("y", "a", patient="q"), a_page("z", "b", patient="q"),
             a_page("u", "b", patient="r")]  # fmt: skip
    (found,) = repeats(scan_of(pages, near=[(0, 1)], patient="patient"))
    assert found.severity is Severity.BLOCKS
    grouping = next(remedy for remedy in found.remedies if remedy.kind is RemedyKind.GROUP)
    assert grouping.together == (("x.png", "y.png", "z.png"),)


def test_byte_copies_of_near_duplicates_go_with_them() -> None:
    pages = [
        a_page("x", "a", "1.png"),
        a_page("y", "a", "2.png"),
        a_page("y", "a", "3.png"),
        a_page("z", "b"),
    ]
    found = by_code(list(repeats(scan_of(pages, near=[(0, 1)]))))[FindingCode.NEAR_DUPLICATES]
    assert found.groups == (("1.png", "2.png", "3.png"),)
    assert found.remedies[0].leave_out == ("2.png", "3.png")
