"""Where this user's files are kept. `ECGDESK_HOME` overrides it (tests, portable installs)."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class UserFolder:
    """The user's data folder and the files in it; nothing is created until something is written."""

    root: Path

    @classmethod
    def default(cls) -> "UserFolder":
        """Return the folder named by `ECGDESK_HOME`, else the platform's usual place."""
        override = os.environ.get("ECGDESK_HOME")
        if override:
            return cls(Path(override).expanduser())
        from platformdirs import user_data_path

        return cls(user_data_path("ecgdesk", appauthor=False))

    @property
    def settings_file(self) -> Path:
        """What the user changed in the settings."""
        return self.root / "settings.json"

    @property
    def session_file(self) -> Path:
        """The open pages with crops, masks and choices."""
        return self.root / "session.json"

    @property
    def window_file(self) -> Path:
        """Size and docks of the window (QSettings, INI)."""
        return self.root / "window.ini"

    @property
    def pasted_folder(self) -> Path:
        """Pictures that came by paste."""
        return self.root / "pasted"

    @property
    def log_file(self) -> Path:
        """The log that Help › Log shows."""
        return self.root / "log" / "ecgdesk.log"
