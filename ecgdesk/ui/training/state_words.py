"""The states of a run in words and signs."""

from PySide6.QtCore import QCoreApplication

from ecgdesk.core.run_history import RunState
from ecgdesk.ui.wording import Sign


def state_words(state: RunState) -> str:
    """A run's state as a title."""
    return state_sign(state).word


def state_sign(state: RunState) -> Sign:
    """A run's state as an icon, a colour role and a word."""
    translate = QCoreApplication.translate
    return {
        RunState.WAITING: Sign("status-waiting", "muted", translate("runs", "Waiting")),
        RunState.RUNNING: Sign("status-running", "accent", translate("runs", "Training")),
        RunState.PAUSED: Sign("pause", "muted", translate("runs", "Paused")),
        RunState.INTERRUPTED: Sign("status-error", "error", translate("runs", "Interrupted")),
        RunState.STOPPED: Sign("status-caution", "caution", translate("runs", "Stopped, best kept")),
        RunState.FINISHED: Sign("status-ok", "ok", translate("runs", "Finished")),
        RunState.FAILED: Sign("status-error", "error", translate("runs", "Failed")),
    }[state]
