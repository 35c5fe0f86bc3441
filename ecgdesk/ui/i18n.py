"""The language of the window: our own words and Qt's."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

PREFIX = "ecgdesk_"


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
    if own.load(locale, PREFIX.rstrip("_"), "_", str(folder)):
        app.installTranslator(own)
        standard = QTranslator(app)
        if standard.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(standard)
        app.setLayoutDirection(locale.textDirection())
    return locale
