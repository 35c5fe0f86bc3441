"""Weights are fetched from a hub on this machine alone."""

import socket
from collections.abc import Iterator

import pytest

from ecgdesk.models.origins import MIRROR
from tests.fakes.hub import Hub, fake_hub

_HERE = "127.0.0.1"
_ask, _connect = socket.getaddrinfo, socket.socket.connect


@pytest.fixture(autouse=True)
def _no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(host: object, *rest: object, **more: object) -> object:
        assert host == _HERE, f"{host} was asked for over the network"
        return _ask(host, *rest, **more)  # type: ignore[arg-type]

    def connect(made: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] == _HERE, f"{address} was asked for over the network"
        _connect(made, address)

    monkeypatch.setattr(socket, "getaddrinfo", ask)
    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    with fake_hub() as served:
        monkeypatch.setenv(MIRROR, served.address)
        yield served
