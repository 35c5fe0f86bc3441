"""The language of the window: its own words, Qt's, and the sentences that come from below."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, Qt, QTime, QTranslator
from PySide6.QtWidgets import QApplication

from ecgdesk.core.sentence import ENGLISH, Language

PREFIX = "ecgdesk_"
CONTEXT = "Engine"
"""Where translations keep what is said below the window; `scripts/translations.py` collects it."""


def languages(folder: Path) -> list[tuple[str, str]]:
    """The languages there are, as (code, name in that language)."""
    codes = ["en", *(path.stem.removeprefix(PREFIX) for path in sorted(folder.glob(f"{PREFIX}*.qm")))]
    return [(code, QLocale(code).nativeLanguageName().capitalize()) for code in dict.fromkeys(codes)]


def install_language(app: QApplication, choice: str, folder: Path) -> QLocale:
    """Translate the application into `choice` (empty: as the system), or leave it in English."""
    locale = QLocale(choice) if choice else QLocale.system()
    if choice:
        QLocale.setDefault(locale)
    own = QTranslator(app)
    # English is in the source: a second language of the system must not come before it.
    if not _is_english(locale) and own.load(locale, PREFIX.rstrip("_"), "_", str(folder)):
        app.installTranslator(own)
        standard = QTranslator(app)
        if standard.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(standard)
        app.setLayoutDirection(locale.textDirection())
    return locale


def _is_english(locale: QLocale) -> bool:
    first = next(iter(locale.uiLanguages()), locale.name())
    return QLocale(first).language() is QLocale.Language.English


def window_language() -> Language:
    """How sentences that come from below are said in the window, and in what it writes for people."""
    return Language(_wording, _number, _date, _moment)


def paper_language() -> Language:
    """As `window_language`, but English where letters run from right to left: paper knows no shaping."""
    to_the_left = QLocale().textDirection() is Qt.LayoutDirection.RightToLeft
    return ENGLISH if to_the_left else window_language()


def said(text: str) -> str:
    """A text from below in the language of the window."""
    return window_language()(text)


def _wording(template: str, count: int | None) -> str:
    if not template:
        return ""
    return QCoreApplication.translate(CONTEXT, template, None, -1 if count is None else count)


def _number(written: str) -> str:
    locale = QLocale()
    digits = {ord(str(n)): chr(ord(locale.zeroDigit()) + n) for n in range(10)}
    return written.translate(digits | {ord("."): locale.decimalPoint()})


def _date(when: datetime) -> str:
    pattern = QCoreApplication.translate("wording", "d MMMM yyyy")
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)


def _moment(when: datetime) -> str:
    time = QLocale().toString(QTime(when.hour, when.minute), "HH:mm")
    return f"{_date(when)}, {time}"
