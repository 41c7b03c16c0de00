"""A real web server for tests: a folder below any path, with a strict Content-Security-Policy as a header."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

STRICT = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'"
)


class _Handler(SimpleHTTPRequestHandler):
    """Files of `site` below `prefix`; whatever else is asked for is not there."""

    protocol_version = "HTTP/1.1"
    prefix = "/"
    site = Path()

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return str(self.site / "nothing")
        self.directory = str(self.site)
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: Path, prefix: str = "/") -> Iterator[str]:
    """The address of `site`, served on this computer below `prefix` as long as the block lasts."""
    handler = type("Handler", (_Handler,), {"prefix": prefix, "site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
