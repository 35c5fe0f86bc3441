"""JSON files that are either the old version or the new one, never half of one."""

import json
import logging
from pathlib import Path
from typing import Any

from ecgdesk.core.whole_file import write_atomically

_LOG = logging.getLogger(__name__)


def write_text(path: Path, text: str) -> None:
    """Replace the file whole, UTF-8. Raises OSError."""
    write_atomically(path, lambda file: file.write(text.encode("utf-8")))


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write a JSON object atomically. Raises OSError."""
    write_text(path, json.dumps(data, indent=1, ensure_ascii=False))


def read_json(path: Path) -> dict[str, Any]:
    """Return the object in the file; empty where there is none or it cannot be read.

    A damaged file is kept beside the good one as `*.damaged`, so that nothing is lost silently.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _LOG.warning("%s could not be read: %s", path.name, error)
        set_aside(path)
        return {}
    return data if isinstance(data, dict) else {}


def set_aside(path: Path) -> None:
    """Keep a damaged file under another name, if the folder allows."""
    try:
        path.replace(path.with_name(path.name + ".damaged"))
    except OSError as error:
        _LOG.warning("%s could not be set aside: %s", path.name, error)
