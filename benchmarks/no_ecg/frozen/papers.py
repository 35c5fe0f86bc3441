"""Written pages of the frozen set."""

import cv2
import numpy as np

from benchmarks.no_ecg.frozen.sheets import PRINT, Paper, hands
from benchmarks.no_ecg.sets import Pixels


def article(chance: np.random.Generator) -> Pixels:
    """A scientific paper: a title across, two columns, a small plot-less figure box."""
    paper = Paper(chance)
    m, top = paper.margin, paper.height - paper.margin
    paper.write(m, paper.width - m, top, top - 30, "Times-Bold", 20)
    name, size = paper.font(("Times-Roman", "Helvetica"), (7.5, 11))
    middle = paper.width / 2
    paper.write(m, middle - 9, top - 60, m, name, size)
    paper.write(middle + 9, paper.width - m, top - 60, m + chance.uniform(0, 200), name, size)
    return paper.rendered()


def report(chance: np.random.Generator) -> Pixels:
    """A doctor's report: letter-head, address, paragraphs with headings, a signature."""
    paper = Paper(chance)
    m, y = paper.margin, paper.height - paper.margin
    name, size = paper.font()
    paper.canvas.line(m, y - 40, paper.width - m, y - 40)
    paper.write(m, paper.width * 0.6, y - 60, y - 120, name, size)
    y -= 140
    while y > m + 120:
        paper.canvas.setFont("Helvetica-Bold", size + 2)
        paper.canvas.drawString(m, y, paper.words(3).title())
        high = float(chance.uniform(60, 180))
        paper.write(m, paper.width - m, y - 6, max(m, y - high), name, size)
        y -= high + 20
    return paper.rendered()


def contents(chance: np.random.Generator) -> Pixels:
    """A table of contents with dotted leaders."""
    paper = Paper(chance)
    m, y = paper.margin, paper.height - paper.margin
    _, size = paper.font()
    while y > m:
        paper.canvas.drawString(m + 20 * int(chance.integers(3)), y, paper.words(4))
        paper.canvas.setDash(1, 3)
        paper.canvas.line(paper.width * 0.55, y, paper.width - m - 30, y)
        paper.canvas.setDash()
        paper.canvas.drawRightString(paper.width - m, y, str(int(chance.integers(1, 400))))
        y -= size * 1.8
    return paper.rendered()


def timetable(chance: np.random.Generator) -> Pixels:
    """A ruled table with shaded rows and times of day."""
    paper = Paper(chance)
    m, rows, columns = paper.margin, int(chance.integers(10, 34)), int(chance.integers(3, 9))
    high, wide = (paper.height - 2 * m) / rows, (paper.width - 2 * m) / columns
    _, size = paper.font(sizes=(6, 11))
    for row in range(rows):
        y = m + row * high
        if row % 2:
            paper.canvas.setFillGray(0.9)
            paper.canvas.rect(m, y, columns * wide, high, stroke=0, fill=1)
            paper.canvas.setFillGray(0.1)
        for column in range(columns):
            paper.canvas.rect(m + column * wide, y, wide, high)
            if chance.random() < 0.8:
                text = f"{chance.integers(24):02d}:{chance.integers(60):02d}"
                paper.canvas.drawString(m + column * wide + 4, y + high / 2 - size / 3, text)
    return paper.rendered()


def questionnaire(chance: np.random.Generator) -> Pixels:
    """Questions with round answers on a scale, some of them crossed."""
    paper = Paper(chance)
    m, y = paper.margin, paper.height - paper.margin
    _, size = paper.font()
    while y > m:
        paper.canvas.drawString(m, y, paper.words(6) + "?")
        for step in range(5):
            x = paper.width * 0.6 + step * 34
            paper.canvas.circle(x, y + 3, 6)
            if chance.random() < 0.2:
                paper.canvas.line(x - 7, y - 4, x + 7, y + 10)
                paper.canvas.line(x - 7, y + 10, x + 7, y - 4)
        y -= size * 2.6
    return paper.rendered()


def checklist(chance: np.random.Generator) -> Pixels:
    """A list of boxes to tick in two columns, with a coloured head."""
    paper = Paper(chance)
    m, top = paper.margin, paper.height - paper.margin
    paper.canvas.setFillColorRGB(*chance.uniform(0.5, 0.95, 3).tolist())
    paper.canvas.rect(m, top - 40, paper.width - 2 * m, 40, fill=1)
    paper.canvas.setFillGray(0.1)
    _, size = paper.font()
    for x in (m, paper.width / 2):
        y = top - 60
        while y > m:
            paper.canvas.rect(x, y, size, size)
            paper.canvas.drawString(x + 18, y + 1, paper.words(3))
            if chance.random() < 0.3:
                paper.canvas.lines([(x, y, x + size, y + size), (x, y + size, x + size, y)])
            y -= size * 2
    return paper.rendered()


