"""The frozen set: drawn with reportlab and pdfium, Qt's painter and OpenCV, and pictures of other packages.

Nothing is tuned on it. `frozen.sha256` was committed before the gate was tuned.
"""

from typing import Final

from benchmarks.no_ecg.frozen import charts, curves, papers, pictures, recordings
from benchmarks.no_ecg.frozen.spoil import spoil
from benchmarks.no_ecg.sets import PictureSet

FROZEN: Final = PictureSet(
    "frozen",
    {
        "text": (papers.article, papers.report, papers.contents, papers.timetable),
        "form": (papers.questionnaire, papers.checklist, papers.grid_form),
        "prescription": (papers.printed_prescription, papers.handwritten, papers.pen_note),
        "radiograph": (pictures.thorax, pictures.hand, pictures.spine, pictures.angiogram),
        "photo": (pictures.photograph, pictures.photograph, pictures.face, pictures.screenshot),
        "chart": (
            charts.line_chart, charts.bar_chart, charts.pie_chart, curves.price_chart, curves.growth_chart,
            curves.audiogram, curves.plethysmogram, curves.labour_chart,
        ),
        "eeg-seismograph": (
            recordings.brain_waves, recordings.brain_waves_on_grid, recordings.helicorder,
            recordings.stations, recordings.polygraph, recordings.muscle,
        ),
        "blank": (pictures.sheet, pictures.squared, pictures.music, pictures.envelope),
    },
    {
        "text": 52, "form": 51, "prescription": 51, "radiograph": 52, "photo": 52, "chart": 64,
        "eeg-seismograph": 72, "blank": 52,
    },
    spoil,
)  # fmt: skip
