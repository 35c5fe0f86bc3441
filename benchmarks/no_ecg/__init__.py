"""Pictures that are no ECG, for the gate: a set to tune on, and a frozen one from other sources.

The sets share nothing but this folder: other drawing libraries, fonts, real pictures and ways of spoiling a
picture. `tuning` draws with Pillow and matplotlib; `frozen` with reportlab and pdfium, Qt's painter and
OpenCV. No picture is committed; `frozen.sha256` holds what the frozen set was before anything was tuned.
"""
