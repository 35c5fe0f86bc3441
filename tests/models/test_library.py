"""The installed packs: listed, found, imported and taken out again."""

import shutil
from pathlib import Path

import pytest

from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.resources import resources_folder
from ecgdesk.models import library as library_module
from ecgdesk.models.files import sha256_of
from ecgdesk.models.library import Library, user_folder
from tests.models.packs import small_pack


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "bundled").mkdir()
    return Library(tmp_path / "bundled", tmp_path / "user" / "models")


@pytest.fixture
def pack_file(tmp_path: Path) -> Path:
    return small_pack(tmp_path, name="anything")


def test_an_empty_library_lists_nothing_and_creates_nothing(library: Library) -> None:
    assert library.listing().models == ()
    assert not library.user.exists()


def test_bundled_and_own_packs_are_listed_by_name(library: Library) -> None:
    small_pack(library.bundled, id="b", name="b.x").rename(library.bundled / "b.ecgmodel")
    library.user.mkdir(parents=True)
    small_pack(library.user, id="a", name="a")
    assert [(m.card.id, m.bundled) for m in library.listing().models] == [("a", False), ("b", True)]


def test_a_broken_pack_is_named_and_the_rest_is_listed(library: Library) -> None:
    small_pack(library.bundled)
    (library.bundled / "broken.ecgmodel").write_bytes(b"x")
    listing = library.listing()
    assert [model.card.id for model in listing.models] == ["small"]
    assert [(path.name, "not a model pack" in error.problem) for path, error in listing.refused] == [
        ("broken.ecgmodel", True)
    ]
    assert library.find("small").card.id == "small"


def test_ones_own_pack_hides_the_bundled_one_of_the_same_id(library: Library, pack_file: Path) -> None:
    small_pack(library.bundled, description="Bundled.")
    library.import_pack(pack_file, replace=True)
    assert [model.bundled for model in library.listing().models] == [False]
    assert not library.find("small").bundled


def test_a_model_is_found_by_id_whatever_its_file_is_called(library: Library) -> None:
    small_pack(library.bundled, name="other-name")
    assert library.find("small").path.name == "other-name.ecgmodel"


def test_a_file_named_like_another_model_is_not_taken_for_it(library: Library) -> None:
    small_pack(library.bundled, name="wanted", id="impostor")
    small_pack(library.bundled, name="z", id="wanted")
    assert library.find("wanted").path.name == "z.ecgmodel"


def test_a_model_is_found_by_its_file(library: Library, pack_file: Path) -> None:
    assert library.find(str(pack_file)).path == pack_file


def test_an_unknown_model_is_refused_with_those_that_are_there(library: Library) -> None:
    small_pack(library.bundled)
    with pytest.raises(ModelPackError) as caught:
        library.find("smal")
    assert "'smal'" in caught.value.problem
    assert caught.value.advice == "Installed: small."


def test_an_imported_pack_is_there_under_its_id(library: Library, pack_file: Path) -> None:
    installed = library.import_pack(pack_file, sha256_of(pack_file).upper())
    assert installed.path == library.user / "small.ecgmodel"
    assert installed.path.read_bytes() == pack_file.read_bytes()
    assert library.find("small") == installed


def test_a_pack_with_another_hash_than_expected_is_refused(library: Library, pack_file: Path) -> None:
    with pytest.raises(ModelPackError, match="not the expected"):
        library.import_pack(pack_file, "0" * 64)
    assert library.files() == []


def test_a_pack_that_does_not_verify_changes_nothing(library: Library, pack_file: Path) -> None:
    library.import_pack(pack_file)
    before = library.find("small").path.read_bytes()
    pack_file.write_bytes(pack_file.read_bytes()[:-2000])
    with pytest.raises(ModelPackError):
        library.import_pack(pack_file, replace=True)
    assert library.find("small").path.read_bytes() == before
    assert [path.name for path in library.user.iterdir()] == ["small.ecgmodel"]


def test_the_same_pack_again_is_no_error(library: Library, pack_file: Path) -> None:
    assert library.import_pack(pack_file) == library.import_pack(pack_file)


