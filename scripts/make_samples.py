"""Draw the sample pages of `resources/samples`: simulated, no patient, the same bytes each time."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

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

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.observation_chart import observation_chart  # noqa: E402

FOLDER = ROOT / "resources" / "samples"
DPI = 200
POINTS_PER_INCH = 72
SCAN_QUALITY = 40
"""The dotted grid is hard to compress; the recorders that print it use about 60."""
PHOTO_QUALITY = 80
COLOURS = 64

MEASURED = """*Normal* of the normal rhythm 20 times of 20, *Abnormal heartbeat* of the tachycardia 20 times,
*Myocardial infarction* of the anterior one 19 times (once abnormal heartbeat); it marked none of them."""
"""Counted with `cardiac-4`; count again when it is trained again."""

Pixels = NDArray[np.uint8]


class Shows(StrEnum):
    """What the bundled model `cardiac-4` does with a sample; a test holds it to this."""

    CLASS = "a class"
    UNLIKE = "unlike, no class"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample file: what is drawn on it, how its pages look, and what it shows.

    Without a `spec` it is the observation chart of `scripts/observation_chart.py`, which is no ECG.
    """

    file: str
    spec: str
    looks: tuple[str, ...]
    seed: int
    shows: Shows
    says: str
    photographed: bool = False


SAMPLES: tuple[Sample, ...] = (
    Sample(
        "simulated-normal.png", "normal", ("edan-like",), 3, Shows.CLASS,
        "Normal sinus rhythm, 72 beats a minute.",
    ),
    Sample(
        "simulated-tachycardia.jpg", "tachycardia-pvc", ("edan-like",), 8, Shows.CLASS,
        "Sinus tachycardia, 112 beats a minute, with premature ventricular beats and their pauses.",
    ),
    Sample(
        "simulated-anterior-mi.jpg", "anterior-mi", ("edan-like",), 11, Shows.CLASS,
        "An acute anterior infarction: ST elevation and lost R waves in V1 to V4.",
    ),
    Sample(
        "simulated-old-inferior-mi.pdf", "old-inferior-mi", ("a4-six-rows", "a4-twelve-rows"), 7,
        Shows.UNLIKE,
        "An old inferior infarction: wide Q waves and inverted T waves in II, III and aVF, no ST elevation. "
        "A PDF of two pages: the same recording as 6×2 leads, and as twelve rows at 5 mm/mV.",
    ),
    Sample(
        "simulated-atrial-fibrillation.png", "atrial-fibrillation", ("letter-orange-three-rhythms",), 5,
        Shows.UNLIKE,
        "Atrial fibrillation, about 94 beats a minute, irregular and without P waves, as 3×4 leads with "
        "three rhythm strips.",
    ),
    Sample(
        "simulated-bradycardia-photo.jpg", "bradycardia", ("letter-orange-three-rhythms",), 6, Shows.UNLIKE,
        "Sinus bradycardia, 46 beats a minute, as 3×4 leads with three rhythm strips, photographed: turned "
        "and tilted, in half shadow, folded once (degradation level medium).", photographed=True,
    ),
    Sample(
        "simulated-observation-chart.png", "", (), 9, Shows.REFUSED,
        "An observation chart of pulse and temperature. It has a grid and curves, but it is no ECG.",
    ),
)  # fmt: skip


_HEADINGS: Mapping[Shows, str] = MappingProxyType({
    Shows.CLASS: "## A class is stated\n\nDrawn to look like the pages that `cardiac-4` was trained on.",
    Shows.UNLIKE: "## Marked, and no class is stated\n\n"
    "Other layouts: `cardiac-4` calls these pages unlike those it was trained on.",
    Shows.REFUSED: "## Refused\n\nNo model is asked at all.",
})  # fmt: skip


def pages(sample: Sample) -> list[Pixels]:
    """Return the pages of a sample, RGB (height, width, 3) each."""
    if not sample.spec:
        return [observation_chart(sample.seed)]
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
    parts = "\n\n".join(f"{_HEADINGS[kind]}\n\n{_listed(samples, kind)}" for kind in Shows)
    return f"""# Sample pages

Every page here is simulated and says so on its face. No patient, no recorder and no published page was
copied. `python scripts/make_samples.py` draws the same files again.

{parts}

## What they are not

The signals are sums of Gaussians with ordinary amplitudes (`ecgdesk/reading/simulate.py`), made to look
plausible. They test no model: what a model says about them means nothing, right or wrong. The three pages
that look like the training pages were not picked for their answers; with the seeds 0 to 19 `cardiac-4` said
{MEASURED}
The old inferior infarction, drawn like that, it called *Normal* 20 times of 20, with high probabilities: it
does not see what a trained eye sees at once, and its mark cannot notice, because the mark compares layout
and stroke, not meaning. `ptbxl-5` can be asked about every page here (`--model ptbxl-5`).
"""


def _listed(samples: Sequence[Sample], kind: Shows) -> str:
    return "\n".join(f"- `{sample.file}`: {sample.says}" for sample in samples if sample.shows is kind)


def main(folder: Path = FOLDER) -> None:
    """Write all samples and their README."""
    folder.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        path = write(sample, folder)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
    (folder / "README.md").write_text(readme(SAMPLES), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
