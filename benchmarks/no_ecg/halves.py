"""The real pages of the gate in two halves: one to learn from, one not looked at until it is measured."""

import csv
from pathlib import Path


def real_half(data: Path, half: int) -> dict[str, list[Path]]:
    """Return the pages of every second recording day, record and photograph: half 0 is learned from."""
    with (data / "ecg-cardiac/pages.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    days = sorted({row["recording_day"] for row in rows})
    chosen = set(days[half::2])
    pages = [data / "ecg-cardiac/pages" / row["page"] for row in rows if row["recording_day"] in chosen]
    return {
        "cardiac": pages,
        "ludb": sorted((data / "ludb/pages").glob("*.png"))[half::2],
        "photos": sorted((data / "ecg-photos").iterdir())[half::2],
    }
