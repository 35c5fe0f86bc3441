"""Pages are read once for each content, compared, and remembered."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from benchmarks.duplicates import KINDS, found_pairs, plant, planted_pairs
from tests.training.checkup.conftest import Pixels, save
from training.checkup import scan as scanning
from training.checkup.memory import Memory
from training.checkup.scan import Scan, scan
from training.checkup.sources import open_source
from training.lines import Cancel


def scanned(folder: Path, memory: Path) -> Scan:
    work = scan(open_source(folder), Memory(memory))
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Scan = end.value
            return found


def test_planted_copies_are_found_and_nothing_else(drawn_pages: Sequence[Pixels], tmp_path: Path) -> None:
    pages = {f"page-{number}": page for number, page in enumerate(drawn_pages[:6])}
    plant(pages, 1, tmp_path / "pages")
    seen = scanned(tmp_path / "pages", tmp_path / "memory")
    assert len(planted_pairs(seen)) == (len(KINDS) + 1) * len(KINDS) // 2
    assert found_pairs(seen) == planted_pairs(seen)


def test_a_second_scan_reads_no_page_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(folder / "two")
    shutil.copytree(folder / "one", folder / "two")
    first = scanned(folder, tmp_path / "memory")
    monkeypatch.setattr(scanning, "look", lambda *_: pytest.fail("it was read again"))
    monkeypatch.setattr(scanning, "near_pairs", lambda *_: pytest.fail("it was compared again"))
    again = scanned(folder, tmp_path / "memory")
    said = list(scan(open_source(folder), Memory(tmp_path / "memory")))
    assert max(event.remembered for event in said) == 5
    assert len(first.distinct) == 5
    assert again.copies() == first.copies()
    assert [item.sha256 for item in again.facts] == [item.sha256 for item in first.facts]
    assert np.array_equal(again.facts[0].margins, first.facts[0].margins)


def test_a_damaged_memory_is_read_anew(folder: Path, tmp_path: Path) -> None:
    first = scanned(folder, tmp_path / "memory")
    for kept in (tmp_path / "memory").rglob("*.npz"):
        kept.write_bytes(kept.read_bytes()[:100])
    assert len(scanned(folder, tmp_path / "memory").distinct) == len(first.distinct)


def test_what_cannot_be_read_says_why(folder: Path, drawn_pages: Sequence[Pixels], tmp_path: Path) -> None:
    whole = save(tmp_path / "whole.jpg", drawn_pages[0]).read_bytes()
    (folder / "one" / "short.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "one" / "empty.png").write_bytes(b"")
    (folder / "two" / "text.png").write_text("no picture")
    cv2.imwrite(str(folder / "two" / "blank.png"), np.full((600, 900, 3), 255, np.uint8))
    seen = scanned(folder, tmp_path / "memory")
    bad = {seen.name(at) for at, facts in enumerate(seen.facts) if not facts.readable}
    assert bad == {"one/short.jpg", "one/empty.png", "two/text.png"}
    refused = {seen.name(at) for at, facts in enumerate(seen.facts) if facts.trust == "refused"}
    assert refused == {"two/blank.png"}


def test_a_scan_ends_when_it_is_asked_to(folder: Path, tmp_path: Path) -> None:
    calls = []

    def poll() -> None:
        calls.append(0)
        if len(calls) > 12:
            raise Cancel

    with pytest.raises(Cancel):
        list(scan(open_source(folder), Memory(tmp_path / "memory"), poll))
    assert list((tmp_path / "memory").rglob("*.npz"))
