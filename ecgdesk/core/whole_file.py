"""Whole files or none: what is written here is there after a power cut, or the old file is."""

import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

_NO_FOLDER_SYNC: Final = (errno.EINVAL, errno.ENOTSUP)


def write_atomically(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill a temporary file beside `path`, then put it in place; raises OSError.

    The file is synced before the rename and the folder after it; on any failure `path` is untouched. Who
    may read it follows from the user's umask.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".ecgdesk-{secrets.token_hex(8)}.tmp")
    file = temporary.open("xb")
    try:
        with file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder to sync it; its rename is journalled.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:  # some network shares know no such thing; the file is there
            raise
    finally:
        os.close(descriptor)