def test_another_pack_of_the_same_id_is_refused_unless_it_replaces(
    library: Library, pack_file: Path, tmp_path: Path
) -> None:
    library.import_pack(pack_file)
    other = small_pack(tmp_path, name="other", description="Another one.")
    with pytest.raises(ModelPackError, match="'small' is installed"):
        library.import_pack(other)
    assert library.import_pack(other, replace=True).card.description == "Another one."
    assert library.find("small").card.description == "Another one."


def test_a_replaced_pack_is_gone_whatever_its_file_was_called(
    library: Library, pack_file: Path, tmp_path: Path
) -> None:
    library.import_pack(pack_file).path.rename(library.user / "a.ecgmodel")
    library.import_pack(small_pack(tmp_path, name="other", description="Another one."), replace=True)
    assert [model.card.description for model in library.listing().models] == ["Another one."]
    assert [path.name for path in library.user.iterdir()] == ["small.ecgmodel"]


def test_a_folder_that_cannot_be_written_is_said(library: Library, pack_file: Path) -> None:
    library.user.parent.mkdir(parents=True)
    library.user.write_text("a file where the folder should be")
    with pytest.raises(ModelPackError, match="could not be written"):
        library.import_pack(pack_file)


def test_a_pack_that_changes_while_it_is_copied_is_refused(
    library: Library, pack_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "sha256_of", lambda _: "0" * 64)
    with pytest.raises(ModelPackError, match="changed while"):
        library.import_pack(pack_file)
    assert library.files() == []
    assert list(library.user.iterdir()) == []


def test_a_pack_is_exported_to_a_file_or_a_folder(library: Library, pack_file: Path, tmp_path: Path) -> None:
    library.import_pack(pack_file)
    out = tmp_path / "out"
    out.mkdir()
    assert library.export_pack("small", out) == out / "small.ecgmodel"
    assert library.export_pack("small", tmp_path / "x.ecgmodel").read_bytes() == pack_file.read_bytes()


def test_an_export_overwrites_only_when_told(library: Library, pack_file: Path, tmp_path: Path) -> None:
    library.import_pack(pack_file)
    there = tmp_path / "there.ecgmodel"
    there.write_text("mine")
    with pytest.raises(ModelPackError, match="there already"):
        library.export_pack("small", there)
    assert there.read_text() == "mine"
    assert library.export_pack("small", there, replace=True).read_bytes() == pack_file.read_bytes()


def test_a_damaged_installed_pack_is_not_exported(library: Library, pack_file: Path, tmp_path: Path) -> None:
    library.import_pack(pack_file)
    path = library.find("small").path
    raw = path.read_bytes()
    path.write_bytes(raw[:-700] + b"!" + raw[-699:])
    with pytest.raises(ModelPackError):
        library.export_pack("small", tmp_path / "x.ecgmodel")
    assert not (tmp_path / "x.ecgmodel").exists()


def test_the_users_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ECGDESK_MODELS", raising=False)
    monkeypatch.setenv("ECGDESK_HOME", str(tmp_path))
    assert user_folder() == tmp_path / "models"
    monkeypatch.setenv("ECGDESK_MODELS", str(tmp_path / "packs"))
    assert Library.default().user == tmp_path / "packs"


def test_resources_are_found_in_source_in_a_wheel_and_in_a_frozen_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert (resources_folder() / "icons").is_dir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path / "frozen"), raising=False)
    assert resources_folder() == tmp_path / "frozen" / "resources"
    monkeypatch.delattr("sys._MEIPASS")
    copied = tmp_path / "site-packages" / "ecgdesk" / "core" / "resources.py"
    copied.parent.mkdir(parents=True)
    shutil.copy(library_module.__file__.replace("models/library.py", "core/resources.py"), copied)
    scope: dict[str, object] = {"__file__": str(copied), "__name__": "copied"}
    exec(copied.read_text(), scope)  # the file as it lies in an installed wheel
    monkeypatch.setattr("sys.prefix", str(tmp_path / "venv"))
    found = scope["resources_folder"]
    assert callable(found)
    assert found() == tmp_path / "venv" / "share" / "ecgdesk" / "resources"
