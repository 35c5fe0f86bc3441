from pathlib import Path

from pytestqt.qtbot import QtBot

from ecgdesk.core.errors import EcgdeskError, ModelPackError
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.models import Installed, ModelAccess, ModelExistsError, Models
from ecgdesk.services.settings import SettingsStore
from tests.fakes.services import FAKE_MODEL, OTHER_MODEL, fake_access


def _models(tmp_path: Path, access: ModelAccess) -> Models:
    return Models(access, SettingsStore(tmp_path / "settings.json"), Jobs())


def test_the_first_model_is_used_until_another_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    models = _models(tmp_path, fake_access(FAKE_MODEL, OTHER_MODEL))
    assert models.chosen is None
    with qtbot.waitSignal(models.changed):
        models.refresh()
    assert models.chosen == FAKE_MODEL
    with qtbot.waitSignal(models.changed):
        models.choose("fake-2")
    assert models.chosen == OTHER_MODEL


def test_a_chosen_model_that_is_gone_gives_way_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    models = _models(tmp_path, fake_access(FAKE_MODEL))
    models.choose("gone")
    with qtbot.waitSignal(models.changed):
        models.refresh()
    assert models.chosen == FAKE_MODEL


def test_an_imported_pack_is_used_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    models = _models(tmp_path, fake_access(FAKE_MODEL))
    with qtbot.waitSignal(models.changed):
        models.import_pack(Path("/x/clinic.ecgmodel"))
    assert models.chosen is not None
    assert models.chosen.id == "clinic"


def test_a_refused_pack_leaves_the_model_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    models = _models(tmp_path, fake_access(FAKE_MODEL))
    with qtbot.waitSignal(models.changed):
        models.refresh()
    with qtbot.waitSignal(models.failed) as failed:
        models.import_pack(Path("/x/bad.ecgmodel"))
    assert isinstance(failed.args[0], ModelPackError)
    assert models.chosen == FAKE_MODEL


def test_a_list_that_cannot_be_read_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    def fail() -> Installed:
        raise EcgdeskError("The models folder cannot be read.", "Check the access rights.")

    models = _models(tmp_path, ModelAccess(fail, lambda path, replace: FAKE_MODEL))
    with qtbot.waitSignals([models.failed, models.changed]):
        models.refresh()
    assert models.is_listed
    assert models.chosen is None


def test_a_pack_with_a_known_id_asks_before_it_replaces(qtbot: QtBot, tmp_path: Path) -> None:
    models = _models(tmp_path, fake_access(FAKE_MODEL))
    with qtbot.waitSignal(models.replace_asked) as asked:
        models.import_pack(Path("/x/same.ecgmodel"))
    assert isinstance(asked.args[1], ModelExistsError)
    assert models.chosen is None
    with qtbot.waitSignal(models.changed):
        models.import_pack(asked.args[0], replace=True)
    assert models.chosen is not None
    assert models.chosen.id == "same"


def test_a_damaged_pack_in_the_folder_is_named_and_the_rest_can_be_used(qtbot: QtBot, tmp_path: Path) -> None:
    damaged = ModelPackError("old.ecgmodel is damaged.", "Get it again.")
    found = Installed((FAKE_MODEL,), (damaged,))
    models = _models(tmp_path, ModelAccess(lambda: found, lambda path, replace: FAKE_MODEL))
    with qtbot.waitSignal(models.failed) as failed:
        models.refresh()
    assert failed.args[0] is damaged
    assert models.chosen == FAKE_MODEL
