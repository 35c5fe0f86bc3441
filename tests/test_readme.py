"""What the README names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere_and_nothing_waits_to_be_filled_in(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "@@" not in text
    for target in re.findall(r"\]\(([^)#]+)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_places_named_for_changes_exist() -> None:
    table = re.findall(
        r"^\| .+ \| (`.+`) \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    paths = [name for cell in table for name in re.findall(r"`([a-z_]+/[^`]+)`", cell)]
    assert len(paths) >= 9
    assert [name for name in paths if not (ROOT / name).exists()] == []
