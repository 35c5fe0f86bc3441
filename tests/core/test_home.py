"""Every part of the program keeps its files in the same folder."""

from pathlib import Path

import pytest

from ecgdesk.core.home import home_folder
from ecgdesk.models.library import user_folder
from ecgdesk.services.paths import UserFolder


def test_the_variable_names_the_folder_of_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ECGDESK_MODELS", raising=False)
    monkeypatch.setenv("ECGDESK_HOME", str(tmp_path))
    assert home_folder() == UserFolder.default().root == user_folder().parent == tmp_path


def test_without_it_the_platform_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ECGDESK_HOME", "")
    monkeypatch.delenv("ECGDESK_MODELS", raising=False)
    assert home_folder().is_absolute()
    assert home_folder() == UserFolder.default().root == user_folder().parent
