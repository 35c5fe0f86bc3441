"""How an error becomes the last event of a run: what is wrong, and what to do."""

import errno
from typing import Final

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_events import Failed
from training.crew import Crew
from training.memory import is_out_of_memory
from training.run_folder import RunFolder

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_GO_ON: Final = "Then resume the run: it goes on from the last state it kept."


def failed(error: Exception, folder: RunFolder, crew: Crew) -> Failed:
    """Return the event for an error; anything unforeseen points to the log."""
    if isinstance(error, EcgdeskError):
        return Failed(str(error.problem), str(error.advice))
    if isinstance(error, OSError) and error.errno in _FULL:
        return Failed("The disk is full.", f"Free some space. {_GO_ON}")
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return Failed("A folder can no longer be written to.", f"Make it writable again. {_GO_ON}")
    if is_out_of_memory(error):
        return Failed("Memory ran out.", f"Close other programs. {_GO_ON}")
    if not crew.is_alone and isinstance(error, RuntimeError):
        return Failed("A process of this run was lost.", f"See {folder.log.name} in the run folder. {_GO_ON}")
    return Failed(f"Training failed: {error}.", f"See {folder.log.name} in the run folder.")
