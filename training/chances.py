"""The states of all generators of chance, as values that a file without code can hold."""

import json
import random
from typing import Any

import numpy as np
import torch

State = dict[str, Any]


def common_state() -> State:
    """Return the states of Python's, NumPy's and torch's common generators, those of devices too."""
    legacy = np.random.get_state(legacy=False)
    assert isinstance(legacy, dict)
    legacy["state"]["key"] = legacy["state"]["key"].tolist()
    return {
        "python": json.dumps(random.getstate()),
        "numpy": json.dumps(legacy),
        "torch": torch.get_rng_state(),
        "devices": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
    }


def put_back(state: State) -> None:
    """Put the common generators where `common_state` found them."""
    version, words, gauss = json.loads(state["python"])
    random.setstate((version, tuple(words), gauss))
    legacy = json.loads(state["numpy"])
    legacy["state"]["key"] = np.array(legacy["state"]["key"], dtype=np.uint32)
    np.random.set_state(legacy)
    torch.set_rng_state(state["torch"])
    if state["devices"] and torch.cuda.device_count() == len(state["devices"]):
        torch.cuda.set_rng_state_all(state["devices"])


def order_state(chance: np.random.Generator) -> str:
    """Return the state of a NumPy generator as text."""
    return json.dumps(chance.bit_generator.state)


def put_order_back(chance: np.random.Generator, state: str) -> None:
    """Put a NumPy generator where `order_state` found it."""
    chance.bit_generator.state = json.loads(state)
