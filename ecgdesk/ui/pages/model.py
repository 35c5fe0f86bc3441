"""The session's entries as a list model."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QTransform

from ecgdesk.core.page import PageRef
from ecgdesk.core.placing import quarter_turns
from ecgdesk.services.entry import Entry
from ecgdesk.services.models import Models
from ecgdesk.services.session import Session
from ecgdesk.ui.i18n import said
from ecgdesk.ui.thumbnails import Thumbnails
from ecgdesk.ui.wording import page_title, rate, short_result, sign_of

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
IMAGE_ROLE = Qt.ItemDataRole.UserRole + 2
RESULT_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex


class PageListModel(QAbstractListModel):
    """Follows the session; keeps its own list of pages so that rows and signals always agree."""

    def __init__(
        self, session: Session, models: Models, thumbnails: Thumbnails, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._models, self._thumbnails = session, models, thumbnails
        self._pages = session.pages
        session.entries_added.connect(self._on_added)
        session.entries_removed.connect(self._on_removed)
        session.entry_changed.connect(self._on_changed)
        thumbnails.ready.connect(self._on_changed)
        models.changed.connect(self._on_models_changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many pages are open."""
        return 0 if parent.isValid() else len(self._pages)

    def page(self, index: Index) -> PageRef:
        """The page of a row."""
        return self._pages[index.row()]

    def index_of(self, page: PageRef) -> QModelIndex:
        """The row of a page."""
        return self.index(self._pages.index(page))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a row shows and says."""
        entry = self._session.get(self._pages[index.row()]) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return page_title(entry.page, entry.page_count)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._description(entry)
            case _:
                return self._custom(entry, role)

    def _custom(self, entry: Entry, role: int) -> Any:  # noqa: ANN401
        if role == ENTRY_ROLE:
            return entry
        if role == IMAGE_ROLE:
            return _as_laid(self._thumbnails.image(entry.page), entry)
        if role == RESULT_ROLE:
            return short_result(entry, self._short_names())
        return None

    def _description(self, entry: Entry) -> str:
        lines = [page_title(entry.page, entry.page_count), sign_of(entry).word]
        analysis = entry.analysis
        if analysis is not None and analysis.model is not None:
            lines.append(short_result(entry, analysis.model.classes))
            lines.append(rate(analysis.measurements))
        if entry.error is not None:
            lines += [said(entry.error.problem), said(entry.error.advice)]
        return "\n".join(line for line in dict.fromkeys(lines) if line)

    def _short_names(self) -> dict[str, str]:
        return {key: name for model in self._models.choices for key, name in model.short.items()}

    def _on_added(self, first: int, entries: list[Entry]) -> None:
        self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
        self._pages[first:first] = [entry.page for entry in entries]
        self.endInsertRows()

    def _on_removed(self, pages: list[PageRef]) -> None:
        for page in pages:
            row = self._pages.index(page)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._pages[row]
            self.endRemoveRows()

    def _on_changed(self, page: PageRef) -> None:
        if page in self._pages:
            index = self.index_of(page)
            self.dataChanged.emit(index, index)

    def _on_models_changed(self) -> None:
        if self._pages:
            self.dataChanged.emit(self.index(0), self.index(len(self._pages) - 1))


def _as_laid(image: QImage | None, entry: Entry) -> QImage | None:
    """Return a page's small picture turned by quarters as the page itself is shown."""
    crop = entry.effective_crop
    turns = quarter_turns(crop) if crop is not None else 0
    return image.transformed(QTransform().rotate(90 * turns)) if image is not None and turns else image
