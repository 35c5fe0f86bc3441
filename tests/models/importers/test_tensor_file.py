"""A file of tensors is read without running anything that is in it."""

import pickle
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from ecgdesk.core.errors import ModelPackError
from ecgdesk.models.importers.tensor_file import read_tensors

TENSORS = {"a.weight": torch.arange(6.0).reshape(2, 3), "a.bias": torch.ones(2)}


class Command:
    """A pickle that would write a file."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return (Path.write_text, (self.mark, "ran"))  # type: ignore[return-value]


@pytest.mark.parametrize("wrap", [None, "state_dict", "model"])
def test_a_plain_state_dict_is_read(tmp_path: Path, wrap: str | None) -> None:
    torch.save({wrap: TENSORS, "epoch": 3} if wrap else TENSORS, tmp_path / "w.pt")
    read = read_tensors(tmp_path / "w.pt")
    assert read.keys() == TENSORS.keys()
    assert torch.equal(read["a.weight"], TENSORS["a.weight"])


def test_safetensors_are_read(tmp_path: Path) -> None:
    save_file(TENSORS, tmp_path / "w.safetensors")
    assert torch.equal(read_tensors(tmp_path / "w.safetensors")["a.bias"], TENSORS["a.bias"])


def test_a_pickled_object_is_refused_and_never_run(tmp_path: Path) -> None:
    torch.save({"model": Command(tmp_path / "mark")}, tmp_path / "w.pt")
    with pytest.raises(ModelPackError, match="more than tensors"):
        read_tensors(tmp_path / "w.pt")
    assert not (tmp_path / "mark").exists()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"no tensors here", pickle.dumps({"a": 1}, protocol=2)]
)
@pytest.mark.parametrize("name", ["w.pt", "w.safetensors"])
def test_anything_else_gets_one_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelPackError) as refused:
        read_tensors(tmp_path / name)
    assert name in refused.value.problem
    assert refused.value.advice


def test_a_list_of_numbers_is_no_state_dict(tmp_path: Path) -> None:
    torch.save([1, 2], tmp_path / "w.pt")
    with pytest.raises(ModelPackError, match="no state dict"):
        read_tensors(tmp_path / "w.pt")
