"""Build the one-folder program, run it headless, and say its size; fails if any of that fails."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "dist" / "ecgdesk" / ("ecgdesk.exe" if sys.platform == "win32" else "ecgdesk")
GIB = 1024**3
TINY_RECIPE = """
epochs = 1
batch = 4
[card]
id = "tiny"
name = "Tiny"
[data]
source = "pages.csv"
group_column = "day"
[split]
folds = 2
[model]
architecture = "page-resnet"
options = { width = 8, depths = [1, 1], stem_stride = 4 }
[preprocessing]
width = 64
height = 48
colour = "ink"
mean = [0.1]
std = [0.2]
crop_policy = "whole"
"""


def main() -> int:
    """Build, then smoke-test what was built."""
    if "--skip-build" not in sys.argv:
        run([sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"])
    print(f"size: {folder_size(PROGRAM.parent) / GIB:.2f} GiB", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        check_analysis(Path(scratch))
        check_window(Path(scratch))
        check_training(Path(scratch))
    print("The frozen program analyses, opens its window and answers train.")
    return 0


def check_analysis(scratch: Path) -> None:
    """The frozen program analyses a sample with the bundled model."""
    sample = next(iter(sorted((ROOT / "resources" / "samples").glob("*.png"))))
    command = [str(PROGRAM), "analyze", str(sample), "--json", "--out", str(scratch / "out")]
    answer = json.loads(run(command, scratch))
    if answer["status"] != "ok" or not answer["probabilities"]:
        raise SystemExit(f"The frozen program did not analyse {sample.name}: {answer}")
    print(f"analyze: {sample.name} → {answer['label'] or answer['prediction_set']}", flush=True)


def check_window(scratch: Path) -> None:
    """The frozen window opens offscreen for a second and closes itself."""
    run([str(PROGRAM), "--quit-after", "1"], scratch, QT_QPA_PLATFORM="offscreen")
    print("window: opened and closed", flush=True)


def check_training(scratch: Path) -> None:
    """The frozen program trains a tiny model to its end and analyses a page with it."""
    data = tiny_data(scratch / "tiny")
    recipe = scratch / "tiny.toml"
    recipe.write_text(TINY_RECIPE, encoding="utf-8")
    where = ["--data", str(data), "--runs", str(scratch / "runs"), "--threads", "1"]
    run([str(PROGRAM), "train", "--config", str(recipe), *where], scratch)
    pack = next((scratch / "runs").glob("*/model.ecgmodel"))
    run([str(PROGRAM), "models", "verify", str(pack)], scratch)
    print("train: a tiny model was trained and its pack verifies", flush=True)


def tiny_data(folder: Path) -> Path:
    """Draw 24 small pages with few or many strokes on four days, and their CSV."""
    folder.mkdir()
    rows = ["path,label,day"]
    for number in range(24):
        strokes = 3 if number % 2 else 12
        page = Image.new("RGB", (128, 96), "white")
        for stroke in range(strokes):
            x = 4 + number + stroke * 96 // strokes
            ImageDraw.Draw(page).line((x, 20, x, 76), fill="black", width=2)
        page.save(folder / f"{number}.png")
        rows.append(f"{number}.png,{'few' if number % 2 else 'many'},day-{number // 6}")
    (folder / "pages.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def run(command: list[str], home: Path | None = None, **variables: str) -> str:
    """Run to the end with a home of its own; stop everything with the output when it fails."""
    environment = {**os.environ, **variables}
    if home is not None:
        environment["ECGDESK_HOME"] = str(home / "home")
    done = subprocess.run(  # noqa: PLW1510 - the output is said together with the failure
        command, cwd=ROOT, env=environment, capture_output=home is not None, text=True, timeout=1800
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed ({done.returncode}):\n{done.stdout}\n{done.stderr}")
    return done.stdout or ""


def folder_size(folder: Path) -> int:
    """Return the bytes of all files below a folder, links not followed."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
