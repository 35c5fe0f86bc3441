"""What the user may choose, kept as the few values that differ from the defaults."""

import logging
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, get_args

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.analysis import DeviceChoice
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.json_file import read_json, write_json

_LOG = logging.getLogger(__name__)

Theme = Literal["system", "light", "dark"]
CropChoice = Literal["model", "whole"]
Examine = Literal["never", "page", "all"]

_CHOICES: dict[str, tuple[str, ...]] = {
    "theme": get_args(Theme),
    "crop": get_args(CropChoice),
    "examine": get_args(Examine),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default.

    `model` "" takes the first installed model; `threads` 0 leaves one core to the window; `crop` "model"
    proposes what the model was trained on; `explain` draws heat maps by `method`; `examine` puts them to the
    test never, on the page that is opened alone, or in batches too; `measure_batches` reads and measures the
    pages of batches, as is always done with a page opened alone; heat is shown in `heat_colours` from
    `heat_threshold` per cent on; `language` "" follows the system.
    """

    device: DeviceChoice = DeviceChoice.AUTO
    threads: int = 0
    model: str = ""
    crop: CropChoice = "model"
    explain: bool = True
    method: str = "gradcam"
    examine: Examine = "page"
    measure_batches: bool = True
    heat_colours: str = "ember"
    heat_threshold: int = 0
    analyse_on_open: bool = True
    theme: Theme = "system"
    language: str = ""
    open_folder: str = ""
    save_folder: str = ""
    restore_session: bool = True
    recent: tuple[str, ...] = ()


def from_record(record: dict[str, Any]) -> Settings:
    """Return the settings of a JSON object; unknown names and wrong values are left out."""
    known = {f.name: getattr(Settings(), f.name) for f in fields(Settings)}
    kept: dict[str, Any] = {}
    for name, default in known.items():
        if name not in record:
            continue
        try:
            kept[name] = _coerced(name, record[name], default)
        except (TypeError, ValueError) as error:
            _LOG.warning("The setting %s was ignored: %s", name, error)
    return Settings(**kept)


def to_record(settings: Settings) -> dict[str, Any]:
    """Return only what differs from the defaults."""
    plain = asdict(Settings())
    return {name: value for name, value in asdict(settings).items() if value != plain[name]}


def _coerced(name: str, value: object, default: object) -> object:
    if isinstance(default, StrEnum):
        return type(default)(str(value))
    if isinstance(default, tuple):
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is not a list")
        return tuple(str(item) for item in value)
    if type(value) is not type(default):
        raise TypeError(f"{value!r} is not a {type(default).__name__}")
    if name in _CHOICES and value not in _CHOICES[name]:
        raise ValueError(f"{value!r} is none of {', '.join(_CHOICES[name])}")
    if isinstance(value, int) and not isinstance(value, bool) and value < 0:
        raise ValueError(f"{value} is negative")
    return value


class SettingsStore(QObject):
    """The one place that knows and writes the settings; with `jobs` the writing delays nobody."""

    changed = Signal(object, object)
    """Old and new Settings."""
    not_saved = Signal(str)
    """Why the settings file could not be written."""

    def __init__(self, path: Path, parent: QObject | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self._path, self._jobs = path, jobs
        self._values = from_record(read_json(path))
        self._unsaved: Settings | None = None
        self._writing: Settings | None = None

    @property
    def values(self) -> Settings:
        """The settings as they are now."""
        return self._values

    def update(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Settings
        """Change some settings, tell everybody, write the file."""
        old, new = self._values, replace(self._values, **changes)
        if new == old:
            return
        self._values = self._unsaved = new
        self.changed.emit(old, new)
        if self._jobs is None:
            self.save_now()
        elif self._writing is None:
            self._write_in_background(self._jobs)

    def save_now(self) -> None:
        """Write in this thread what is not written yet."""
        if self._unsaved is None:
            return
        values, self._unsaved = self._unsaved, None
        try:
            write_json(self._path, to_record(values))
        except OSError as error:
            self.not_saved.emit(error.strerror or str(error))

    def _write_in_background(self, jobs: Jobs) -> None:
        # A disk may take a tenth of a second; one at a time, or an older file could overtake a newer one.
        path, values = self._path, self._values
        self._writing = values
        jobs.submit(lambda: write_json(path, to_record(values)), self._on_written, self._on_not_written)

    def _on_written(self, _: object) -> None:
        written, self._writing = self._writing, None
        if self._unsaved is written:
            self._unsaved = None
        elif self._jobs is not None:
            self._write_in_background(self._jobs)

    def _on_not_written(self, error: EcgdeskError) -> None:
        self._unsaved = self._writing = None
        self.not_saved.emit(error.problem)
