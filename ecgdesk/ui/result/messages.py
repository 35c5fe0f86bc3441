"""The words of every state without a result: what is the case and what to do next."""

from PySide6.QtCore import QCoreApplication

from ecgdesk.core.sentence import joined
from ecgdesk.services.entry import Entry
from ecgdesk.ui.i18n import said
from ecgdesk.ui.result.message import Message
from ecgdesk.ui.result.state import PanelState


def message_for(state: PanelState, entry: Entry | None) -> Message | None:
    """Return the message of a state, or None where the result speaks."""
    if state is PanelState.REFUSED:
        return _refused(entry)
    if state is PanelState.ERROR:
        return _error(entry)
    return _fixed().get(state)


def _refused(entry: Entry | None) -> Message:
    analysis = entry.analysis if entry else None
    cautions = (*analysis.quality.cautions, *analysis.cautions) if analysis and analysis.quality else ()
    text = "\n\n".join(dict.fromkeys(said(c.sentence) for c in cautions)) or (
        said(analysis.reason) if analysis else ""
    )
    title = QCoreApplication.translate("result", "No result for this page")
    again = QCoreApplication.translate("result", "Analyse again")
    return Message("status-refused", "caution", title, text, again, "analyse")


def _error(entry: Entry | None) -> Message:
    error = entry.error if entry else None
    text = said(joined((error.problem, error.advice))) if error else ""
    title = QCoreApplication.translate("result", "This page could not be analysed")
    again = QCoreApplication.translate("result", "Try again")
    return Message("status-error", "error", title, text, again, "analyse")


def _fixed() -> dict[PanelState, Message]:
    translate = QCoreApplication.translate
    return {
        PanelState.EMPTY: Message(
            "page", "muted", translate("result", "No page yet"),
            translate("result", "Open a page and its result appears here."),
            translate("result", "Open pages…"), "open",
        ),
        PanelState.WAITING: Message(
            "status-waiting", "muted", translate("result", "Not analysed yet"),
            translate("result", "Set the crop if you like, then start."),
            translate("result", "Analyse this page"), "analyse",
        ),
        PanelState.STARTING: Message(
            "status-running", "accent", translate("result", "Getting ready"),
            translate("result", "The model is being loaded. You can set the crop meanwhile."),
        ),
        PanelState.ANALYSING: Message(
            "status-running", "accent", translate("result", "Analysing"), "",
        ),
        PanelState.RESTARTING: Message(
            "status-running", "accent", translate("result", "Starting again"),
            translate("result", "The engine stopped and is starting again. Nothing was lost."),
        ),
        PanelState.NO_MODEL: Message(
            "model", "muted", translate("result", "No model is installed"),
            translate("result", "Pages can be viewed and cropped. Import a model to analyse them."),
            translate("result", "Import a model…"), "import_model",
        ),
        PanelState.NO_ENGINE: Message(
            "status-error", "error", translate("result", "The engine does not start"),
            translate("result", "Pages cannot be analysed until it does."),
            translate("result", "Start it again"), "restart_engine",
        ),
    }  # fmt: skip
