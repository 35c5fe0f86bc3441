"""Shared fixtures: where the real data is, and a display that needs no screen."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def data_folder() -> Path:
    folder = Path(os.environ.get("ECGDESK_DATA", ROOT.parent / "shared" / "data"))
    if not (folder / "ecg-cardiac" / "pages.csv").is_file():
        pytest.skip(f"no real data at {folder} (set ECGDESK_DATA to run this)")
    return folder


@pytest.fixture(scope="session")
def samples_folder() -> Path:
    return ROOT / "resources" / "samples"
