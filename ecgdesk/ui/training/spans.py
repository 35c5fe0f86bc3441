"""Lengths of time in words."""

from PySide6.QtCore import QCoreApplication

_MINUTE, _HOUR = 60, 3600


def span(seconds: float) -> str:
    """Return a length of time in the largest units that matter."""
    translate = QCoreApplication.translate
    if seconds < 1.5 * _MINUTE:
        return translate("spans", "{n} s").format(n=max(1, round(seconds)))
    if seconds < 1.5 * _HOUR:
        return translate("spans", "{n} min").format(n=round(seconds / _MINUTE))
    hours, rest = divmod(round(seconds / _MINUTE), 60)
    return translate("spans", "{h} h {min} min").format(h=hours, min=rest)