def grid_form(chance: np.random.Generator) -> Pixels:
    """A form with one box a letter, in a light colour, filled in by hand."""
    paper = Paper(chance)
    m, y, cell = paper.margin, paper.height - paper.margin - 20, float(chance.uniform(11, 20))
    paper.canvas.setStrokeColorRGB(*chance.uniform(0.3, 0.9, 3).tolist())
    hand = str(chance.choice(hands()))
    while y > m:
        paper.canvas.setFont("Helvetica", 7)
        paper.canvas.drawString(m, y + cell + 2, paper.words(2))
        for number in range(int((paper.width - 2 * m) / cell * chance.uniform(0.4, 1))):
            paper.canvas.rect(m + number * cell, y, cell, cell)
            if chance.random() < 0.5:
                paper.canvas.setFont(hand, cell)
                paper.canvas.drawString(
                    m + number * cell + 3, y + 3, str(chance.choice(list("ABDEKLMNORST0123")))
                )
        y -= cell * 2.4
    return paper.rendered()


def printed_prescription(chance: np.random.Generator) -> Pixels:
    """A prescription slip: a frame of fields, on pink paper now and then, drugs in typewriter letters."""
    paper = Paper(chance)
    if chance.random() < 0.5:
        paper.canvas.setFillColorRGB(1, 0.86, 0.86)
        paper.canvas.rect(0, 0, paper.width, paper.height, stroke=0, fill=1)
        paper.canvas.setStrokeColorRGB(0.8, 0.3, 0.35)
    m, w, h = paper.margin, paper.width, paper.height
    for x0, y0, x1, y1 in (
        (0, 0.75, 0.6, 1),
        (0.6, 0.75, 1, 1),
        (0, 0.68, 0.2, 0.75),
        (0.2, 0.68, 0.6, 0.75),
        (0, 0, 0.6, 0.68),
        (0.6, 0, 1, 0.75),
    ):
        paper.canvas.rect(
            m + x0 * (w - 2 * m), m + y0 * (h - 2 * m), (x1 - x0) * (w - 2 * m), (y1 - y0) * (h - 2 * m)
        )
    paper.canvas.setFillGray(0.15)
    paper.write(m + 6, m + 0.55 * (w - 2 * m), h - m - 4, h - m - 60, "Courier", 9)
    y = m + 0.6 * (h - 2 * m)
    for _ in range(int(chance.integers(1, 5))):
        paper.canvas.setFont("Courier", 12)
        paper.canvas.drawString(
            m + 12, y, f"{paper.words(1).title()} {chance.integers(5, 800)} mg N{chance.integers(1, 4)}"
        )
        y -= 34
    _signature(paper, 0.65 * w, m + 40)
    return paper.rendered()


def handwritten(chance: np.random.Generator) -> Pixels:
    """A prescription in a handwriting font under a printed head."""
    paper = Paper(chance)
    m, y = paper.margin, paper.height - paper.margin
    paper.font(PRINT, (12, 18))
    paper.canvas.drawCentredString(paper.width / 2, y - 14, paper.words(4).title())
    paper.canvas.line(m, y - 24, paper.width - m, y - 24)
    y -= 80
    paper.canvas.setFillColorRGB(0.05, 0.1, float(chance.uniform(0.2, 0.7)))
    while y > m + 80 and chance.random() < 0.93:
        paper.canvas.saveState()
        paper.canvas.translate(m + chance.uniform(0, 30), y)
        paper.canvas.rotate(float(chance.normal(0, 1.5)))
        _, size = paper.font(hands(), (17, 30))
        paper.canvas.drawString(0, 0, f"{paper.words(2)} {chance.integers(1, 100)} ml {paper.words(1)}")
        paper.canvas.restoreState()
        y -= size * 1.5
    _signature(paper, 0.6 * paper.width, m + 20)
    return paper.rendered()


def _signature(paper: Paper, x: float, y: float) -> None:
    path = paper.canvas.beginPath()
    path.moveTo(x, y)
    for _ in range(int(paper.chance.integers(4, 9))):
        a, b, c = paper.chance.uniform(-14, 34, (3, 2)).tolist()
        path.curveTo(x + a[0], y + a[1], x + b[0], y + b[1], x + c[0] + 12, y + c[1])
        x += 14
    paper.canvas.drawPath(path)


def pen_note(chance: np.random.Generator) -> Pixels:
    """A note in OpenCV's script letters, every one of another size and height, on squared or plain paper."""
    shape = ((1400, 1000), (1000, 1400), (1700, 1200))[int(chance.integers(3))]
    page = np.full((*shape, 3), chance.integers(220, 256, 3), np.uint8)
    if chance.random() < 0.35:
        step, colour = int(chance.integers(18, 42)), [int(v) for v in chance.integers(170, 225, 3)]
        for at in range(0, max(shape), step):
            cv2.line(page, (at, 0), (at, shape[0]), colour, 1)
            cv2.line(page, (0, at), (shape[1], at), colour, 1)
    ink = [int(v) for v in chance.integers((0, 0, 40), (60, 60, 170))]
    y = 120.0
    while y < shape[0] - 80 and chance.random() < 0.95:
        x, slope = 90.0, chance.normal(0, 0.02)
        for letter in str(Paper(chance).words(int(chance.integers(2, 6)))):
            size = float(chance.uniform(1.3, 1.8))
            place = (round(x), round(y + slope * x + chance.normal(0, 2)))
            cv2.putText(
                page,
                letter.encode("ascii", "ignore").decode(),
                place,
                cv2.FONT_HERSHEY_SCRIPT_SIMPLEX,
                size,
                ink,
                2,
                cv2.LINE_AA,
            )
            x += 19 * size
            if x > shape[1] - 90:
                break
        y += chance.uniform(60, 100)
    return page
