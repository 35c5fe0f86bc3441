"""Charts of the frozen set that reportlab draws."""

from typing import Any

import numpy as np
from reportlab.graphics import renderPDF
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.charts.lineplots import LinePlot
from reportlab.graphics.charts.piecharts import Pie
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color

from benchmarks.no_ecg.frozen.sheets import Paper
from benchmarks.no_ecg.sets import Pixels


def _on(paper: Paper, chart: Any) -> Pixels:  # noqa: ANN401 - reportlab's charts have no common type
    m = paper.margin
    chart.x, chart.y = 30, 30
    chart.width, chart.height = (
        paper.width - 2 * m - 60,
        (paper.height - 2 * m) * paper.chance.uniform(0.4, 0.95) - 60,
    )
    drawing = Drawing(paper.width - 2 * m, paper.height - 2 * m)
    drawing.add(chart)
    renderPDF.draw(drawing, paper.canvas, m, m)
    paper.font()
    paper.canvas.drawString(m, paper.height - m / 2, paper.words(5).title())
    return paper.rendered()


def _colour(chance: np.random.Generator) -> Color:
    return Color(*chance.uniform(0, 0.7, 3).tolist())


def line_chart(chance: np.random.Generator) -> Pixels:
    """Categories or numbers along the axis, one to six lines, grid lines now and then."""
    paper = Paper(chance)
    count = int(chance.integers(8, 300))
    rows = [(chance.normal(size=count).cumsum() + 20).tolist() for _ in range(int(chance.integers(1, 7)))]
    if chance.random() < 0.4:
        chart: Any = HorizontalLineChart()
        chart.data = rows
        chart.categoryAxis.categoryNames = [str(k) if k % 10 == 0 else "" for k in range(count)]
    else:
        chart = LinePlot()
        chart.data = [list(enumerate(row)) for row in rows]
        chart.xValueAxis.visibleGrid = chart.yValueAxis.visibleGrid = chance.random() < 0.6
        chart.xValueAxis.gridStrokeColor = chart.yValueAxis.gridStrokeColor = Color(0.95, 0.7, 0.72)
    for index in range(len(rows)):
        chart.lines[index].strokeColor = _colour(chance)
        chart.lines[index].strokeWidth = float(chance.uniform(0.5, 2))
    return _on(paper, chart)


def bar_chart(chance: np.random.Generator) -> Pixels:
    """Groups of bars."""
    paper = Paper(chance)
    chart = VerticalBarChart()
    groups, count = int(chance.integers(1, 4)), int(chance.integers(4, 40))
    chart.data = chance.random((groups, count)).tolist()
    chart.valueAxis.visibleGrid = chance.random() < 0.5
    for index in range(groups):
        chart.bars[index].fillColor = _colour(chance)
    return _on(paper, chart)


def pie_chart(chance: np.random.Generator) -> Pixels:
    """A pie."""
    paper = Paper(chance)
    chart = Pie()
    chart.data = (chance.random(int(chance.integers(3, 9))) + 0.1).tolist()
    for index in range(len(chart.data)):
        chart.slices[index].fillColor = _colour(chance)
    return _on(paper, chart)
