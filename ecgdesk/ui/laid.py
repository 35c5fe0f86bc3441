"""Says how the program laid the shown page by itself, with a step to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ecgdesk.core.geometry import Crop
from ecgdesk.core.page import PageRef
from ecgdesk.core.placing import done_by_itself, quarter_turns
from ecgdesk.services.bundle import Services
from ecgdesk.services.entry import EntryStatus
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.canvas.crop_geometry import cornered
from ecgdesk.ui.i18n import said
from ecgdesk.ui.news import News
from ecgdesk.ui.notice import Notice

_KEY = "laid"
_QUARTER = 90


class LaidNotice(QObject):
    """Shows a notice for a page that was turned or straightened, until another page or crop is chosen."""

    def __init__(
        self, services: Services, canvas: PageCanvas, actions: Actions, news: News, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._canvas, self._actions, self._news = services, canvas, actions, news
        self._told: tuple[PageRef, Crop, bool] | None = None
        current = services.current
        current.page_arrived.connect(self.follow)
        current.page_left.connect(self.follow)
        services.session.entry_changed.connect(self._on_entry_changed)

    def follow(self, *_: object) -> None:
        """Say what is so now, once for each page and crop."""
        entry = self._services.current.entry
        crop = entry.proposed if entry is not None and entry.crop is None else None
        here = self._services.current.page
        if entry is None or crop is None or here is None or not done_by_itself(crop):
            self._told = None
            self._news.withdraw(_KEY)
            return
        # The step back stands below a result too; a page without one has no other place for it.
        stays = quarter_turns(crop) != 0 or entry.status in (EntryStatus.REFUSED, EntryStatus.FAILED)
        if self._told != (entry.page, crop, stays):
            self._told = entry.page, crop, stays
            self._news.tell(self._notice(crop, stays))

    def take_back(self) -> None:
        """Lay the shown page as it was before the program laid it."""
        entry = self._services.current.entry
        crop = entry.proposed if entry is not None and entry.crop is None else None
        if crop is None:
            return
        if quarter_turns(crop) != 0:
            self._turn_back()
        elif crop.corners is not None:
            self._leave()

    def _on_entry_changed(self, page: PageRef) -> None:
        if page == self._services.session.current:
            self.follow()

    def _notice(self, crop: Crop, stays: bool) -> Notice:
        text = " ".join(said(sentence) for sentence in done_by_itself(crop))
        turned = quarter_turns(crop) != 0
        steps: list[tuple[str, Callable[[], None]]] = []
        if turned:
            steps.append((self.tr("Turn it back"), self._turn_back))
        if crop.corners is not None:
            steps.append((self.tr("Set the corners"), self._actions["corners"].trigger))
            if not turned:
                steps.append((self.tr("Leave it as it was"), self._leave))
        return Notice(_KEY, text, steps=tuple(steps), stays=stays)

    def _turn_back(self) -> None:
        crop = self._canvas.current_crop()
        if crop is not None:
            self._canvas.rotate_by(-_QUARTER * quarter_turns(crop))

    def _leave(self) -> None:
        crop = self._canvas.current_crop()
        if crop is not None:
            self._canvas.edit_crop(cornered(crop, self._canvas.state.page_size, None))
