"""Where this user's files are kept. `ECGDESK_HOME` overrides it (tests, portable installs)."""

from dataclasses import dataclass
from pathlib import Path

from ecgdesk.core.home import home_folder


@dataclass(frozen=True, slots=True)
class UserFolder:
    """The user's data folder and the files in it; nothing is created until something is written."""

    root: Path

    @classmethod
    def default(cls) -> "UserFolder":
        """Return the folder named by `ECGDESK_HOME`, else the platform's usual place."""
        return cls(home_folder())

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
