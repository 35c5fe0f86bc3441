"""A crash while weights are written leaves the weights of before."""

import os
from pathlib import Path

import pytest
import torch

from training.checkpoint import load_checkpoint, save_checkpoint


def test_weights_come_back_bit_by_bit(tmp_path: Path) -> None:
    weights = {"a": torch.randn(3, 4), "b": torch.tensor([1, 2])}
    save_checkpoint(tmp_path / "w.safetensors", weights)
    back = load_checkpoint(tmp_path / "w.safetensors")
    assert all(torch.equal(back[name], value) for name, value in weights.items())


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_crash_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "w.safetensors"
    save_checkpoint(path, {"a": torch.zeros(2)})

    def crash(*_: object) -> None:
        raise OSError("power cut")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", crash)
    else:
        monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(OSError, match="power cut"):
        save_checkpoint(path, {"a": torch.ones(2)})
    monkeypatch.undo()
    assert torch.equal(load_checkpoint(path)["a"], torch.zeros(2))
    assert [file.name for file in tmp_path.iterdir()] == ["w.safetensors"]
