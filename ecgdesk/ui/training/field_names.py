"""Names of a recipe's fields and sections, made from the names they have in TOML."""

from PySide6.QtCore import QCoreApplication

_SUFFIXES = (("_deg", " (degrees)"), ("_px", " (pixels)"))


def field_name(path: str) -> str:
    """Return a field's name for people: "label_smoothing" becomes "Label smoothing"."""
    name = path.rpartition(".")[2]
    for suffix, words in _SUFFIXES:
        if name.endswith(suffix):
            name = name.removesuffix(suffix) + words
    return QCoreApplication.translate("recipe", _words(name))


def section_name(path: str) -> str:
    """Return a section's name for people; the one of the top fields is called after what they decide."""
    if not path:
        return QCoreApplication.translate("recipe", "Schedule")
    return ": ".join(QCoreApplication.translate("recipe", _words(part)) for part in path.split("."))


def _words(name: str) -> str:
    plain = name.replace("_", " ")
    return plain[:1].upper() + plain[1:]
