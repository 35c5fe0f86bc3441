"""Pages are decoded once, and again only when the file changed or memory is short."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.analysis import Quality, Trust
from ecgdesk.core.card import CropPolicy
from ecgdesk.core.errors import CancelledError, UnreadableFileError
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.engine.pages import PageDesk, Pixels, Reader

PAGE_BYTES = 10 * 10 * 3


def free() -> None:
    """A poll that never cancels."""


class Counting:
    """A reader that counts what it is asked."""

    def __init__(self) -> None:
        self.loads: list[str] = []
        self.proposed: list[CropPolicy] = []
        self.judged: list[Crop] = []
        self.areas: list[Crop | None] = []
        self.found: Crop = Crop(Rect(0, 2, 10, 9), origin="frame")

    def reader(self) -> Reader:
        return Reader(self._load, self._propose, self._judge)

    def _load(self, ref: PageRef) -> Page:
        self.loads.append(ref.path.name)
        if not ref.path.exists():
            raise UnreadableFileError(f"{ref.path.name} does not exist.")
        return Page(ref, np.zeros((10, 10, 3), np.uint8), 1, f"sha {len(self.loads)}")

    def _propose(self, pixels: Pixels, policy: CropPolicy) -> Crop:
        self.proposed.append(policy)
        return self.found

    def _judge(self, pixels: Pixels, crop: Crop, area: Crop | None) -> Quality:
        self.judged.append(crop)
        self.areas.append(area)
        return Quality(Trust.GREEN)


@pytest.fixture
def files(tmp_path: Path) -> list[PageRef]:
    for name in "abc":
        (tmp_path / name).write_text(name)
    return [PageRef(tmp_path / name) for name in "abc"]


def test_another_crop_neither_decodes_nor_proposes_again(files: list[PageRef]) -> None:
    counting = Counting()
    desk = PageDesk(counting.reader())
    first = desk.stage(files[0], None, "tracing", free)
    own = Crop(Rect(1, 1, 5, 5))
    second = desk.stage(files[0], own, "tracing", free)
    desk.stage(files[0], None, "tracing", free)
    assert second.page is first.page
    assert (first.crop, second.crop) == (counting.found, own)
    assert len(counting.loads) == len(counting.proposed) == 1
    assert counting.judged == [counting.found, own, counting.found]
    assert counting.areas == [None, counting.found, None]


def test_each_policy_is_asked_once(files: list[PageRef]) -> None:
    counting = Counting()
    desk = PageDesk(counting.reader())
    for policy in ("tracing", "whole", "tracing", "whole"):
        desk.stage(files[0], None, policy, free)
    assert counting.proposed == ["tracing", "whole"]


def test_a_page_the_wrong_way_up_is_turned_once_and_a_given_crop_never(files: list[PageRef]) -> None:
    counting, asked = Counting(), []

    def righted(pixels: Pixels, crop: Crop, policy: CropPolicy, quality: Quality) -> Crop | None:
        asked.append(crop)
        return replace(crop, rotation_deg=180.0) if crop == counting.found else None

    desk = PageDesk(replace(counting.reader(), righted=righted))
    turned = replace(counting.found, rotation_deg=180.0)
    own = Crop(Rect(1, 1, 5, 5))
    assert desk.stage(files[0], own, "tracing", free).crop == own
    assert asked == []
    assert desk.stage(files[0], None, "tracing", free).crop == turned
    assert desk.stage(files[0], None, "tracing", free).crop == turned
    assert asked == [counting.found]
    assert counting.proposed == ["tracing"]
    assert desk.tracing(files[0])[0] == turned


def test_a_changed_file_is_read_again(files: list[PageRef]) -> None:
    counting = Counting()
    desk = PageDesk(counting.reader())
    desk.stage(files[0], None, "tracing", free)
    os.utime(files[0].path, ns=(1, 1))
    assert desk.stage(files[0], None, "tracing", free).page.sha256 == "sha 2"


def test_a_deleted_file_is_not_served_from_memory(files: list[PageRef]) -> None:
    desk = PageDesk(Counting().reader())
    desk.stage(files[0], None, "tracing", free)
    files[0].path.unlink()
    with pytest.raises(UnreadableFileError):
        desk.stage(files[0], None, "tracing", free)


def test_the_pages_used_last_are_kept_up_to_the_limit(files: list[PageRef]) -> None:
    counting = Counting()
    desk = PageDesk(counting.reader(), limit_bytes=2 * PAGE_BYTES)
    for index in (0, 1, 0, 2, 0, 1):
        desk.stage(files[index], None, "tracing", free)
    assert counting.loads == ["a", "b", "c", "b"]


def test_a_page_over_the_limit_is_read_all_the_same(files: list[PageRef]) -> None:
    counting = Counting()
    desk = PageDesk(counting.reader(), limit_bytes=1)
    for index in (0, 0, 1):
        desk.stage(files[index], None, "tracing", free)
    assert counting.loads == ["a", "b"]


def test_the_tracing_area_is_unknown_where_nothing_was_found(files: list[PageRef]) -> None:
    counting = Counting()
    assert PageDesk(counting.reader()).tracing(files[0]) == (counting.found, (10, 10))
    counting.found = Crop(Rect(0, 2, 10, 9), origin="fallback")
    assert PageDesk(counting.reader()).tracing(files[0])[0] is None


def test_every_step_is_timed_and_cancel_is_asked_between_steps(files: list[PageRef]) -> None:
    timing: dict[str, float] = {}
    polls: list[int] = []
    PageDesk(Counting().reader()).stage(files[0], None, "tracing", lambda: polls.append(1), timing)
    assert set(timing) == {"load", "crop", "quality"}
    assert len(polls) == 3

    def stop() -> None:
        raise CancelledError("stop")

    counting = Counting()
    with pytest.raises(CancelledError):
        PageDesk(counting.reader()).stage(files[0], None, "tracing", stop)
    assert not counting.loads
