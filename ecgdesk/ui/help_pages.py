"""Opens help in place, made when first asked for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from ecgdesk.services.bundle import Services
from ecgdesk.ui.actions import Actions

if TYPE_CHECKING:
    from ecgdesk.core.card import Card
    from ecgdesk.ui.help.frame import HelpPage
    from ecgdesk.ui.main_window import MainWindow, Resources


class HelpPages(QObject):
    """Guide, model, training, keys, log and doctor in the middle; settings and about as dialogs."""

    def __init__(
        self, services: Services, actions: Actions, resources: "Resources", window: "MainWindow"
    ) -> None:
        super().__init__(window)
        self._services, self._actions, self._resources, self._window = services, actions, resources, window
        self._made: dict[str, HelpPage] = {}
        for name, make in self._makers().items():
            actions[name].triggered.connect(lambda _=False, n=name, m=make: self._show(n, m))
        actions["about_model"].triggered.connect(self._on_about_model)
        actions["settings"].triggered.connect(self._on_settings)
        actions["about"].triggered.connect(self._on_about)

    def stop(self) -> None:
        """End what a page may be running."""
        from ecgdesk.ui.help.output_page import DoctorPage

        for page in self._made.values():
            if isinstance(page, DoctorPage):
                page.stop()

    def _makers(self) -> dict[str, Callable[[], "HelpPage"]]:
        return {
            "guide": self._guide,
            "how_to_train": self._training,
            "shortcuts": self._shortcuts,
            "log": self._log,
            "doctor": self._doctor,
        }

    def _on_about_model(self) -> None:
        chosen = self._services.models.chosen
        if chosen is None:
            self._window.news.say("about_model", self.tr("There is no model yet. Import one first."))
            return
        work = partial(_card_and_page, chosen.id)
        self._services.jobs.submit(work, self._on_card, self._window.news.show_error)

    def _on_card(self, card: "Card") -> None:
        self._show("about_model", self._model)
        page = self._made["about_model"]
        page.show_card(card)  # type: ignore[attr-defined]

    def _show(self, name: str, make: Callable[[], "HelpPage"]) -> None:
        middle = self._window.middle
        if name not in self._made:
            page = self._made[name] = make()
            page.closed.connect(self._back)
            middle.addWidget(page)
        middle.setCurrentWidget(self._made[name])
        self._refresh(self._made[name])
        self._made[name].back.setFocus()

    def _refresh(self, page: "HelpPage") -> None:
        from ecgdesk.ui.help.output_page import DoctorPage, LogPage

        if isinstance(page, LogPage):
            page.read()
        elif isinstance(page, DoctorPage):
            page.run()

    def _back(self) -> None:
        window = self._window
        shown = window.workspace.view if self._services.session.current is not None else window.welcome
        window.middle.setCurrentWidget(shown)

    def _guide(self) -> "HelpPage":
        from ecgdesk.ui.help.pages import GuidePage

        return GuidePage()

    def _model(self) -> "HelpPage":
        from ecgdesk.ui.help.model_page import ModelPage

        return ModelPage()

    def _training(self) -> "HelpPage":
        from ecgdesk.ui.help.pages import TrainingPage

        return TrainingPage()

    def _shortcuts(self) -> "HelpPage":
        from ecgdesk.ui.help.pages import ShortcutsPage

        return ShortcutsPage(self._actions)

    def _log(self) -> "HelpPage":
        from ecgdesk.ui.help.output_page import LogPage

        return LogPage(self._services.folder.log_file)

    def _doctor(self) -> "HelpPage":
        from ecgdesk.ui.help.output_page import DoctorPage

        return DoctorPage()

    def _on_settings(self) -> None:
        from ecgdesk.ui.i18n import languages
        from ecgdesk.ui.settings_dialog import SettingsDialog

        known = languages(self._resources.root / "translations")
        _show_dialog(SettingsDialog(self._services.settings, self._services.models, known, self._window))

    def _on_about(self) -> None:
        from ecgdesk.ui.about import AboutDialog

        _show_dialog(AboutDialog(self._resources.icon, self._resources.licences, self._window))


def _show_dialog(dialog: QDialog) -> None:
    """Show a dialog and go on; it is deleted when it closes."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _card_and_page(model: str) -> "Card":
    """Return a card; what its page is made of is imported here, behind the window."""
    import ecgdesk.ui.help.model_page  # noqa: F401
    from ecgdesk.services.model_access import card_of

    return card_of(model)
