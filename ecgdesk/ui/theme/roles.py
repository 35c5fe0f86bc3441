"""The two palettes. Every colour in the window is one of these roles."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor

from ecgdesk.core.constants import HEAT_STOPS

TEXT_ROLES: Final = ("text", "muted", "accent", "ok", "caution", "error")
SURFACE_ROLES: Final = ("surface", "raised", "well", "selected")


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours as #rrggbb, by what they are for.

    `surface` is the window, `raised` panels and fields, `well` what lies behind the page, `selected` a
    chosen row; `outline` bounds controls (3:1 or more), `hairline` only separates. The heat colours are
    the stops of the heat map from cold to hot; the paper under them is white in either theme.
    """

    name: str
    dark: bool
    surface: str
    raised: str
    well: str
    selected: str
    text: str
    muted: str
    accent: str
    on_accent: str
    ok: str
    caution: str
    error: str
    outline: str
    hairline: str
    heat_low: str = HEAT_STOPS[0]
    heat_mid: str = HEAT_STOPS[1]
    heat_high: str = HEAT_STOPS[2]
    paper: str = "#ffffff"
    ink: str = "#20242a"

    @property
    def heat(self) -> tuple[str, str, str]:
        """The stops of the heat map, cold to hot."""
        return self.heat_low, self.heat_mid, self.heat_high

    def color(self, role: str) -> QColor:
        """Return the colour of a role; raises AttributeError for an unknown one."""
        return QColor(getattr(self, role))


LIGHT: Final = Theme(
    name="light",
    dark=False,
    surface="#f4f6f8",
    raised="#ffffff",
    well="#e6eaee",
    selected="#d8ebf2",
    text="#18212b",
    muted="#4d5966",
    accent="#0b5f7d",
    on_accent="#ffffff",
    ok="#17633a",
    caution="#7a4b00",
    error="#a61b16",
    outline="#7b8794",
    hairline="#d5dbe1",
)

DARK: Final = Theme(
    name="dark",
    dark=True,
    surface="#171b20",
    raised="#20262d",
    well="#0f1216",
    selected="#1d3947",
    text="#e7ebf0",
    muted="#a6b1bd",
    accent="#6cc6e4",
    on_accent="#08222c",
    ok="#6fce97",
    caution="#eab654",
    error="#ff9a90",
    outline="#76828f",
    hairline="#313942",
)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = QColor(colour)
    red, green, blue = (_linear(part) for part in (parts.redF(), parts.greenF(), parts.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
