"""How a probability is rounded for people: the same on the screen, on paper, in tables and in sentences."""

from typing import Final

DECIMALS: Final = 2
_LEAST: Final = 0.01
_SMALLEST_SHOWN: Final = 0.005
NO_BREAK: Final = "\N{NO-BREAK SPACE}"


class Figure(str):
    """A number in English writing, as text; a window in another language writes it in its own way."""

    __slots__ = ()


def rounded_probability(value: float) -> tuple[str, float]:
    """Return "<", ">" or nothing, and the number to show with two decimals; never a bare 0 or 1."""
    if value < _SMALLEST_SHOWN:
        return "<", _LEAST
    if value > 1 - _SMALLEST_SHOWN:
        return ">", 1 - _LEAST
    return "", value


def probability_text(value: float) -> Figure:
    """Return a probability with two decimals: "0.93", or "<0.01" and ">0.99" near the ends."""
    sign, shown = rounded_probability(value)
    return Figure(f"{sign}{shown:.{DECIMALS}f}")


def percent_text(share: float) -> Figure:
    """Return a share in [0, 1] as whole per cent with a no-break space before the sign."""
    return Figure(f"{round(100 * share)}{NO_BREAK}%")
