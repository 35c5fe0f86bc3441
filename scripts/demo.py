"""The main job on the bundled samples: analyse, print, write overlay and report, open the window."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
NO_ECG = "simulated-observation-chart"
"""The sample that must be refused: it is no ECG."""
REFUSED = 1


def main() -> int:
    """Analyse every bundled sample; where there is a display, open the window on them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "demo")
    parser.add_argument("--no-window", action="store_true", help="stop after the files are written")
    options = parser.parse_args()
    command = [sys.executable, "-m", "ecgdesk"]
    analysed = subprocess.run(
        [*command, "analyze", str(from_here(SAMPLES)), "--out", str(from_here(options.out))], check=False
    )
    lacking = without_report(options.out)
    if analysed.returncode != REFUSED or lacking:
        print(
            f"\nThe demo did not go as meant. Without a report: {', '.join(lacking) or 'none'}.",
            file=sys.stderr,
        )
        return analysed.returncode or 1
    print("\nThe observation chart is refused as it should be; everything else was analysed.")
    print(f"Overlays and reports are in {from_here(options.out)}", flush=True)
    if options.no_window or not has_display():
        print("No display here, so the window stays closed." if not options.no_window else "", flush=True)
        return 0
    print("Opening the window; close it to end the demo.", flush=True)
    return subprocess.run(
        [*command, *(str(from_here(page)) for page in sample_pages())], check=False
    ).returncode


def from_here(path: Path) -> Path:
    """Return a path as it is from the current folder, where it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def sample_pages() -> list[Path]:
    """Return the bundled sample pages in name order."""
    return sorted(p for p in SAMPLES.iterdir() if p.suffix.lower() in {".png", ".jpg", ".pdf"})


def without_report(out: Path) -> list[str]:
    """Return the samples that are ECGs and have no report in a folder."""
    ecgs = [page for page in sample_pages() if page.stem != NO_ECG]
    return [page.name for page in ecgs if not any(out.glob(f"{page.stem}*report.pdf"))]


def has_display() -> bool:
    """Say whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
