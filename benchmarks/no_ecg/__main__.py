"""Is the frozen set still what was frozen? `python -m benchmarks.no_ecg [--write FOLDER] [--freeze]`.

Draws every picture of the frozen set and holds it against `frozen.sha256`. `--write` keeps the pictures as
PNG in a folder, and takes from there those that are kept already. `--freeze` writes the list anew.
"""

import argparse
import sys
from pathlib import Path
from typing import Final

import cv2

from benchmarks.no_ecg.sets import PictureSet, Pixels, digest

LIST: Final = Path(__file__).with_name("frozen.sha256")


def frozen_list() -> dict[str, str]:
    """Return the hash of every picture of the frozen set by name."""
    lines = LIST.read_text(encoding="ascii").split("\n")
    return {name: value for value, _, name in (line.partition("  ") for line in lines) if name}


def kept(pictures: PictureSet, folder: Path | None, category: str, number: int) -> Pixels:
    """Return one picture, from a folder where it is kept there; else drawn, and kept if a folder is given."""
    file = folder / f"{category}-{number:03d}.png" if folder else None
    if file is not None and file.is_file() and (stored := cv2.imread(str(file))) is not None:
        return stored[:, :, ::-1].astype("uint8")
    pixels = pictures.picture(category, number)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(file), pixels[:, :, ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return pixels


def main() -> int:
    """Print how many pictures are as they were frozen; exit status 1 where one is not."""
    from benchmarks.no_ecg.frozen import FROZEN

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path, default=None)
    parser.add_argument("--freeze", action="store_true")
    options = parser.parse_args()
    now = {
        f"{category}-{number:03d}": digest(kept(FROZEN, options.write, category, number))
        for category, count in FROZEN.each.items()
        for number in range(count)
    }
    if options.freeze:
        text = "".join(f"{value}  {name}\n" for name, value in now.items())
        LIST.write_text(text, encoding="ascii")
    frozen = frozen_list()
    same = sum(frozen.get(name) == value for name, value in now.items())
    print(f"{same} of {len(frozen)} pictures of the frozen set are as they were frozen.")
    if same < len(frozen):
        print("Other releases of reportlab, pdfium, Qt, OpenCV, scikit-image or the wallpapers draw others.")
    return 0 if same == len(frozen) else 1


if __name__ == "__main__":
    sys.exit(main())
