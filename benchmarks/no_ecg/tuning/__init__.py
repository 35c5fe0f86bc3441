"""The set to tune on: drawn with Pillow and matplotlib."""

from typing import Final

from benchmarks.no_ecg.sets import PictureSet
from benchmarks.no_ecg.tuning import pages, pictures, plots, traces
from benchmarks.no_ecg.tuning.spoil import spoil

TUNING: Final = PictureSet(
    "tuning",
    {
        "text": (pages.letter, pages.columns, pages.listing, pages.table),
        "form": (pages.boxes, pages.ruled_form, pages.invoice),
        "prescription": (pages.prescription, pages.scribbled_note),
        "radiograph": (pictures.chest, pictures.limb, pictures.slice_of_head, pictures.teeth),
        "photo": (pictures.real, pictures.real, pictures.scene, pictures.texture),
        "chart": (
            plots.lines, plots.bars, plots.scatter, plots.candles, plots.on_graph_paper, plots.panels,
            plots.spectrum, plots.fever_curve,
        ),
        "eeg-seismograph": (
            traces.eeg, traces.drum, traces.seismogram, traces.eeg_on_grid, traces.polysomnogram,
            traces.real_eeg,
        ),
        "blank": (pictures.paper, pictures.graph_paper, pictures.ruled_paper, pictures.stained),
    },
    {
        "text": 32, "form": 32, "prescription": 32, "radiograph": 32, "photo": 44, "chart": 64,
        "eeg-seismograph": 60, "blank": 32,
    },
    spoil,
)  # fmt: skip
