"""Where this user's files are kept: the one place that every part of the program asks."""

import os
from pathlib import Path


def home_folder() -> Path:
    """Return the folder named by `ECGDESK_HOME`, else the usual place of the platform."""
    if override := os.environ.get("ECGDESK_HOME"):
        return Path(override).expanduser()
    from platformdirs import user_data_path

    return user_data_path("ecgdesk", appauthor=False)
