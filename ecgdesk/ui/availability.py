"""Which actions make sense at the moment."""

from ecgdesk.services.bundle import Services
from ecgdesk.services.entry import EntryStatus, heat_of
from ecgdesk.ui.actions import Actions

NEED_PAGE = (
    "rotate_left", "rotate_right", "mask", "reset_crop", "zoom_in", "zoom_out", "fit", "actual_size",
    "overlay", "heat_panel", "crop_panel", "preview", "calipers", "leads", "corners", "scale", "signal",
)  # fmt: skip
NEED_RESULT = ("save_report", "save_json", "print", "copy_result")


def update_actions(actions: Actions, services: Services) -> None:
    """Enable what can be done now, disable the rest."""
    session, current, batch = services.session, services.current, services.batch
    entry = current.entry
    analysis = entry.analysis if entry is not None and not entry.stale else None
    pixels, model = current.page is not None, services.models.chosen is not None
    actions.enable(pixels, *NEED_PAGE)
    actions.enable(pixels and analysis is not None, *NEED_RESULT)
    actions.enable(pixels and heat_of(analysis) is not None, "save_overlay", "copy_picture")
    reading = analysis.reading if analysis is not None else None
    actions.enable(pixels and reading is not None and bool(reading.traces), "save_signals", "traces")
    actions.enable(entry is not None and entry.page_count > 1, "choose_pages")
    actions.enable(entry is not None, "close_page", "close_all")
    actions.enable(entry is not None and model, "analyse")
    actions.enable(len(session) > 1, "previous", "next")
    actions.enable(model and any(not e.is_finished for e in session), "analyse_all")
    actions.enable(any(e.is_finished or e.analysis is not None for e in session), "save_table")
    busy = batch.is_running or (entry is not None and entry.status is EntryStatus.RUNNING)
    actions.enable(busy, "cancel")
