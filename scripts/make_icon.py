"""Draw the program's icon, a calm beat on a page, as SVG, PNG and ICO from one list of shapes."""

import math
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIDE = 256
FINER = 4
ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)

LEFT, TOP, RIGHT, BOTTOM = 36, 16, 220, 240
ROUND, FOLD = 20, 48
SHEET, BACK, EDGE, GRID, INK = "#fdfcf9", "#cfdfe2", "#3f6b76", "#efc9c4", "#123b45"
# x from the R peak, height and σ in pixels: P, Q, R, S, T.
WAVES = ((-40, 13, 9), (-12, -12, 4.5), (0, 92, 6.0), (13, -24, 5.5), (47, 24, 13))
PEAK_X, BASELINE = 120, 164

Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Shape:
    """A polygon (with `fill`) or a line, in pixels of the 256 px icon."""

    points: Points
    stroke: str
    width: float
    fill: str | None = None


def shapes() -> list[Shape]:
    """Return the icon's shapes from back to front."""
    fold: Points = [(RIGHT - FOLD, TOP), (RIGHT - FOLD, TOP + FOLD), (RIGHT, TOP + FOLD)]
    beat: Points = [(x, BASELINE - _height(x - PEAK_X)) for x in range(58, 199)]
    return [
        Shape(_page(), EDGE, 10, SHEET),
        *(Shape(line, GRID, 4) for line in _grid()),
        Shape(fold, EDGE, 10, BACK),
        Shape(beat, INK, 13),
    ]


def _height(x: float) -> float:
    return sum(high * math.exp(-0.5 * ((x - middle) / sigma) ** 2) for middle, high, sigma in WAVES)


def _page() -> Points:
    """Return the sheet's outline: three round corners and one cut off for the fold."""
    outline: Points = [(RIGHT - FOLD, TOP), (RIGHT, TOP + FOLD)]
    corners = ((RIGHT - ROUND, BOTTOM - ROUND, 0), (LEFT + ROUND, BOTTOM - ROUND, 90))
    for x, y, start in (*corners, (LEFT + ROUND, TOP + ROUND, 180)):
        for step in range(0, 91, 6):
            angle = math.radians(start + step)
            outline.append((x + ROUND * math.cos(angle), y + ROUND * math.sin(angle)))
    return outline


def _grid() -> list[Points]:
    across: list[Points] = [[(LEFT + 12, y), (RIGHT - 12, y)] for y in (92, 128, 164, 200)]
    down: list[Points] = [[(x, 82), (x, BOTTOM - 14)] for x in (74, 110, 146, 182)]
    return across + down


def svg() -> str:
    """Return the icon as SVG."""
    lines = [_element(shape) for shape in shapes()]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">\n  <title>ecgdesk</title>'
    return "\n".join([head, *lines, "</svg>", ""])


def _element(shape: Shape) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in shape.points)
    kind = "polygon" if shape.fill else "polyline"
    look = f'fill="{shape.fill or "none"}" stroke="{shape.stroke}" stroke-width="{shape.width:g}"'
    return f'  <{kind} points="{points}" {look} stroke-linejoin="round" stroke-linecap="round"/>'


def picture(side: int) -> Image.Image:
    """Return the icon as RGBA of `side` pixels."""
    large = Image.new("RGBA", (SIDE * FINER, SIDE * FINER))
    draw = ImageDraw.Draw(large)
    for shape in shapes():
        points = [(x * FINER, y * FINER) for x, y in shape.points]
        if shape.fill:
            draw.polygon(points, fill=shape.fill)
            points.append(points[0])
        draw.line(points, fill=shape.stroke, width=round(shape.width * FINER), joint="curve")
        _round_ends(draw, points, shape.width * FINER / 2, shape.stroke)
    return large.resize((side, side), Image.Resampling.LANCZOS)


def _round_ends(draw: ImageDraw.ImageDraw, points: Points, radius: float, colour: str) -> None:
    for x, y in points:
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def main() -> None:
    """Write ecgdesk.svg, ecgdesk.png and ecgdesk.ico."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "ecgdesk.svg").write_text(svg(), encoding="utf-8")
    picture(SIDE).save(FOLDER / "ecgdesk.png", optimize=True)
    small = [picture(side) for side in ICO_SIDES]
    small[-1].save(FOLDER / "ecgdesk.ico", sizes=[(s, s) for s in ICO_SIDES], append_images=small[:-1])
    print(*(f"{p.name}: {p.stat().st_size} bytes" for p in sorted(FOLDER.glob("ecgdesk.*"))), sep="\n")


if __name__ == "__main__":
    main()
