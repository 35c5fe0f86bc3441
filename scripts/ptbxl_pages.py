"""Draw PTB-XL records as pages for training: pictures, and a CSV of path, labels and patient.

`python scripts/ptbxl_pages.py --data ../shared/data/ptb-xl --out DIR [--records N] [--looks NAME …]`

Each record becomes one page; looks are dealt out in turn. Labels are the diagnostic superclasses with ";"
between them, none for a record that has none. Pages carry no header, so no printed name or number can leak.
"""

import argparse
import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from ecgdesk.core.class_lists import CLASS_LISTS
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.render_signal import Signal

SUPERCLASSES = tuple(item.id for item in CLASS_LISTS["ptbxl-5"])
RATE_HZ = 250
JPEG_QUALITY = 90


def main() -> None:
    """Draw the pages and write pages.csv."""
    asked = _arguments()
    asked.out.mkdir(parents=True, exist_ok=True)
    with (asked.out / "pages.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("path", "labels", "patient", "ecg_id"))
        for number, (record, signal) in enumerate(records(asked.data, asked.records)):
            look = replace(PRESETS[asked.looks[number % len(asked.looks)]], caption=None)
            name = f"ptbxl-{int(record['ecg_id']):05d}.jpg"
            pixels = cv2.cvtColor(render(signal, look).pixels, cv2.COLOR_RGB2BGR)
            cv2.imwrite(str(asked.out / name), pixels, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
            labels = ";".join(c for c in SUPERCLASSES if record[c] == "1")
            table.writerow((name, labels, record["patient_id"], record["ecg_id"]))


def records(folder: Path, most: int) -> Iterator[tuple[dict[str, str], Signal]]:
    """Yield records with their signals in mV, evenly chosen when there are more than wanted."""
    with (folder / "records.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with np.load(folder / "signals_250hz.npz") as arrays:
        order = {int(ecg_id): index for index, ecg_id in enumerate(arrays["ecg_id"])}
        leads = tuple(_lead_name(str(lead)) for lead in arrays["leads"])
        microvolts = np.cumsum(arrays["delta_uv"], axis=2, dtype=np.int16)
    for index in np.linspace(0, len(rows) - 1, min(most or len(rows), len(rows)), dtype=int):
        row = rows[index]
        values = (microvolts[order[int(row["ecg_id"])]] / 1000).astype(np.float32)
        yield row, Signal(values, RATE_HZ, leads)


def _lead_name(name: str) -> str:
    return f"aV{name[2]}" if name.upper().startswith("AV") else name


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known: Sequence[str] = sorted(PRESETS)
    parser.add_argument("--data", type=Path, required=True, help="the folder with records.csv")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--records", type=int, default=0, metavar="N", help="how many (default: all)")
    parser.add_argument("--looks", nargs="+", choices=known, default=["edan-like"], metavar="NAME",
                        help=f"of {', '.join(known)}")  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    main()
