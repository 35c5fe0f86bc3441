"""A hub of public weights on this machine: serves bytes over HTTP as the real ones do, redirect and all."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Hub:
    """What the hub gives out by path, and what was asked for; `announce` is the hash it claims, if any."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    announce: str | None = None
    cut_short: bool = False


@contextmanager
def fake_hub() -> Iterator[Hub]:
    """Serve until the block ends."""
    hub = Hub()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hub.asked.append(self.path)
            data = hub.files.get(self.path.removeprefix("/store"))
            if data is None:
                self.send_error(404)
            elif not self.path.startswith("/store"):
                self._moved(data)
            else:
                self._whole(data)

        def _moved(self, data: bytes) -> None:
            self.send_response(302)
            self.send_header("Location", f"/store{self.path}")
            self.send_header("X-Linked-Etag", f'"{hub.announce or hashlib.sha256(data).hexdigest()}"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _whole(self, data: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data[: len(data) // 2] if hub.cut_short else data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hub.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
