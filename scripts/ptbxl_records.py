"""Write PTB-XL records one by one for training networks that read leads: .npz files and a CSV.

`python scripts/ptbxl_records.py --data ../shared/data/ptb-xl --out DIR`

Labels are the diagnostic superclasses with ";" between them, none for a record that has none.
"""

import argparse
import csv
from pathlib import Path

import numpy as np
from ptbxl_pages import SUPERCLASSES, records


def main() -> None:
    """Write the records and records.csv."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with records.csv and the signals")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with (asked.out / "records.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("path", "labels", "patient", "ecg_id"))
        for record, signal in records(asked.data, 0):
            name = f"ptbxl-{int(record['ecg_id']):05d}.npz"
            microvolts = np.rint(signal.millivolts * 1000).astype(np.int16)
            np.savez(asked.out / name, microvolts=microvolts, hz=signal.hz, leads=np.array(signal.leads))
            labels = ";".join(c for c in SUPERCLASSES if record[c] == "1")
            table.writerow((name, labels, record["patient_id"], record["ecg_id"]))


if __name__ == "__main__":
    main()
