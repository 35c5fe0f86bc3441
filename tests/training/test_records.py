from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.tracing import LEAD_NAMES
from ecgdesk.models.architectures import catalog
from ecgdesk.models.trace_picture import ZERO
from training.records import is_record, record_pictures

SETTINGS = catalog()["lead-resnet"].preprocessing
CHANCE = 4


def _write(path: Path, leads: tuple[str, ...] = LEAD_NAMES) -> Path:
    microvolts = np.zeros((len(leads), 2500), np.int16)
    microvolts[:, 50:60] = 1000
    np.savez(path, microvolts=microvolts, hz=250.0, leads=np.array(leads))
    return path


def test_a_record_gives_the_page_from_its_start_and_pieces_from_anywhere(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.npz")
    pictures = record_pictures(path, SETTINGS, 3, np.random.default_rng(CHANCE))
    assert pictures.shape == (4, 16, 250, 1)
    first = pictures[0, :, :, 0]
    assert (first[:3, 20:24] == ZERO + 40).all(), "the first column starts at the beginning"
    assert (first[3:12] == ZERO).all(), "the other columns come later, where all is flat"
    assert (first[12, 20:24] == ZERO + 40).all()


def test_the_same_seed_takes_the_same_pieces(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.npz")
    first, again = (record_pictures(path, SETTINGS, 5, np.random.default_rng(CHANCE)) for _ in range(2))
    assert np.array_equal(first, again)


def test_a_record_without_a_lead_is_refused_by_name(tmp_path: Path) -> None:
    path = _write(tmp_path / "short.npz", LEAD_NAMES[:11])
    with pytest.raises(RecipeError, match=r"short\.npz lacks lead V6"):
        record_pictures(path, SETTINGS, 0, np.random.default_rng(CHANCE))


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.npz").write_bytes(b"no archive")
    with pytest.raises(RecipeError, match=r"b\.npz is no record"):
        record_pictures(tmp_path / "b.npz", SETTINGS, 0, np.random.default_rng(CHANCE))


def test_a_network_of_pictures_is_given_no_signals(tmp_path: Path) -> None:
    ink = catalog()["page-resnet"].preprocessing
    with pytest.raises(RecipeError, match="given pictures"):
        record_pictures(_write(tmp_path / "a.npz"), ink, 0, np.random.default_rng(CHANCE))


def test_only_npz_files_are_records() -> None:
    assert is_record(Path("x/A.NPZ"))
    assert not is_record(Path("x/a.png"))
