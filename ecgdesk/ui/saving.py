"""Ways out of the window: report, heat map, JSON, table, clipboard, printer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from ecgdesk.core.analysis import Analysis
from ecgdesk.core.heat import HeatView
from ecgdesk.core.page import Page
from ecgdesk.services import saving
from ecgdesk.services.bundle import Services
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.i18n import paper_language
from ecgdesk.ui.news import News
from ecgdesk.ui.printing import print_pdf
from ecgdesk.ui.summary import as_text

View = Callable[[], HeatView]


class SavingActions(QObject):
    """Answers the actions that write something; the writing itself is a job."""

    def __init__(self, services: Services, actions: Actions, news: News, view: View, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._news, self._view, self._window = services, news, view, window
        self._print_action = actions["print"]
        actions["save_report"].triggered.connect(self._on_save_report)
        actions["save_overlay"].triggered.connect(self._on_save_overlay)
        actions["save_json"].triggered.connect(self._on_save_json)
        actions["save_signals"].triggered.connect(self._on_save_signals)
        actions["save_table"].triggered.connect(self._on_save_table)
        actions["copy_result"].triggered.connect(self._on_copy)
        actions["copy_picture"].triggered.connect(self._on_copy_picture)
        actions["print"].triggered.connect(self._on_print)

    def _on_save_report(self) -> None:
        shown = self._shown()
        path = self._ask(self.tr("Save report"), "-report.pdf", "PDF (*.pdf)") if shown else None
        if shown and path:
            page, analysis, view = *shown, self._view()
            self._write(lambda: saving.save_report(path, page, analysis, view, paper_language()))

    def _on_save_overlay(self) -> None:
        shown = self._shown()
        path = (
            self._ask(self.tr("Save page with heat map"), "-heat-map.png", "PNG (*.png)") if shown else None
        )
        if shown and path:
            page, analysis, view = *shown, self._view()
            self._write(lambda: saving.save_overlay(path, page, analysis, view, paper_language()))

    def _on_save_json(self) -> None:
        shown = self._shown()
        path = self._ask(self.tr("Save result as JSON"), ".json", "JSON (*.json)") if shown else None
        if shown and path:
            analysis = shown[1]
            self._write(lambda: saving.save_json(path, analysis))

    def _on_save_signals(self) -> None:
        shown = self._shown()
        kinds = self.tr("Table (*.csv);;WFDB record (*.hea)")
        path = self._ask(self.tr("Save signals"), "-signals.csv", kinds) if shown else None
        if shown and path:
            analysis = shown[1]
            self._write(lambda: saving.save_signals(path, analysis))

    def _on_save_table(self) -> None:
        entries = list(self._services.session)
        path = self._ask(self.tr("Save table of all pages"), "-table.csv", "CSV (*.csv)") if entries else None
        if path:
            self._write(lambda: saving.save_table(path, entries))

    def _on_copy(self) -> None:
        shown = self._shown()
        if shown:
            QGuiApplication.clipboard().setText(as_text(shown[1]))
            self._news.say("saved", self.tr("The result is in the clipboard."))

    def _on_copy_picture(self) -> None:
        if shown := self._shown():
            page, analysis, view = *shown, self._view()
            self._services.jobs.submit(
                lambda: QImage.fromData(saving.picture_png(page, analysis, view, paper_language())),
                self._on_picture_made,
                self._news.show_error,
            )

    def _on_picture_made(self, picture: QImage) -> None:
        QGuiApplication.clipboard().setImage(picture)
        self._news.say("saved", self.tr("The picture is in the clipboard."))

    def _on_print(self) -> None:
        shown = self._shown()
        if not shown:
            return
        page, analysis, view = *shown, self._view()
        self._print_action.setEnabled(False)
        self._services.jobs.submit(
            lambda: saving.report_pdf(page, analysis, view, paper_language()),
            self._on_report_made,
            self._news.show_error,
        )

    def _on_report_made(self, pdf: bytes) -> None:
        self._print_action.setEnabled(True)
        print_pdf(pdf, self._services.jobs, self._window, self._news.show_error)

    def _shown(self) -> tuple[Page, Analysis] | None:
        entry, page = self._services.current.entry, self._services.current.page
        if entry is None or entry.analysis is None or page is None:
            return None
        return page, entry.analysis

    def _ask(self, title: str, ending: str, kind: str) -> Path | None:
        entry = self._services.current.entry
        stem = entry.page.path.stem if entry is not None else "ecg"
        folder = self._services.settings.values.save_folder or (str(entry.page.path.parent) if entry else "")
        name, chosen = QFileDialog.getSaveFileName(
            self._window, title, str(Path(folder) / f"{stem}{ending}"), kind
        )
        if not name:
            return None
        suffix = Path(ending).suffix or ending
        path = Path(name)
        if ";;" in kind and "*." in chosen:
            # Of several kinds the chosen one counts, also where the name still ends as proposed.
            return path.with_suffix(chosen[chosen.rindex("*") + 1 :].rstrip(")"))
        return path if path.suffix else path.with_name(path.name + suffix)

    def _write(self, write: Callable[[], Path]) -> None:
        self._services.jobs.submit(write, self._on_written, self._news.show_error)

    def _on_written(self, path: Path) -> None:
        self._services.settings.update(save_folder=str(path.parent))
        self._news.saved(path)
