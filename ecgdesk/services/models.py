"""The installed models as the window offers them, listed in the background."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.errors import EcgdeskError, ModelPackError
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.settings import SettingsStore


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model that can be chosen: id, display name, one sentence, classes (id → name) and short names.

    `methods` are the ids of the attribution methods that fit its network. `preprocessing` is the
    `Preprocessing` of its card; kept as an object so that nothing here loads pydantic.
    """

    id: str
    name: str
    description: str = ""
    classes: Mapping[str, str] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    preprocessing: object | None = None
    methods: tuple[str, ...] = ("gradcam",)


class ModelExistsError(ModelPackError):
    """Another model with this id is installed; only the user may have it replaced."""

    code = "model-exists"


@dataclass(frozen=True, slots=True)
class Installed:
    """The models that can be used, and why other packs in the folders cannot."""

    choices: Sequence[ModelChoice] = ()
    refused: Sequence[EcgdeskError] = ()


@dataclass(frozen=True, slots=True)
class ModelAccess:
    """What this service needs of the model library; both functions may be slow.

    `import_pack(path, replace)` raises ModelPackError, or ModelExistsError unless `replace`.
    """

    installed: Callable[[], Installed]
    import_pack: Callable[[Path, bool], ModelChoice]


class Models(QObject):
    """Knows the installed models and which one is chosen."""

    changed = Signal()
    """The list or the choice changed."""
    failed = Signal(object)
    """An EcgdeskError: the list could not be read, or a pack was refused."""
    replace_asked = Signal(object, object)
    """Path of a pack and the ModelExistsError that it met."""

    def __init__(
        self, access: ModelAccess, settings: SettingsStore, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._access, self._settings, self._jobs = access, settings, jobs
        self._choices: list[ModelChoice] = []
        self._listed = False
        settings.changed.connect(self._on_settings_changed)

    @property
    def choices(self) -> list[ModelChoice]:
        """All installed models."""
        return list(self._choices)

    @property
    def is_listed(self) -> bool:
        """Whether the list is known yet."""
        return self._listed

    @property
    def chosen(self) -> ModelChoice | None:
        """The model in use: the one in the settings, else the first."""
        wanted = self._settings.values.model
        return next((c for c in self._choices if c.id == wanted), next(iter(self._choices), None))

    def refresh(self) -> None:
        """List the models again."""
        self._jobs.submit(self._access.installed, self._on_listed, self._on_failed)

    def choose(self, model_id: str) -> None:
        """Use another model from now on."""
        self._settings.update(model=model_id)

    def import_pack(self, path: Path, *, replace: bool = False) -> None:
        """Verify a pack, install it, and use it; a refused pack changes nothing."""
        access = self._access

        def on_failed(error: EcgdeskError) -> None:
            if isinstance(error, ModelExistsError):
                self.replace_asked.emit(path, error)
            else:
                self.failed.emit(error)

        self._jobs.submit(lambda: access.import_pack(path, replace), self._on_imported, on_failed)

    def _on_listed(self, found: Installed) -> None:
        self._choices, self._listed = list(found.choices), True
        self.changed.emit()
        for error in found.refused:
            self.failed.emit(error)

    def _on_imported(self, choice: ModelChoice) -> None:
        self._choices = [*(c for c in self._choices if c.id != choice.id), choice]
        self._listed = True
        if self._settings.values.model == choice.id:
            self.changed.emit()
        self.choose(choice.id)

    def _on_failed(self, error: EcgdeskError) -> None:
        self._listed = True
        self.failed.emit(error)
        self.changed.emit()

    def _on_settings_changed(self, old: object, new: object) -> None:
        if getattr(old, "model", None) != getattr(new, "model", None):
            self.changed.emit()
