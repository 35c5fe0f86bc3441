"""The data doctor beside the window: started on the draft's pages, its findings kept, remedies applied."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.findings import Began, Event, Examined, Finding, Progress, Remedy
from ecgdesk.core.recipe_values import value_at
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.training.cleaned import Cleaning, cleaned_columns, cleaning_of, write_cleaned
from ecgdesk.services.training.draft import Draft
from ecgdesk.services.training.json_command import JsonCommand
from ecgdesk.services.training.preview import Columns, DataPreview, look_at


class Doctor(QObject):
    """Examines the pages that were chosen; remedies change a copy of the list, never the files."""

    begun = Signal()
    progressed = Signal(object)
    """Progress."""
    found = Signal(object)
    """Finding."""
    examined = Signal(object)
    """Examined, or None where it was cancelled."""
    failed = Signal(object)
    """EcgdeskError."""

    def __init__(self, draft: Draft, jobs: Jobs, lists: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft, self._jobs, self._lists = draft, jobs, lists
        self._command = JsonCommand(self)
        self._command.said.connect(self._on_said)
        self._command.failed.connect(self.failed)
        self._command.ended.connect(self._on_ended)
        self._checked: DataPreview | None = None
        self._before: dict[str, object] = {}
        self.root = Path()
        self.findings: list[Finding] = []
        self.result: Examined | None = None

    @property
    def is_running(self) -> bool:
        """Whether pages are being examined."""
        return self._command.is_running

    @property
    def is_up_to_date(self) -> bool:
        """Whether these very pages were examined, or are being examined."""
        original = self._original()
        return original is not None and self._checked == original

    def run(self) -> None:
        """Examine the pages of the draft."""
        preview = self._original()
        if preview is None:
            return
        self._checked, self.findings, self.result = preview, [], None
        self._before = {}
        self.root = preview.source.parent if preview.is_list else preview.source
        self._draft.take_data(preview)
        self._command.run(arguments_for(preview))
        self.begun.emit()

    def cancel(self) -> None:
        """Stop examining; what was found so far stays."""
        self._command.cancel()

    def apply(self, remedies: list[Remedy]) -> None:
        """Let exactly these remedies take effect; the files themselves are never touched."""
        cleaning, preview = cleaning_of(remedies), self._checked
        if preview is None:
            return
        self._jobs.submit(
            lambda: self._cleaned(preview, cleaning),
            lambda cleaned: self._on_cleaned(cleaned, cleaning),
            self.failed.emit,
        )

    def _original(self) -> DataPreview | None:
        now = self._draft.preview
        cleaned = now is not None and now.source.parent == self._lists
        return self._checked if cleaned else now

    def _cleaned(self, preview: DataPreview, cleaning: Cleaning) -> DataPreview:
        if not cleaning.changes_list:
            return preview
        file = write_cleaned(preview, cleaning, self._lists)
        return look_at(file, cleaned_columns(preview, cleaning))

    def _on_cleaned(self, preview: DataPreview, cleaning: Cleaning) -> None:
        self._draft.take_data(preview)
        wanted = dict(cleaning.settings)
        for path in [path for path in self._before if path not in wanted]:
            wanted[path] = self._before.pop(path)
        for path in cleaning.settings:
            self._before.setdefault(path, value_at(self._draft.values, path))
        if wanted:
            self._draft.update(wanted)

    def _on_said(self, event: Event) -> None:
        match event:
            case Began():
                self.root = Path(event.root)
            case Progress():
                self.progressed.emit(event)
            case Finding():
                self.findings.append(event)
                self.found.emit(event)
            case Examined():
                self.result = event

    def _on_ended(self, cancelled: bool) -> None:
        if cancelled or self.result is None:
            self._checked = None
        self.examined.emit(self.result)


def arguments_for(preview: DataPreview) -> list[str]:
    """Return the arguments of `check-data` for some pages."""
    arguments = ["check-data", str(preview.source), "--json"]
    return [*arguments, *column_arguments(preview.chosen)] if preview.is_list else arguments


def column_arguments(chosen: Columns) -> list[str]:
    """Return the options that say which column of a list is what."""
    options = {
        "--path-column": chosen.path_column,
        "--label-column": chosen.label_column,
        "--group-column": chosen.group_column,
        "--pages-folder": chosen.pages_folder,
    }
    return [part for option, value in options.items() if value for part in (option, value)]
