"""An engine client on a fake analyst, closed at the end whatever happened."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ecgdesk.engine.client import EngineClient
from tests.engine.fakes import fake_analyst
from tests.engine.listener import Listener

StartEngine = Callable[..., tuple[EngineClient, Listener]]


@pytest.fixture
def start_engine(tmp_path: Path) -> Iterator[StartEngine]:
    clients: list[EngineClient] = []

    def start(factory=fake_analyst, **options) -> tuple[EngineClient, Listener]:  # noqa: ANN001, ANN003
        client = EngineClient(factory=factory, log_file=tmp_path / "log" / "engine.log", **options)
        clients.append(client)
        listener = Listener()
        client.start(listener)
        return client, listener

    yield start
    for client in clients:
        client.close()
