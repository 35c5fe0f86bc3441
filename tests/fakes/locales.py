"""A made-up language whose words are 40 % longer, to see whether the layouts bear it."""

from PySide6.QtCore import QTranslator

SHARE = 0.4


class LongerWords(QTranslator):
    """Every text keeps its placeholders, mnemonic and ellipsis and grows."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        self.asked.append((context, source))
        return longer(source)


def longer(text: str) -> str:
    """Make a text about 40 % longer by repeating its first letters as further words."""
    extra = max(1, round(SHARE * len(text)))
    if extra < 5:
        return text + "ö" * extra
    words = []
    while extra > 0:
        words.append("ä" * min(6, extra))
        extra -= 7
    return f"{text} {' '.join(words)}"
