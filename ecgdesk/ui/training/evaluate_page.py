"""How good an installed model is on a clinic's own labelled pages."""

from PySide6.QtWidgets import QWidget

from ecgdesk.services.bundle import Services
from ecgdesk.ui.training.page import WizardPage


class EvaluatePage(WizardPage):
    """Runs `ecgdesk evaluate` as a process and shows what it found."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
