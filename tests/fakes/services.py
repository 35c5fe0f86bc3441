"""All services around a FakeEngine, in a folder of their own."""

from dataclasses import dataclass
from pathlib import Path

from ecgdesk.app import build_services
from ecgdesk.core.card import Preprocessing
from ecgdesk.core.errors import ModelPackError
from ecgdesk.services.bundle import Services
from ecgdesk.services.models import Installed, ModelAccess, ModelChoice, ModelExistsError
from ecgdesk.services.paths import UserFolder
from tests.fakes.engine import FakeEngine
from tests.fakes.pages import CLASSES

SHORT = {c: c for c in CLASSES}
FAKE_MODEL = ModelChoice(
    "fake-1", "Fake model", "For tests.", CLASSES, SHORT, Preprocessing(width=224, height=224)
)
OTHER_MODEL = ModelChoice("fake-2", "Other model", "For tests too.", CLASSES, SHORT)


def fake_access(*models: ModelChoice) -> ModelAccess:
    """A model library that needs no files; packs named `bad*` are refused."""

    def import_pack(path: Path, replace: bool) -> ModelChoice:
        if path.name.startswith("same") and not replace:
            raise ModelExistsError("Another model with the id 'same' is installed.", "Replace it.")
        if path.name.startswith("bad"):
            raise ModelPackError(f"{path.name} is damaged.", "Get the model pack again.")
        return ModelChoice(path.stem, f"Model {path.stem}", "", CLASSES, SHORT)

    return ModelAccess(lambda: Installed(models), import_pack)


@dataclass
class Desk:
    """Services with the fake engine behind them."""

    services: Services
    engine: FakeEngine


def make_desk(
    folder: Path, engine: FakeEngine | None = None, models: tuple[ModelChoice, ...] = (FAKE_MODEL,)
) -> Desk:
    engine = engine or FakeEngine()
    return Desk(build_services(UserFolder(folder), engine, fake_access(*models)), engine)
