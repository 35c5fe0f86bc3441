"""A file of bare tensors from somewhere else, opened without running anything in it."""

import pickle
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say

_ADVICE = say("Save the bare state dict: as safetensors, or with torch.save of nothing but tensors.")


def read_tensors(path: Path) -> dict[str, Tensor]:
    """Return the tensors of a safetensors or PyTorch file by name; raises ModelPackError.

    A PyTorch file is read with `weights_only=True`, which builds tensors and plain containers and refuses
    everything else. A state dict below `state_dict` or `model` is found.
    """
    try:
        loaded: object = load_file(path) if path.suffix == ".safetensors" else _plain(path)
    except (OSError, SafetensorError, pickle.UnpicklingError, RuntimeError, EOFError, ValueError) as error:
        raise ModelPackError(
            say("{file} holds no readable tensors, or more than tensors.", file=path.name), _ADVICE
        ) from error
    return _tensors(loaded, path.name)


def _plain(path: Path) -> object:
    return torch.load(path, map_location="cpu", weights_only=True)


def _tensors(loaded: object, name: str) -> dict[str, Tensor]:
    found = _unwrapped(loaded)
    tensors = {str(key): value for key, value in found.items() if isinstance(value, Tensor)}
    if not tensors or len(tensors) != len(found):
        raise ModelPackError(say("{file} holds no state dict of tensors.", file=name), _ADVICE)
    return tensors


def _unwrapped(loaded: object) -> Mapping[object, object]:
    if not isinstance(loaded, Mapping):
        return {}
    inner = (loaded[key] for key in ("state_dict", "model") if isinstance(loaded.get(key), Mapping))
    return next(inner, loaded)
