"""Draw the sample pages of `resources/samples`: simulated, no patient, the same bytes each time."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from ecgdesk.reading.degrade import degrade, photo
from ecgdesk.reading.render import render
from ecgdesk.reading.render_options import RenderOptions
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.simulate import SPECS, simulate

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "samples"
DPI = 200
POINTS_PER_INCH = 72
SCAN_QUALITY = 40
"""The dotted grid is hard to compress; the recorders that print it use about 60."""
PHOTO_QUALITY = 80
COLOURS = 64

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample file: what it simulates, how its pages look, and what the README says about it."""

    file: str
    spec: str
    looks: tuple[str, ...]
    seed: int
    says: str
    photographed: bool = False


SAMPLES: tuple[Sample, ...] = (
    Sample("simulated-normal.png", "normal", ("edan-like",), 3, "Normal sinus rhythm, 72 beats a minute."),
    Sample(
        "simulated-tachycardia.jpg", "tachycardia-pvc", ("edan-like",), 8,
        "Sinus tachycardia, 112 beats a minute, with premature ventricular beats and their pauses.",
    ),
    Sample(
        "simulated-anterior-mi.jpg", "anterior-mi", ("edan-like",), 11,
        "An acute anterior infarction: ST elevation and lost R waves in V1 to V4.",
    ),
    Sample(
        "simulated-old-inferior-mi.pdf", "old-inferior-mi", ("edan-like", "a4-twelve-rows"), 7,
        "An old inferior infarction: Q waves and inverted T waves in II, III and aVF. A PDF of two pages: "
        "the same recording as 3×4 leads with a rhythm strip, and as twelve rows at 5 mm/mV.",
    ),
    Sample(
        "simulated-atrial-fibrillation.png", "atrial-fibrillation", ("a4-six-rows",), 5,
        "Atrial fibrillation, about 94 beats a minute, irregular and without P waves, as 6×2 leads.",
    ),
    Sample(
        "simulated-bradycardia-photo.jpg", "bradycardia", ("letter-orange-three-rhythms",), 6,
        "Sinus bradycardia, 46 beats a minute, as 3×4 leads with three rhythm strips, photographed: turned "
        "and tilted, in half shadow, folded once (degradation level medium).", photographed=True,
    ),
)  # fmt: skip


def pages(sample: Sample) -> list[Pixels]:
    """Return the pages of a sample, RGB (height, width, 3) each."""
    signal = simulate(SPECS[sample.spec], seed=sample.seed)
    drawn = [render(signal, _look(look, sample)).pixels for look in sample.looks]
    if sample.photographed:
        drawn = [degrade(page, photo("medium"), seed=sample.seed).pixels for page in drawn]
    return drawn


def _look(name: str, sample: Sample) -> RenderOptions:
    options = PRESETS[name]
    if options.caption is None:
        raise ValueError(f"the look {name} has no header to say that the page is simulated")
    ident = f"SIM-{SAMPLES.index(sample) + 1:04d}"
    return replace(options, caption=replace(options.caption, ident=ident))


def write(sample: Sample, folder: Path) -> Path:
    """Write one sample file and return its path."""
    path = folder / sample.file
    images = [Image.fromarray(page) for page in pages(sample)]
    if path.suffix == ".pdf":
        _write_pdf(path, [_few_colours(image).convert("RGB") for image in images])
    elif path.suffix == ".jpg":
        quality = PHOTO_QUALITY if sample.photographed else SCAN_QUALITY
        images[0].save(path, quality=quality, optimize=True, dpi=(DPI, DPI))
    else:
        _few_colours(images[0]).save(path, optimize=True, dpi=(DPI, DPI))
    return path


def _few_colours(image: Image.Image) -> Image.Image:
    return image.quantize(COLOURS, dither=Image.Dither.NONE)


def _write_pdf(path: Path, images: Sequence[Image.Image]) -> None:
    # `invariant` leaves out the time of writing, so that the bytes stay the same.
    sheet = canvas.Canvas(str(path), invariant=1)
    sheet.setTitle("Simulated ECG, no patient")
    for image in images:
        size = (image.width * POINTS_PER_INCH / DPI, image.height * POINTS_PER_INCH / DPI)
        sheet.setPageSize(size)
        sheet.drawImage(ImageReader(image), 0, 0, *size)
        sheet.showPage()
    sheet.save()


def readme(samples: Sequence[Sample]) -> str:
    """Return the text of the folder's README."""
    lines = "\n".join(f"- `{sample.file}`: {sample.says}" for sample in samples)
    return f"""# Sample pages

Every page here is simulated and says so in its header and footer. No patient, no recorder and no
published page was copied. `python scripts/make_samples.py` draws the same files again.

{lines}

The signals are sums of Gaussians with ordinary amplitudes (`ecgdesk/reading/simulate.py`). They are
made to look plausible, not to test a model's accuracy: what a model says about them means nothing.
"""


def main(folder: Path = FOLDER) -> None:
    """Write all samples and their README."""
    folder.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        path = write(sample, folder)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
    (folder / "README.md").write_text(readme(SAMPLES), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
