"""Ways into the window: dialogs, the sample, drop, paste."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ecgdesk.core.constants import IMAGE_SUFFIXES, PAGE_SUFFIXES
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.bundle import Services
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.drop import MODEL_SUFFIX, Dragged, dragged
from ecgdesk.ui.news import News
from ecgdesk.ui.pasted import Pasted, keep, pasted


class OpeningActions(QObject):
    """Answers the actions that bring pages or models in."""

    def __init__(
        self, services: Services, actions: Actions, news: News, samples: Path, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._news, self._samples, self._window = services, news, samples, window
        actions["open"].triggered.connect(self._on_open)
        actions["open_folder"].triggered.connect(self._on_open_folder)
        actions["open_sample"].triggered.connect(self._on_open_sample)
        actions["paste"].triggered.connect(self.paste)
        actions["import_model"].triggered.connect(self._on_import_model)

    def open(self, paths: list[Path]) -> None:
        """Open files and folders."""
        if paths:
            self._services.opener.open(paths)

    def take_drop(self, what: Dragged) -> None:
        """Open what was dropped, import model packs, name what is neither."""
        for pack in what.models:
            self._services.models.import_pack(pack)
        self.open([*what.pages, *what.wrong])

    def take_picture(self, picture: Pasted) -> None:
        """Keep a bare picture in the session's folder and open it."""
        folder = self._services.folder.pasted_folder
        self._services.jobs.submit(
            lambda: keep(picture, folder),
            lambda kept: self._services.opener.open([kept], remember=False),
            self._news.show_error,
        )

    def paste(self) -> None:
        """Open what the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        what = dragged(data)
        if what.pages or what.wrong or what.models:
            self.take_drop(what)
        elif what.picture:
            self.take_picture(pasted(data))
        else:
            self._news.say("paste", self.tr("The clipboard holds no picture and no files."))

    def _on_open(self) -> None:
        endings = " ".join(f"*{suffix}" for suffix in (*PAGE_SUFFIXES, ".csv"))
        kinds = self.tr("ECG pages ({endings})").format(endings=endings)
        everything = self.tr("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open pages"), self._folder(), f"{kinds};;{everything}"
        )
        self.open([Path(name) for name in names])

    def _on_open_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open folder"), self._folder())
        self.open([Path(name)] if name else [])

    def _on_open_sample(self) -> None:
        """Open the first sample that is not open yet, so that each click shows another."""
        found = sorted(p for p in self._samples.glob("*") if p.suffix.lower() in IMAGE_SUFFIXES)
        open_now = {entry.page.path for entry in self._services.session}
        fresh = [p for p in found if p not in open_now] or found
        if not fresh:
            problem = EcgdeskError(self.tr("The samples are missing."), self.tr("Install the program again."))
            self._news.show_error(problem)
            return
        self._services.opener.open(fresh[:1], remember=False)

    def _on_import_model(self) -> None:
        kinds = self.tr("Model packs (*{ending})").format(ending=MODEL_SUFFIX)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import a model"), "", kinds)
        if name:
            self._services.models.import_pack(Path(name))

    def _folder(self) -> str:
        recent = self._services.recent.paths
        return self._services.settings.values.open_folder or (str(recent[0].parent) if recent else "")
