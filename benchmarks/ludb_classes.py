"""`python -m benchmarks.ludb_classes --data DIR [--pack PACK]`: `ptbxl-5` on pages that another program drew.

The 100 LUDB subjects were drawn by ecg-miner and diagnosed by LUDB's cardiologists in words of their own. The
superclasses are put together from those words, so they are near PTB-XL's, not the same: left ventricular
hypertrophy, for one, is mostly from echocardiography. No subject was in the training.
"""

import argparse
import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np

from ecgdesk.core.page import PageRef
from ecgdesk.models.library import Library
from ecgdesk.models.loaded import load_network
from ecgdesk.reading.load import load
from training.drawn_test import answered
from training.multilabel_scores import auroc
from training.resampling import interval_of, weights_of

SAID: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "MI": {"Ischemia": ("stemi:", "scar")},
    "STTC": {"Ischemia": ("ischemia:", "undefined"), "Non-specific repolarization abnormalities": ("",)},
    "CD": {"Conduction abnormalities": ("",)},
    "HYP": {"Hypertrophies": ("left ventricular hypertrophy", "right ventricular hypertrophy")},
}
"""What begins a line of a column of ludb.csv, for each superclass; none of them is NORM."""


def superclasses(row: Mapping[str, str]) -> set[str]:
    """Return the superclasses of a subject."""
    found = {
        name
        for name, columns in SAID.items()
        for column, starts in columns.items()
        if any(line.strip().lower().startswith(starts) for line in row[column].splitlines() if line.strip())
    }
    return found or {"NORM"}


def main() -> None:
    """Print macro AUROC and that of each class, with intervals over subjects."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pack", default="ptbxl-5")
    asked = parser.parse_args()
    model = load_network(Library.default().find(asked.pack).path)
    with (asked.data / "ludb/ludb.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    pages = asked.data / "ludb/pages"
    answers = [answered(model, load(PageRef(pages / f"{int(row['ID']):03d}.png")).pixels) for row in rows]
    logits = np.stack([logits for logits, _ in answers])
    classes = [item.id for item in model.card.classes]
    truth = np.array([[name in superclasses(row) for name in classes] for row in rows], dtype=np.int64)
    areas = auroc(logits, truth, weights_of(len(rows)))
    enough = sum(read for _, read in answers)
    print(f"{len(rows)} LUDB pages, {enough} read well enough; 95 % bootstrap intervals")
    for name, values, count in zip(classes, areas.T, truth.sum(axis=0), strict=True):
        _line(f"{name} ({count} subjects)", values)
    _line("macro", np.nanmean(areas, axis=1))


def _line(name: str, values: np.ndarray) -> None:
    interval = interval_of(values)
    print(f"  {name:20} AUROC {interval.value:.3f} ({interval.low:.3f} – {interval.high:.3f})")


if __name__ == "__main__":
    main()
