"""Tools for tests of networks: no way out to the network, and the same random numbers each time."""

import socket
from collections.abc import Iterator

import pytest
import torch


@pytest.fixture(autouse=True)
def _no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a network was asked for over the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def _same_numbers() -> None:
    torch.manual_seed(20)


@pytest.fixture(autouse=True, scope="package")
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)  # small networks lose more to waiting for each other than they gain
    yield
    torch.set_num_threads(before)
